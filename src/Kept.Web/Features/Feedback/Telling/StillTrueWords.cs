using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Kept.Web.Features.Feedback.Telling;

/// <summary>The word of a link that lets one person say, of one record as it stood, that nothing has changed: signed, and good for sixty days.</summary>
public sealed class StillTrueWords(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(60);
    private readonly IDataProtector _protector = protection.CreateProtector("kept.still-true");

    /// <param name="Version">The version of the record that the letter spoke of.</param>
    /// <param name="Made">When the letter was written.</param>
    public sealed record Said(string Account, string Body, string About, int Version, DateTimeOffset Made);

    public string Make(Said said) => _protector.Protect(JsonSerializer.Serialize(said));

    /// <summary>What a word says; null where it is none of ours, or too old.</summary>
    public Said? Read(string word, DateTimeOffset now)
    {
        try
        {
            return JsonSerializer.Deserialize<Said>(_protector.Unprotect(word)) is { } said && now - said.Made < Lasts ? said : null;
        }
        catch (Exception e) when (e is CryptographicException or JsonException or FormatException)
        {
            return null;
        }
    }
}
