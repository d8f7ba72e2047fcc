using System.Collections;

namespace Kept.Core.Records;

/// <summary>
/// The whole Register at one entry number, in memory and immutable. Appending gives a new Snapshot that shares what did
/// not change. Read it through a <see cref="View"/>.
/// </summary>
public sealed class Snapshot
{
    internal Snapshot(Entry? head, DateOnly? begins, SlotMap map, SlotVector slots, KindList[] kinds, Growing<long> recorded) =>
        (Head, Begins, Map, Slots, KindLists, Recorded) = (head, begins, map, slots, kinds, recorded);

    public static Snapshot Empty { get; } = new(
        null, null, new(), SlotVector.None, [], default);

    /// <summary>The newest entry, or null when nothing was ever recorded.</summary>
    public Entry? Head { get; }

    /// <summary>The number of the newest entry; 0 when there is none.</summary>
    public long Number => Head?.Number ?? 0;

    /// <summary>The hash of the newest entry.</summary>
    public string Hash => Head?.Hash ?? Entry.NoPrev;

    /// <summary>The earliest effective date of all entries: before it there is nothing to show. Null when nothing was recorded.</summary>
    public DateOnly? Begins { get; }

    /// <summary>One for all Snapshots of a Register.</summary>
    internal SlotMap Map { get; }

    internal SlotVector Slots { get; }

    /// <summary>One for each kind that has records, by name.</summary>
    internal KindList[] KindLists { get; }

    /// <summary>When each entry was recorded, in UTC ticks: the first is of entry 1.</summary>
    internal Growing<long> Recorded { get; }

    /// <summary>The record's newest entry whatever its dates, or null: what an expected version is checked against.</summary>
    public RecordVersion? Newest(RecordKey key) => Slots[Map.Of(key)].Newest;

    /// <summary>All records of a kind ever named, in the order in which they were first recorded.</summary>
    public IReadOnlyList<RecordKey> Keys(string kind) => new KeyList(this, ListOf(kind)?.Slots ?? default);

    /// <summary>Kinds that have records.</summary>
    public IEnumerable<string> Kinds => KindLists.Select(k => k.Kind);

    /// <summary>Records any version of which ever named this one. A superset: a View checks each again at its date.</summary>
    public IReadOnlyCollection<RecordKey> EverReferring(RecordKey key) => new KeyList(this, Slots[Map.Of(key)].NamedBy);

    /// <summary>The record an old or printed id now belongs to, or null.</summary>
    public RecordKey? Redirect(RecordKey key) => Slots[Slots[Map.Of(key)].MovedTo].Newest?.Entry.Record;

    /// <summary>The number of the last entry recorded at or before an instant.</summary>
    public long NumberAt(DateTimeOffset instant)
    {
        var recorded = Recorded.Items;
        int low = 0, high = recorded.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (recorded[middle] <= instant.UtcTicks) low = middle + 1; else high = middle;
        }
        return low;
    }

    /// <summary>This Snapshot and what was appended to it. Entries must follow the head, in order.</summary>
    public Snapshot With(IEnumerable<(Entry Entry, Item Item)> appended)
    {
        var next = new NextSnapshot(this);
        foreach (var (entry, item) in appended) next.Add(entry, item);
        return next.Done();
    }

    /// <summary>The records of a kind, in the order of first recording; null where it has none.</summary>
    internal KindList? ListOf(string kind)
    {
        foreach (var list in KindLists)
            if (string.Equals(list.Kind, kind, StringComparison.Ordinal)) return list;
        return null;
    }

    /// <param name="Changed">The number of the newest entry of any record of the kind.</param>
    internal sealed record KindList(string Kind, Growing<int> Slots, long Changed);

    private sealed class KeyList(Snapshot snapshot, Growing<int> slots) : IReadOnlyList<RecordKey>
    {
        public int Count => slots.Count;

        public RecordKey this[int index] => snapshot.Slots[slots[index]].Newest!.Entry.Record;

        public IEnumerator<RecordKey> GetEnumerator()
        {
            for (var i = 0; i < slots.Count; i++) yield return this[i];
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
