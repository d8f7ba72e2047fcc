namespace Kept.Core.Records;

/// <summary>
/// The Register on a date, as known at an instant: on date E, as known at K, a record is the version with the greatest
/// effective date not after E among those recorded by K, ties by number. Today is E = today, K = now: the same rule.
/// A View belongs to one reader and remembers what it read and the greatest entry number of it.
/// </summary>
public sealed class View
{
    private readonly Snapshot _snapshot;
    private readonly DateTimeOffset? _until;
    private readonly long _known;

    /// <param name="at">The date E.</param>
    /// <param name="known">The instant K; null for now.</param>
    public View(Snapshot snapshot, DateOnly at, DateTimeOffset? known = null) : this(snapshot, at, known, new(snapshot)) { }

    private View(Snapshot snapshot, DateOnly at, DateTimeOffset? known, ReadSet reads)
    {
        (_snapshot, At, _until, Reads) = (snapshot, at, known, reads);
        _known = known is { } k ? snapshot.NumberAt(k) : snapshot.Number;
    }

    /// <summary>What was read through this View and those beside it.</summary>
    public ReadSet Reads { get; }

    /// <summary>The Snapshot itself. Whoever asks for it counts as having read everything: ask the View where it has an answer.</summary>
    public Snapshot Snapshot
    {
        get
        {
            Reads.Everything();
            return _snapshot;
        }
    }

    public DateOnly At { get; }

    /// <summary>The number of the last entry known by K.</summary>
    internal long KnownNumber => _known;

    /// <summary>The number of the newest entry of all, which says how fresh something beside the Snapshot must be and is not shown.</summary>
    internal long NewestNumber => _snapshot.Number;

    /// <summary>The greatest entry number among the records read so far; 0 before any.</summary>
    public long Entry { get; private set; }

    /// <summary>Starts counting afresh for one part of what is read; hand the answer to <see cref="Since"/>.</summary>
    public long Mark()
    {
        var before = Entry;
        Entry = 0;
        return before;
    }

    /// <summary>The greatest entry number read since <see cref="Mark"/>; the whole goes on counting from both.</summary>
    public long Since(long mark)
    {
        var part = Entry;
        Entry = Math.Max(part, mark);
        return part;
    }

    /// <summary>A View of the same dates with an <see cref="Entry"/> of its own; what it reads counts for both.</summary>
    public View Aside() => new(_snapshot, At, _until, Reads);

    /// <summary>A View of another date as known now; what it reads counts for both.</summary>
    public View On(DateOnly at) => new(_snapshot, at, null, Reads);

    /// <summary>Whether nothing had been recorded by K.</summary>
    public bool IsBeforeTheFirstEntry => Reads.NothingBefore(_until, _snapshot);

    /// <summary>The earliest effective date of all entries; null when nothing was recorded.</summary>
    public DateOnly? Begins
    {
        get
        {
            Reads.Begins(_snapshot.Begins);
            return _snapshot.Begins;
        }
    }

    /// <summary>The record's newest entry, whatever E and K; null when there never was one.</summary>
    public RecordVersion? Newest(RecordKey key)
    {
        var slot = _snapshot.Map.Of(key);
        Reads.Record(key, slot);
        return _snapshot.Slots[slot].Newest;
    }

    /// <summary>All records of a kind ever named, whatever E and K, in the order of first recording.</summary>
    public IReadOnlyList<RecordKey> Keys(string kind)
    {
        Reads.Kind(kind);
        return _snapshot.Keys(kind);
    }

    /// <summary>Records any version of which ever named this one, whatever E and K: look at each again.</summary>
    public IReadOnlyCollection<RecordKey> EverReferring(RecordKey key)
    {
        NamedBy(key, null);
        return _snapshot.EverReferring(key);
    }

    /// <summary>The record an old or printed id now belongs to, or null.</summary>
    public RecordKey? Redirect(RecordKey key)
    {
        var to = _snapshot.Redirect(key);
        Reads.Redirect(key, to);
        return to;
    }

    /// <summary>The record as in force, or null.</summary>
    public Version<T>? Find<T>(string id) where T : RecordBody => Typed<T>(InForce(RecordKey.Of<T>(id)));

    /// <summary>The record as in force; throws when it is not, which only a broken reference in the Register can cause.</summary>
    public Version<T> Get<T>(string id) where T : RecordBody =>
        Find<T>(id) ?? throw new InvalidOperationException($"{RecordKey.Of<T>(id)} is not in force on {At:yyyy-MM-dd}.");

    /// <summary>Every record of a type in force, in the order of first recording.</summary>
    public IEnumerable<Version<T>> All<T>() where T : RecordBody
    {
        var kind = RecordKinds.NameOf<T>();
        Reads.Kind(kind);
        var slots = _snapshot.ListOf(kind)?.Slots ?? default;
        for (var i = 0; i < slots.Count; i++)
            if (Typed<T>(Counted(_snapshot.Slots[slots[i]].Newest)) is { } version) yield return version;
    }

    /// <summary>Records of a type in force whose body, as in force, names the given record.</summary>
    public IEnumerable<Version<T>> Naming<T>(RecordKey target) where T : RecordBody
    {
        var kind = RecordKinds.NameOf<T>();
        var naming = new List<(long First, Version<T> Version)>();
        foreach (var slot in NamedBy(target, kind))
        {
            var newest = _snapshot.Slots[slot].Newest!;
            if (!string.Equals(newest.Entry.Record.Kind, kind, StringComparison.Ordinal)) continue;
            Reads.Record(newest.Entry.Record, slot);
            // The only version there is must be the one that named it.
            if (Typed<T>(Counted(newest)) is { } version && (newest.Previous is null || version.Body.References().Contains(target)))
                naming.Add((FirstNumber(newest), version));
        }
        naming.Sort((a, b) => a.First.CompareTo(b.First));
        return naming.Select(n => n.Version);
    }

    private ReadOnlySpan<int> NamedBy(RecordKey target, string? kind)
    {
        var slot = _snapshot.Map.Of(target);
        var named = _snapshot.Slots[slot].NamedBy;
        Reads.Naming(target, slot, kind, named.Count);
        return named.Items;
    }

    /// <summary>The version in force of any record, deletions included; null when none is. Words that are withheld are left out.</summary>
    public RecordVersion? InForce(RecordKey key) => Counted(Newest(key));

    private RecordVersion? Counted(RecordVersion? newest)
    {
        var standing = Standing(newest, At, _known);
        if (standing is null) return null;
        Entry = Math.Max(Entry, standing.Entry.Number);
        return Withheld.Shown(newest!, standing);
    }

    /// <summary>The one rule, over the versions of one record from the newest back.</summary>
    internal static RecordVersion? Standing(RecordVersion? newest, DateOnly at, long known = long.MaxValue)
    {
        RecordVersion? best = null;
        for (var v = newest; v is not null; v = v.Previous)
        {
            if (v.Entry.Number > known || !v.IsStatement || v.Entry.Effective > at) continue;
            if (best is null || v.Entry.Effective > best.Entry.Effective) best = v;
        }
        return best;
    }

    /// <summary>Every entry of the record known by K, oldest first; empty when there is none.</summary>
    public IReadOnlyList<RecordVersion> History(RecordKey key)
    {
        var all = new List<RecordVersion>();
        var newest = Newest(key);
        for (var v = newest; v is not null; v = v.Previous)
            if (v.Entry.Number <= _known) all.Add(Withheld.Shown(newest!, v));
        all.Reverse();
        if (all.Count > 0) Entry = Math.Max(Entry, all[^1].Entry.Number);
        return all;
    }

    /// <summary>The correction of this version, if one was ever recorded, whatever K: the wrong words are marked on every past view.</summary>
    public RecordVersion? CorrectionOf(RecordVersion version)
    {
        for (var v = Newest(version.Entry.Record); v is not null; v = v.Previous)
            if (v.Corrects == version.Entry.Number) return v;
        return null;
    }

    private static Version<T>? Typed<T>(RecordVersion? version) where T : RecordBody =>
        version?.Body is T body ? new(version, body) : null;

    private static long FirstNumber(RecordVersion version)
    {
        while (version.Previous is { } earlier) version = earlier;
        return version.Entry.Number;
    }
}
