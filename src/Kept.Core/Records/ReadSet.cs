namespace Kept.Core.Records;

/// <summary>
/// What the readers of one page read of the Register: records, whole kinds, who names what, old ids. It holds no
/// Snapshot, so that it can be kept beside what was drawn. Written by one reader; once written, read by any.
/// </summary>
public sealed class ReadSet
{
    private readonly HashSet<RecordKey> _records = [];
    private readonly HashSet<string> _kinds = new(StringComparer.Ordinal);
    private Dictionary<(RecordKey Target, string? Kind), int>? _referring;
    private Dictionary<RecordKey, RecordKey?>? _redirects;
    private (DateOnly? Begins, bool Read) _begins;
    private (DateTimeOffset? Until, bool Nothing, bool Read) _beforeAll;

    /// <summary>Whether something was read that any entry changes, such as the newest hash.</summary>
    public bool IsEverything { get; private set; }

    /// <summary>
    /// True when nothing that was read has changed from one Snapshot to a later one: what was drawn from the first for
    /// a day and its dates would be drawn the same from the second for that day and those dates.
    /// </summary>
    public bool StillHolds(Snapshot then, Snapshot now) => StillHolds(then.Number, now);

    /// <summary>The same from the number of the earlier Snapshot, which then need not be kept in memory.</summary>
    public bool StillHolds(long then, Snapshot now)
    {
        if (now.Number == then) return true;
        if (IsEverything) return false;
        foreach (var key in _records)
            if (now.Newest(key)?.Entry.Number > then) return false;
        foreach (var kind in _kinds)
            if (now.LastChange(kind) > then) return false;
        return (_referring is null || _referring.All(r => now.CountReferring(r.Key.Target, r.Key.Kind) == r.Value))
            && (_redirects is null || _redirects.All(r => now.Redirect(r.Key) == r.Value))
            && (!_begins.Read || now.Begins == _begins.Begins)
            && (!_beforeAll.Read || NothingBy(_beforeAll.Until, now) == _beforeAll.Nothing);
    }

    internal void Everything() => IsEverything = true;

    internal void Record(RecordKey key) => _records.Add(key);

    internal void Kind(string kind) => _kinds.Add(kind);

    internal void Referring(RecordKey target, string? kind, Snapshot snapshot) => (_referring ??= [])[(target, kind)] = snapshot.CountReferring(target, kind);

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
