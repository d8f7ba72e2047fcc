using System.Text.Json.Nodes;
using Kept.Core.Foundation;

namespace Kept.Core.Records;

/// <summary>The rows one change would append to a Snapshot, built write by write, with what speaks against it.</summary>
internal sealed class AppendDraft(Snapshot snapshot, DateTimeOffset recorded, Act act)
{
    private readonly Dictionary<RecordKey, (int Version, RecordVersion? Newest)> _newest = [];
    private string _prev = snapshot.Hash;
    private long _number = snapshot.Number;

    public List<(Entry Entry, Item Item)> Rows { get; } = [];

    public List<long> Erased { get; } = [];

    public List<Refusal> Refusals { get; } = [];

    public List<StaleRecord> Stale { get; } = [];

    public void Add(Write write)
    {
        var (version, newest) = _newest.TryGetValue(write.Record, out var seen) ? seen
            : (snapshot.Newest(write.Record)?.Entry.Version ?? 0, snapshot.Newest(write.Record));
        if (Objection(write, version, newest) is { } refusal) { Refusals.Add(refusal); return; }

        var effective = write.Effective;
        if (write.Kind == EntryKind.Redact)
        {
            effective = Find(newest, write.Target!.Value)!.Entry.Effective;
            Erased.Add(write.Target.Value);
        }
        var item = Item.New(Body(write));
        var entry = Entry.Seal(++_number, write.Kind, write.Record, version + 1, effective, recorded, act.By, item.Hash, _prev);
        _prev = entry.Hash;
        Rows.Add((entry, item));
        _newest[write.Record] = (version + 1, newest);
    }

    private Refusal? Objection(Write write, int version, RecordVersion? newest)
    {
        if (write.Expect is { } expected && expected != version)
        {
            Stale.Add(new(write.Record, expected, version, newest?.Body, write.Body));
            return new(
                $"{write.Record} has changed since you saw it: you saw version {expected}, it is now at version {version}.",
                "Nothing was written.", "Look at the newer words, then decide again.");
        }
        if (write.Kind == EntryKind.Delete && (newest is null || newest.IsDeletion))
            return new($"{write.Record} cannot be deleted: it is not there.", "Nothing was written.", "Check the id.");
        if (write.Target is { } target && Find(newest, target) is not { IsStatement: true, IsRedacted: false })
            return new(
                $"Entry {target} of {write.Record} cannot be changed in this way: there is no such entry with words in it.",
                "Nothing was written.", "Check the number of the entry.");
        return null;
    }

    private static RecordVersion? Find(RecordVersion? version, long number)
    {
        while (version is not null && version.Entry.Number != number) version = version.Previous;
        return version;
    }

    private byte[] Body(Write write)
    {
        var item = new JsonObject { ["via"] = act.Via, ["why"] = act.Why };
        if (act.OnBehalfOf is not null) item["behalf"] = act.OnBehalfOf;
        if (write.Body is not null) item["record"] = JsonNode.Parse(CanonicalJson.Of(write.Body));
        if (write.Kind == EntryKind.Correct) item["corrects"] = write.Target;
        if (write.Kind == EntryKind.Redact) item["redacts"] = write.Target;
        return CanonicalJson.Of(item);
    }
}
