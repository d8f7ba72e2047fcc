using Kept.Core.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Kept.Web.House.SignIn;

/// <summary>Beside its length: a password is not made of the account's own words, and not one that is known to have leaked.</summary>
public sealed class PasswordRules(BreachedPasswords breached) : IPasswordValidator<Account>
{
    public const int Shortest = 12;

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(Objection(user.Name, user.Email ?? "", password ?? "") is { } why
            ? IdentityResult.Failed(new IdentityError { Code = nameof(PasswordRules), Description = why }) : IdentityResult.Success);

    private string? Objection(string name, string email, string password)
    {
        var own = name.Split(' ').Concat(email.Split('@', '.', '-', '_')).Where(word => word.Length >= 4);
        var rest = own.Append("kept").Append("password").Aggregate(password, (left, word) => left.Replace(word, "", StringComparison.OrdinalIgnoreCase));
        if (password.Length >= Shortest && rest.Count(char.IsLetterOrDigit) < Shortest / 2) return "This password is made mostly of your own name or address. Choose words that have nothing to do with you.";
        return breached.Holds(password) ? "This password is on a list of passwords that have leaked, so others may try it. Choose another." : null;
    }
}
