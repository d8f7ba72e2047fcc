using System.Collections.Concurrent;
using System.IO.Compression;
using Microsoft.Net.Http.Headers;

namespace Kept.Web.House;

/// <summary>In which form a reader takes a text: what it prefers, and br before gzip before plain where it prefers none.</summary>
public static class AcceptedEncoding
{
    public const string Brotli = "br";
    public const string Gzip = "gzip";

    // Browsers send a handful of different lines; whoever invents new ones has them read each time.
    private const int Remembered = 200;
    private static readonly ConcurrentDictionary<string, string?> Known = new(StringComparer.Ordinal);

    /// <summary>"br", "gzip", or null for the plain text.</summary>
    public static string? Of(HttpRequest request)
    {
        var line = request.Headers.AcceptEncoding.ToString();
        if (line.Length == 0) return null;
        if (Known.TryGetValue(line, out var known)) return known;
        var read = Read(line);
        if (Known.Count < Remembered) Known.TryAdd(line, read);
        return read;
    }

    private static string? Read(string line)
    {
        if (!StringWithQualityHeaderValue.TryParseList([line], out var taken)) return null;
        double Quality(string name) => taken.Where(e => e.Value.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(e => e.Quality ?? 1).FirstOrDefault(-1);
        var (br, gzip, plain) = (Quality(Brotli), Quality(Gzip), Quality("identity"));
        if (br > 0 && br >= gzip && br >= plain) return Brotli;
        return gzip > 0 && gzip >= plain ? Gzip : null;
    }

    /// <summary>gzip 6 and brotli 5: higher costs far more time than it saves bytes.</summary>
    public static byte[] Compress(ReadOnlySpan<byte> bytes, string encoding)
    {
        using var to = new MemoryStream();
        using (Stream through = encoding == Brotli
            ? new BrotliStream(to, new BrotliCompressionOptions { Quality = 5 }, leaveOpen: true)
            : new GZipStream(to, new ZLibCompressionOptions { CompressionLevel = 6 }, leaveOpen: true))
            through.Write(bytes);
        return to.ToArray();
    }
}
