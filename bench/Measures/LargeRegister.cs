using System.Text;
using System.Text.Json.Nodes;
using Kept.Core.Content;
using Kept.Core.Records;
using Kept.Core.Records.Sqlite;

namespace Kept.Measures;

/// <summary>
/// The shipped programme many times over, each copy linked within itself and all of them to the same sources: 120,000
/// records of every kind with 200,000 versions of about 1 KB.
/// </summary>
public static class LargeRegister
{
    public const int Records = 120_000;
    public const int Versions = 200_000;
    private const int Batch = 20_000;
    private const int BodyBytes = 850;
    private static readonly DateOnly First = new(2020, 2, 5);
    private static readonly DateTimeOffset Start = new(2024, 1, 1, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Writes it to a new database at a path.</summary>
    public static void Write(string path, string pack)
    {
        var writes = LoadPack.Plan(Snapshot.Empty, PackFolder.Read(pack)).Change.Writes.Where(w => w.Body is not null).DistinctBy(w => w.Record).ToList();
        var ids = writes.Where(w => w.Record.Kind != "source").SelectMany(w => (string[])[w.Record.Id, w.Record.ToString()]).ToHashSet(StringComparer.Ordinal);
        var texts = writes.Select(w => (w.Record, Text: Encoding.UTF8.GetString(CanonicalJson.Of(w.Body!)))).ToList();
        using var store = SqliteStore.Open(path);
        var versions = new Dictionary<RecordKey, int>();
        var (prev, number) = (Entry.NoPrev, 0L);
        foreach (var batch in Plan(texts).Chunk(Batch))
        {
            var items = batch.AsParallel().AsOrdered().Select(p => Item.New(Body(texts[p.Text].Text, ids, p.Copy, p.Version))).ToList();
            var rows = new List<(Entry, Item)>(Batch);
            foreach (var (p, item) in batch.Zip(items))
            {
                var template = texts[p.Text].Record;
                var key = template.Kind == "source" && p.Copy == 0 ? template : template with { Id = Copied(template.Id, p.Copy) };
                var version = versions[key] = versions.GetValueOrDefault(key) + 1;
                var entry = Entry.Seal(++number, EntryKind.Set, key, version, First.AddDays((p.Copy * 7 % 1500) + (p.Version * 120)), Start.AddSeconds(number), "operator", item.Hash, prev);
                prev = entry.Hash;
                rows.Add((entry, item));
            }
            store.Commit(number - rows.Count, _ => new(rows, []));
        }
    }

    // Every record once, then three of ten again: two or three times more.
    private static IEnumerable<(int Copy, int Text, int Version)> Plan(List<(RecordKey Record, string Text)> texts)
    {
        var records = Enumerable.Range(0, Records).Select(i => (Copy: i / texts.Count, Text: i % texts.Count)).ToList();
        var often = records.Where((_, i) => i % 10 < 3).ToList();
        return records.Select(r => (r.Copy, r.Text, 0))
            .Concat(Enumerable.Range(0, Versions - Records).Select(i => (often[i % often.Count].Copy, often[i % often.Count].Text, 1 + (i / often.Count))));
    }

    private static string Copied(string id, int copy) => FormattableString.Invariant($"{id}-{copy}");

    private static byte[] Body(string text, HashSet<string> ids, int copy, int version)
    {
        var record = JsonNode.Parse(text)!.AsObject();
        var longest = "";
        foreach (var (name, value) in record.ToList())
        {
            record[name] = Copied(value!, ids, copy);
            if (value is JsonValue v && v.TryGetValue(out string? words) && words.Contains(' ', StringComparison.Ordinal) && words.Length > (record[longest]?.GetValue<string>().Length ?? 0)) longest = name;
        }
        if (longest.Length > 0 && text.Length < BodyBytes)
        {
            var words = record[longest]!.GetValue<string>();
            record[longest] = FormattableString.Invariant($"{words} {version} ") + string.Concat(Enumerable.Repeat(words + " ", 1 + ((BodyBytes - text.Length) / (words.Length + 1))));
        }
        return CanonicalJson.Of(new JsonObject { ["record"] = record, ["via"] = "load", ["why"] = "Made to measure." });
    }

    private static JsonNode Copied(JsonNode node, HashSet<string> ids, int copy) => node switch
    {
        JsonObject o => new JsonObject(o.Select(p => KeyValuePair.Create(p.Key, p.Key == "source" ? p.Value?.DeepClone() : Copied(p.Value!, ids, copy)))),
        JsonArray a => new JsonArray([.. a.Select(n => Copied(n!, ids, copy))]),
        JsonValue v when v.TryGetValue(out string? text) && ids.Contains(text) => JsonValue.Create(Copied(text, copy)),
        _ => node.DeepClone(),
    };
}
