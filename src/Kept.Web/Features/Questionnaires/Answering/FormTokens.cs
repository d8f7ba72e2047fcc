using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Kept.Web.Features.Questionnaires.Answering;

/// <summary>
/// Signs the forms of people without an account, so that only a form of ours is taken, without a cookie. A signature has no end:
/// a page may be open for days before somebody goes on with it.
/// </summary>
public sealed class FormTokens(IDataProtectionProvider protection)
{
    public const string Field = "token";

    private readonly IDataProtector _signs = protection.CreateProtector("kept.answer");

    /// <summary>The signature of a form about something.</summary>
    public string Of(string subject) => _signs.Protect(subject);

    public bool Fits(string? token, string subject)
    {
        if (string.IsNullOrEmpty(token)) return false;
        try
        {
            return _signs.Unprotect(token) == subject;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
