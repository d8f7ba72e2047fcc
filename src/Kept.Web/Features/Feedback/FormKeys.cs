using System.Globalization;
using System.Security.Cryptography;
using Kept.Core.Foundation;
using Microsoft.AspNetCore.DataProtection;

namespace Kept.Web.Features.Feedback;

/// <summary>The hidden key of a form: sent twice, it is one thing; and it says for how long the form was open.</summary>
public sealed class FormKeys(IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly IDataProtector _protector = protection.CreateProtector("kept.form-key");

    public string New() => _protector.Protect($"{RandomId.Next()} {clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}");

    /// <summary>The key of a form that came back. One that cannot be read any more still stands for itself, so that nothing is sent twice.</summary>
    public (string Key, TimeSpan Open) Read(string? sent)
    {
        if (string.IsNullOrEmpty(sent)) return (RandomId.Next(), TimeSpan.Zero);
        try
        {
            var parts = _protector.Unprotect(sent).Split(' ');
            var opened = DateTimeOffset.FromUnixTimeSeconds(long.Parse(parts[1], CultureInfo.InvariantCulture));
            return (parts[0], clock.GetUtcNow() - opened);
        }
        catch (CryptographicException)
        {
            return (RandomId.HashOf(sent), TimeSpan.Zero);
        }
    }
}
