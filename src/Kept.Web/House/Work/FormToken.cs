using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Kept.Web.House.Work;

/// <summary>Signs the forms of readers, who have no cookie: one was drawn by this site, for this form, not too long ago.</summary>
public sealed class FormToken(IDataProtectionProvider protection, TimeProvider clock)
{
    public const string Field = "token";

    private static readonly TimeSpan Lasts = TimeSpan.FromHours(24);

    public string For(string form) => Of(form).Protect(clock.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture));

    /// <param name="howeverOld">Where a page may be open for days before somebody goes on with it.</param>
    public bool Holds(string form, string? token, bool howeverOld = false)
    {
        if (string.IsNullOrEmpty(token) || token.Length > 1_000) return false;
        try
        {
            var age = clock.GetUtcNow() - new DateTimeOffset(long.Parse(Of(form).Unprotect(token), CultureInfo.InvariantCulture), TimeSpan.Zero);
            return howeverOld || (age >= TimeSpan.Zero && age < Lasts);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private IDataProtector Of(string form) => protection.CreateProtector("kept.form", form);
}
