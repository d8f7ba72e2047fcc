using System.Text;

namespace Kept.Core.Records.Sqlite;

/// <summary>An entry with its item as a row of the file has them.</summary>
internal static class SqliteRow
{
    internal const string Select = """
        select e.number, e.kind, e.record, e.version, e.effective, e.recorded, e."by", e.item, e.prev, e.hash, i.salt, i.body
        from entry e left join item i on i.number = e.number and i.hash = e.item where e.number > ? order by e.number
        """;

    internal const string SelectFromSchema1 = """
        select e.number, e.kind, e.record, e.version, e.effective, e.recorded, e."by", e.item, e.prev, e.hash, i.salt, i.body
        from entry e left join item i on i.hash = e.item where e.number > ? order by e.number
        """;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Throws <see cref="FormatException"/>, <see cref="ArgumentException"/> or <see cref="OverflowException"/> where it is none.</summary>
    /// <param name="last">The entry of the row before: what is mostly as there is kept once.</param>
    internal static (Entry Entry, Item Item) Of(SqliteStatement row, Entry? last)
    {
        var entry = new Entry(
            row.Number(0), KindNamed(Filled(row, 1)), Key(Filled(row, 2)), checked((int)row.Number(3)),
            Day(Filled(row, 4)), Instant(Filled(row, 5)), Same(Filled(row, 6), last?.By), Utf8.GetString(Filled(row, 7)), Same(Filled(row, 8), last?.Hash), Utf8.GetString(Filled(row, 9)));
        return (entry, row.IsNull(10) ? new Item("", default, default) : Kept(entry.Item, row.Bytes(10), Filled(row, 11)));
    }

    // In one array: two hundred thousand of these are held.
    private static Item Kept(string hash, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> body)
    {
        var both = new byte[salt.Length + body.Length];
        salt.CopyTo(both);
        body.CopyTo(both.AsSpan(salt.Length));
        return new(hash, both.AsMemory(0, salt.Length), both.AsMemory(salt.Length));
    }

    private static ReadOnlySpan<byte> Filled(SqliteStatement row, int column)
    {
        var bytes = row.Bytes(column);
        return !bytes.IsEmpty || !row.IsNull(column) ? bytes : throw new FormatException("a value is missing");
    }

    private static EntryKind KindNamed(ReadOnlySpan<byte> name) => name.SequenceEqual("set"u8) ? EntryKind.Set : Entry.KindNamed(Utf8.GetString(name));

    private static RecordKey Key(ReadOnlySpan<byte> text)
    {
        if (text.Length > 256) return RecordKey.Parse(Utf8.GetString(text));
        Span<char> letters = stackalloc char[256];
        return RecordKey.Parse(letters[..Utf8.GetChars(text, letters)]);
    }

    private static string Same(ReadOnlySpan<byte> text, string? known) => known is not null && Ascii.Equals(text, known) ? known : Utf8.GetString(text);

    private static DateOnly Day(ReadOnlySpan<byte> text) => text.Length == 10 && text[4] == '-' && text[7] == '-'
        ? new(Digits(text[..4]), Digits(text[5..7]), Digits(text[8..]))
        : throw new FormatException($"\"{Utf8.GetString(text)}\" is not a day");

    private static DateTimeOffset Instant(ReadOnlySpan<byte> text)
    {
        if (text.Length != 27 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != '.' || text[26] != 'Z')
            throw new FormatException($"\"{Utf8.GetString(text)}\" is not an instant");
        var time = new TimeOnly(Digits(text[11..13]), Digits(text[14..16]), Digits(text[17..19]));
        return new DateTimeOffset(Day(text[..10]), time, TimeSpan.Zero).AddTicks(Digits(text[20..26]) * TimeSpan.TicksPerMicrosecond);
    }

    private static int Digits(ReadOnlySpan<byte> text)
    {
        var number = 0;
        foreach (var digit in text)
            number = char.IsAsciiDigit((char)digit) ? (number * 10) + (digit - '0') : throw new FormatException($"\"{Utf8.GetString(text)}\" is not a number");
        return number;
    }
}
