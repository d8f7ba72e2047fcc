using System.Security.Cryptography;
using Kept.Core.Records;

namespace Kept.Web.House;

/// <summary>An answer of 200 as its page drew it, before any compression.</summary>
/// <param name="Number">The Snapshot it was drawn from.</param>
public sealed record Drawn(byte[] Body, string ContentType, string Hash, ReadSet Reads, long Number)
{
    /// <summary>Smaller than this fits into one packet anyway.</summary>
    public const int WorthCompressing = 1400;

    /// <summary>The part that the ETags of all forms of these bytes share.</summary>
    public static string HashOf(ReadOnlySpan<byte> body) => Convert.ToHexStringLower(SHA256.HashData(body))[..24];

    /// <summary>The ETag of any form of these bytes that the reader says it has; null when it has none.</summary>
    public string? TagKnownTo(HttpRequest request) => TagKnownTo(request, Hash);

    public static string? TagKnownTo(HttpRequest request, string hash)
    {
        var line = request.Headers.IfNoneMatch.ToString();
        if (line.Length == 0) return null;
        var at = line.IndexOf('"' + hash, StringComparison.Ordinal);
        if (at < 0) return line.Trim() == "*" ? $"\"{hash}\"" : null;
        var end = line.IndexOf('"', at + 1);
        return end < 0 ? null : line[at..(end + 1)];
    }
}

/// <summary>Stands on a request whose answer may be kept: who draws it leaves it here.</summary>
public sealed class Drawing
{
    public Drawn? Drawn { get; set; }
}
