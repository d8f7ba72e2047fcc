using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Kept.Core.Records;

namespace Kept.Core.Keeping;

/// <summary>The lines of an archive: see docs/data/archive.md, which is also what its README says.</summary>
public static class Archive
{
    public const string Entries = "entries.jsonl", Items = "items.jsonl", ReadMe = "README.md";

    private static readonly JsonWriterOptions AsItIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static byte[] Line(Entry entry) => CanonicalJson.Of(
        ("by", entry.By), ("effective", entry.Effective.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("hash", entry.Hash), ("item", entry.Item),
        ("kind", Entry.NameOf(entry.Kind)), ("number", entry.Number), ("prev", entry.Prev), ("record", entry.Record.ToString()),
        ("recorded", Entry.Instant(entry.Recorded)), ("version", entry.Version));

    // Not as canonical JSON, which has one form for equal letters: the body is to come out as it went in.
    internal static byte[] Line(Item item)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line, AsItIs))
        {
            json.WriteStartObject();
            json.WriteString("body", item.Body.Span);
            json.WriteString("hash", item.Hash);
            json.WriteString("salt", Convert.ToHexStringLower(item.Salt.Span));
            json.WriteEndObject();
        }
        return line.ToArray();
    }

    /// <summary>The rows of an archive in order; throws <see cref="FormatException"/>, with the line, where one cannot be read.</summary>
    public static IEnumerable<(Entry Entry, Item Item)> Read(string folder)
    {
        using var items = File.ReadLines(Path.Combine(folder, Items)).GetEnumerator();
        var number = 0;
        foreach (var line in File.ReadLines(Path.Combine(folder, Entries)))
        {
            number++;
            if (!items.MoveNext()) throw new FormatException($"{Items} ends before line {number}");
            yield return (At(Entries, number, () => EntryOf(line)), At(Items, number, () => ItemOf(items.Current)));
        }
        if (items.MoveNext()) throw new FormatException($"{Items} goes on after line {number}, where {Entries} ends");
    }

    private static Entry EntryOf(string line)
    {
        using var json = JsonDocument.Parse(line);
        string Text(string name) => json.RootElement.GetProperty(name).GetString() ?? throw new FormatException($"{name} is missing");
        var entry = new Entry(
            json.RootElement.GetProperty("number").GetInt64(), Entry.KindNamed(Text("kind")), RecordKey.Parse(Text("record")), json.RootElement.GetProperty("version").GetInt32(),
            DateOnly.ParseExact(Text("effective"), "yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTimeOffset.ParseExact(Text("recorded"), "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
            Text("by"), Text("item"), Text("prev"), Text("hash"));
        return line == System.Text.Encoding.UTF8.GetString(Line(entry)) ? entry : throw new FormatException("it is not in the one form an entry has");
    }

    private static Item ItemOf(string line)
    {
        using var json = JsonDocument.Parse(line);
        string Text(string name) => json.RootElement.GetProperty(name).GetString() ?? throw new FormatException($"{name} is missing");
        return new(Text("hash"), Convert.FromHexString(Text("salt")), System.Text.Encoding.UTF8.GetBytes(Text("body")));
    }

    private static T At<T>(string file, int number, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"{file}, line {number}: {e.Message}", e);
        }
    }
}
