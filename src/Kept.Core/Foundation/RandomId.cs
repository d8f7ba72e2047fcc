using System.Security.Cryptography;
using System.Text;

namespace Kept.Core.Foundation;

/// <summary>Ids and secret words that nobody can guess.</summary>
public static class RandomId
{
    // No letter that is easily taken for another; 32 of them, so that each carries five bits.
    private const string Letters = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>26 letters and digits, 130 random bits.</summary>
    public static string Next() => RandomNumberGenerator.GetString(Letters, 26);

    /// <summary>A word for a link, of 52 letters and digits: 260 random bits.</summary>
    public static string Secret() => RandomNumberGenerator.GetString(Letters, 52);

    /// <summary>A number people read out: eight letters and digits in two groups, 40 random bits.</summary>
    public static string Reference()
    {
        var letters = RandomNumberGenerator.GetString(Letters, 8).ToUpperInvariant();
        return $"{letters[..4]}-{letters[4..]}";
    }

    /// <summary>Under what a secret is kept: its SHA-256 in hexadecimal, 64 letters.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
