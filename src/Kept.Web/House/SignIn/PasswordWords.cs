using Microsoft.AspNetCore.Identity;

namespace Kept.Web.House.SignIn;

/// <summary>What the library says of a password, in words people can act on.</summary>
public static class PasswordWords
{
    public static string Of(IdentityError error) => error.Code switch
    {
        nameof(IdentityErrorDescriber.PasswordTooShort) => $"A password has {PasswordRules.Shortest} letters or more.",
        nameof(IdentityErrorDescriber.PasswordRequiresUniqueChars) => "This password repeats the same few letters. Choose words instead.",
        nameof(IdentityErrorDescriber.PasswordMismatch) => "This is not your password now.",
        _ => error.Description,
    };
}
