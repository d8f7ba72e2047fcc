namespace Kept.Core.Records;

/// <summary>
/// What the readers of one page read of the Register: records, whole kinds, who names what, old ids. It holds no
/// Snapshot, so that it can be kept beside what was drawn. Written by one reader; once written, read by any.
/// </summary>
public sealed class ReadSet
{
    private readonly SlotMap _map;
    private readonly HashSet<int> _records = [];
    private readonly HashSet<string> _kinds = new(StringComparer.Ordinal);
    private Dictionary<(int Target, string? Kind), int>? _naming;
    private HashSet<RecordKey>? _absent, _neverNamed;
    private Dictionary<RecordKey, RecordKey?>? _redirects;
    private (DateOnly? Begins, bool Read) _begins;
    private (DateTimeOffset? Until, bool Nothing, bool Read) _beforeAll;

    internal ReadSet(Snapshot snapshot) => _map = snapshot.Map;

    /// <summary>Whether something was read that any entry changes, such as the newest hash.</summary>
    public bool IsEverything { get; private set; }

    /// <summary>How many things were read.</summary>
    public int Count => _records.Count + _kinds.Count + (_naming?.Count ?? 0) + (_absent?.Count ?? 0) + (_redirects?.Count ?? 0);

    /// <summary>
    /// True when nothing that was read has changed from one Snapshot to a later one: what was drawn from the first for
    /// a day and its dates would be drawn the same from the second for that day and those dates.
    /// </summary>
    public bool StillHolds(Snapshot then, Snapshot now) => StillHolds(then.Number, now);

    /// <summary>The same from the number of the earlier Snapshot, which then need not be kept in memory.</summary>
    public bool StillHolds(long then, Snapshot now)
    {
        if (now.Number == then) return true;
        // Another map: the Register was read again from its store, and its slots have other numbers.
        if (IsEverything || now.Map != _map) return false;
        foreach (var slot in _records)
            if (now.Slots[slot].Newest?.Entry.Number > then) return false;
        foreach (var kind in _kinds)
            if (now.ListOf(kind)?.Changed > then) return false;
        return (_naming is null || _naming.All(n => NamedByNoMore(n.Key.Kind, now.Slots[n.Key.Target].NamedBy.Items[n.Value..], now)))
            && (_absent is null || _absent.All(key => now.Newest(key) is null))
            && (_neverNamed is null || _neverNamed.All(key => now.EverReferring(key).Count == 0))
            && (_redirects is null || _redirects.All(r => now.Redirect(r.Key) == r.Value))
            && (!_begins.Read || now.Begins == _begins.Begins)
            && (!_beforeAll.Read || NothingBy(_beforeAll.Until, now) == _beforeAll.Nothing);
    }

    private static bool NamedByNoMore(string? kind, ReadOnlySpan<int> added, Snapshot now)
    {
        foreach (var slot in added)
            if (kind is null || string.Equals(now.Slots[slot].Newest!.Entry.Record.Kind, kind, StringComparison.Ordinal)) return false;
        return true;
    }

    internal void Everything() => IsEverything = true;

    /// <param name="slot">Its slot; 0 where it has none.</param>
    internal void Record(RecordKey key, int slot)
    {
        if (slot > 0) _records.Add(slot);
        else (_absent ??= []).Add(key);
    }

    internal void Kind(string kind) => _kinds.Add(kind);

    /// <param name="kind">Only records of this kind matter; null for all.</param>
    internal void Naming(RecordKey target, int slot, string? kind, int count)
    {
        if (slot > 0) (_naming ??= []).TryAdd((slot, kind), count);
        else (_neverNamed ??= []).Add(target);
    }

    internal void Redirect(RecordKey key, RecordKey? to) => (_redirects ??= [])[key] = to;

    internal void Begins(DateOnly? day) => _begins = (day, true);

    internal bool NothingBefore(DateTimeOffset? until, Snapshot snapshot)
    {
        var nothing = NothingBy(until, snapshot);
        _beforeAll = (until, nothing, true);
        return nothing;
    }

    private static bool NothingBy(DateTimeOffset? until, Snapshot snapshot) => (until is { } k ? snapshot.NumberAt(k) : snapshot.Number) == 0;
}
