using Kept.Core.Foundation;

namespace Kept.Core.Records;

/// <summary>The rows one change would append to what stands, built write by write, with what speaks against it.</summary>
internal sealed class AppendDraft(NextSnapshot next, DateTimeOffset recorded, Act act)
{
    private readonly Dictionary<RecordKey, RecordVersion> _newest = [];
    private readonly List<Said?> _said = [];
    private string _prev = next.Head?.Hash ?? Entry.NoPrev;
    private long _number = next.Head?.Number ?? 0;

    public List<(Entry Entry, Item Item)> Rows { get; } = [];

    public List<long> Erased { get; } = [];

    public List<Refusal> Refusals { get; } = [];

    public List<StaleRecord> Stale { get; } = [];

    public void Add(PreparedWrite prepared)
    {
        var write = prepared.Write;
        var newest = _newest.GetValueOrDefault(write.Record) ?? next.Newest(write.Record);
        if (Objection(write, newest) is { } refusal) Refusals.Add(refusal);
        else if (prepared.Made is { } item) Append(write, item, prepared.Said, newest);
        else Refusals.Add(new($"{write.Record} cannot be kept: {prepared.Fault}", "Nothing was written.", "Put it right and try again."));
    }

    private void Append(Write write, Item item, Said? said, RecordVersion? newest)
    {
        var effective = write.Kind == EntryKind.Redact ? Find(newest, write.Target!.Value)!.Entry.Effective : write.Effective;
        var entry = Entry.Seal(
            _number + 1, write.Kind, write.Record, VersionOf(newest) + 1, effective, recorded, act.By, item.Hash, _prev);
        (_number, _prev) = (entry.Number, entry.Hash);
        Rows.Add((entry, item));
        _said.Add(said);
        if (write.Kind == EntryKind.Redact) Erased.Add(write.Target!.Value);
        _newest[write.Record] = RecordVersion.After(newest, entry, item);
    }

    private Refusal? Objection(Write write, RecordVersion? newest)
    {
        if (!write.Record.HasPlainId)
            return new($"\"{write.Record.Id}\" cannot be the id of a record.", "Nothing was written.", "Use letters, digits, hyphens and full stops.");
        if (write.Expect is { } expected && expected != VersionOf(newest))
        {
            Stale.Add(new(write.Record, expected, VersionOf(newest), Standing(newest)?.Body, write.Body));
            return new(
                $"{write.Record} has changed since you saw it: you saw version {expected}, it is now at version {VersionOf(newest)}.",
                "Nothing was written.", "Look at the newer words, then decide again.");
        }
        if (write.Kind == EntryKind.Delete && View.Standing(newest, write.Effective) is null or { IsDeletion: true })
            return new(
                FormattableString.Invariant($"{write.Record} cannot be deleted from {write.Effective:yyyy-MM-dd}: it is not there on that day."),
                "Nothing was written.", "Check the id and the date.");
        if (write.Target is { } target && Find(newest, target) is not { IsStatement: true, IsRedacted: false })
            return new(
                $"Entry {target} of {write.Record} cannot be changed in this way: there is no such entry with words in it.",
                "Nothing was written.", "Check the number of the entry.");
        if (write.Kind == EntryKind.Redact && Find(newest, write.Target!.Value) is { Withholds: true, Corrects: { } wrong } && Find(newest, wrong) is { IsRedacted: false })
            return new(
                $"Entry {write.Target} of {write.Record} keeps the words of entry {wrong} from readers: without it they would be shown again.",
                "Nothing was written.", $"Erase entry {wrong} first.");
        return null;
    }

    /// <summary>Appends the rows to what stands.</summary>
    public void Apply()
    {
        for (var i = 0; i < Rows.Count; i++) next.Add(Rows[i].Entry, Rows[i].Item, _said[i]);
    }

    private static int VersionOf(RecordVersion? newest) => newest?.Entry.Version ?? 0;

    private static RecordVersion? Standing(RecordVersion? newest) => newest?.AndBefore().FirstOrDefault(v => v.IsStatement);

    private static RecordVersion? Find(RecordVersion? newest, long number) => newest?.AndBefore().FirstOrDefault(v => v.Entry.Number == number);
}
