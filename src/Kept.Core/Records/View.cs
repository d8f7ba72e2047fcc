namespace Kept.Core.Records;

/// <summary>
/// The Register on a date, as known at an instant: on date E, as known at K, a record is the version with the greatest
/// effective date not after E among those recorded by K, ties by number. Today is E = today, K = now: the same rule.
/// A View belongs to one reader and remembers the greatest entry number it read.
/// </summary>
public sealed class View
{
    private readonly long _known;

    /// <param name="at">The date E.</param>
    /// <param name="known">The instant K; null for now.</param>
    public View(Snapshot snapshot, DateOnly at, DateTimeOffset? known = null)
    {
        Snapshot = snapshot;
        At = at;
        _known = known is { } k ? snapshot.NumberAt(k) : snapshot.Number;
    }

    public Snapshot Snapshot { get; }

    public DateOnly At { get; }

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

    /// <summary>Whether nothing had been recorded by K.</summary>
    public bool IsBeforeTheFirstEntry => _known == 0;

    /// <summary>The record as in force, or null.</summary>
    public Version<T>? Find<T>(string id) where T : RecordBody => Typed<T>(InForce(RecordKey.Of<T>(id)));

    /// <summary>The record as in force; throws when it is not, which only a broken reference in the Register can cause.</summary>
    public Version<T> Get<T>(string id) where T : RecordBody =>
        Find<T>(id) ?? throw new InvalidOperationException($"{RecordKey.Of<T>(id)} is not in force on {At:yyyy-MM-dd}.");

    /// <summary>Every record of a type in force, in the order of first recording.</summary>
    public IEnumerable<Version<T>> All<T>() where T : RecordBody
    {
        foreach (var key in Snapshot.Keys(RecordKinds.NameOf<T>()))
            if (Typed<T>(InForce(key)) is { } version) yield return version;
    }

    /// <summary>Records of a type in force whose body, as in force, names the given record.</summary>
    public IEnumerable<Version<T>> Naming<T>(RecordKey target) where T : RecordBody
    {
        var kind = RecordKinds.NameOf<T>();
        return Snapshot.EverReferring(target).Where(k => string.Equals(k.Kind, kind, StringComparison.Ordinal))
            .Select(InForce).Select(Typed<T>).Where(v => v is { } version && version.Body.References().Contains(target))
            .Select(v => v!.Value).OrderBy(v => FirstNumber(v.Source));
    }

    /// <summary>The version in force of any record, deletions included; null when none is.</summary>
    public RecordVersion? InForce(RecordKey key)
    {
        var standing = Standing(Snapshot.Newest(key), At, _known);
        if (standing is not null) Entry = Math.Max(Entry, standing.Entry.Number);
        return standing;
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
        for (var v = Snapshot.Newest(key); v is not null; v = v.Previous)
            if (v.Entry.Number <= _known) all.Add(v);
        all.Reverse();
        if (all.Count > 0) Entry = Math.Max(Entry, all[^1].Entry.Number);
        return all;
    }

    /// <summary>The correction of this version, if one was ever recorded, whatever K: the wrong words are marked on every past view.</summary>
    public RecordVersion? CorrectionOf(RecordVersion version)
    {
        for (var v = Snapshot.Newest(version.Entry.Record); v is not null; v = v.Previous)
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
