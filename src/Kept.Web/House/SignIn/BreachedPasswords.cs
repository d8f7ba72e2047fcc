using System.Security.Cryptography;
using System.Text;

namespace Kept.Web.House.SignIn;

/// <summary>
/// The list of leaked passwords the operator points to: a text file, either one password a line, or lines of SHA-1 hashes in
/// hexadecimal in rising order, each with anything after a colon, as the public lists of hundreds of millions are given out.
/// </summary>
public sealed class BreachedPasswords(KeptSettings settings)
{
    private const int HashLetters = 40;
    private readonly Lazy<HashSet<string>?> _words = new(() => settings.BreachedPasswords is { } file && !IsOfHashes(file) ? [.. File.ReadLines(file)] : null);

    public bool Holds(string password)
    {
        if (settings.BreachedPasswords is not { } file) return false;
        return _words.Value is { } words ? words.Contains(password) : HoldsHash(file, Sha1Of(password));
    }

    // The lists are made of it; nothing is protected by it.
#pragma warning disable CA5350
    private static string Sha1Of(string password) => Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password)));
#pragma warning restore CA5350

    private static bool IsOfHashes(string file) =>
        File.ReadLines(file).FirstOrDefault() is { Length: >= HashLetters } line && line[..HashLetters].All(char.IsAsciiHexDigit);

    // Halves the file until what is left is small, then reads that.
    private static bool HoldsHash(string file, string hash)
    {
        using var stream = File.OpenRead(file);
        var (low, high) = (0L, stream.Length);
        while (high - low > 4096)
        {
            var middle = low + ((high - low) / 2);
            var line = HashAfter(stream, middle);
            if (line is null || string.CompareOrdinal(line.ToUpperInvariant(), hash) > 0) high = middle;
            else low = middle;
        }
        stream.Position = low;
        using var reader = new StreamReader(stream, Encoding.ASCII);
        if (low > 0) reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var order = string.Compare(line, 0, hash, 0, HashLetters, StringComparison.OrdinalIgnoreCase);
            if (order >= 0) return order == 0;
        }
        return false;
    }

    // The hash of the first whole line that begins after a position; null at the end of the file.
    private static string? HashAfter(FileStream stream, long position)
    {
        stream.Position = position;
        Span<byte> bytes = stackalloc byte[512];
        var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        var end = bytes[..read].IndexOf((byte)'\n');
        return end < 0 || end + 1 + HashLetters > read ? null : Encoding.ASCII.GetString(bytes.Slice(end + 1, HashLetters));
    }
}
