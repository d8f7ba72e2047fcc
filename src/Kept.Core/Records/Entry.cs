using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Unicode;

namespace Kept.Core.Records;

/// <summary>
/// One line of the Register. <see cref="Hash"/> is SHA-256 over the canonical JSON of all the other fields, of which
/// <see cref="Prev"/> is the hash of the entry before: changing any entry changes every hash after it.
/// </summary>
/// <param name="Number">1 for the first entry, then one more for each.</param>
/// <param name="Version">1 for the record's first entry, then one more for each of that record.</param>
/// <param name="Effective">The day from which it is true in the world.</param>
/// <param name="Recorded">The instant Kept learned it, whole microseconds; never earlier than an entry before it.</param>
/// <param name="Item">SHA-256 of the item's salt and body, lower-case hexadecimal.</param>
public sealed record Entry(
    long Number, EntryKind Kind, RecordKey Record, int Version, DateOnly Effective, DateTimeOffset Recorded,
    string By, string Item, string Prev, string Hash)
{
    private static readonly SearchValues<char> Plain =
        SearchValues.Create([.. Enumerable.Range(' ', 0x7f - ' ').Select(c => (char)c).Where(c => c is not ('"' or '\\'))]);

    /// <summary>What stands where the first entry names the one before it.</summary>
    public const string NoPrev = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>An entry with the hash of its other fields.</summary>
    public static Entry Seal(
        long number, EntryKind kind, RecordKey record, int version, DateOnly effective, DateTimeOffset recorded,
        string by, string item, string prev)
    {
        var open = new Entry(number, kind, record, version, effective, recorded, by, item, prev, "");
        return open with { Hash = open.ComputeHash() };
    }

    /// <summary>The hash this entry should carry.</summary>
    public string ComputeHash() => Convert.ToHexStringLower(SHA256.HashData(Head()));

    /// <summary>The canonical JSON that is hashed.</summary>
    public byte[] Head() => IsPlain(By) && IsPlain(Record.Kind) && IsPlain(Record.Id) && IsPlain(Item) && IsPlain(Prev) ? PlainHead() : OtherHead();

    private byte[] OtherHead() => CanonicalJson.Of(
        ("by", By), ("effective", Effective.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("item", Item),
        ("kind", NameOf(Kind)), ("number", Number), ("prev", Prev), ("record", Record.ToString()),
        ("recorded", Instant(Recorded)), ("version", Version));

    // As good as every head: nothing in it needs an escape, so it is written as it stands.
    private byte[] PlainHead()
    {
        Span<byte> head = stackalloc byte[1024];
        return Utf8.TryWrite(head, CultureInfo.InvariantCulture,
            $$"""{"by":"{{By}}","effective":"{{Effective:O}}","item":"{{Item}}","kind":"{{NameOf(Kind)}}","number":{{Number}},"prev":"{{Prev}}","record":"{{Record.Kind}}/{{Record.Id}}","recorded":"{{Instant(Recorded)}}","version":{{Version}}}""", out var length)
            ? head[..length].ToArray() : OtherHead();
    }

    private static bool IsPlain(string text) => !text.AsSpan().ContainsAnyExcept(Plain);

    public static string NameOf(EntryKind kind) => kind switch
    {
        EntryKind.Set => "set",
        EntryKind.Delete => "delete",
        EntryKind.Correct => "correct",
        EntryKind.Redact => "redact",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static EntryKind KindNamed(string name) => name switch
    {
        "set" => EntryKind.Set,
        "delete" => EntryKind.Delete,
        "correct" => EntryKind.Correct,
        "redact" => EntryKind.Redact,
        _ => throw new FormatException($"there is no kind of entry \"{name}\""),
    };

    /// <summary>An instant as the Register writes it: UTC, six decimals, "Z".</summary>
    public static string Instant(DateTimeOffset when)
    {
        // The round-trip format has seven.
        Span<char> text = stackalloc char[28];
        when.UtcDateTime.TryFormat(text, out _, "O", CultureInfo.InvariantCulture);
        text[26] = 'Z';
        return new(text[..27]);
    }
}
