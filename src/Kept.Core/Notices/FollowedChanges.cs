using Kept.Core.Records;

namespace Kept.Core.Notices;

/// <summary>A record that changed in what somebody follows.</summary>
/// <param name="Because">The first of their follows that it falls under: it is told under no other.</param>
/// <param name="Versions">What was recorded of it since they were last told, oldest first.</param>
public sealed record FollowedChange(RecordKey Key, Follow Because, IReadOnlyList<RecordVersion> Versions);

/// <summary>New entries of a Snapshot, by what of them can be followed. A function of the Snapshot, the entries and the follows, and of nothing else.</summary>
public sealed class FollowedChanges
{
    private readonly Dictionary<Followed, List<RecordVersion>> _touching = [];
    private readonly Dictionary<RecordKey, List<RecordVersion>> _changed = [];
    private readonly Func<string, IReadOnlySet<RecordKey>> _found;

    /// <param name="entries">In the order of their numbers.</param>
    /// <param name="found">The records that a search finds.</param>
    public FollowedChanges(Snapshot snapshot, IEnumerable<RecordVersion> entries, Func<string, IReadOnlySet<RecordKey>> found)
    {
        _found = found;
        foreach (var version in entries)
        {
            Listed(_changed, version.Entry.Record).Add(version);
            foreach (var touched in Touches.Of(snapshot, version)) Listed(_touching, touched).Add(version);
        }
    }

    /// <summary>Every version that was recorded after an entry, oldest first.</summary>
    public static IReadOnlyList<RecordVersion> Since(Snapshot snapshot, long entry) =>
        [.. snapshot.Kinds.SelectMany(snapshot.Keys).SelectMany(k => snapshot.Newest(k)!.AndBefore().TakeWhile(v => v.Entry.Number > entry)).OrderBy(v => v.Entry.Number)];

    /// <summary>What changed for somebody who was told of everything up to an entry: each record once.</summary>
    public IReadOnlyList<FollowedChange> For(long told, IEnumerable<Follow> follows)
    {
        var (changes, known) = (new List<FollowedChange>(), new HashSet<RecordKey>());
        foreach (var follow in follows.Where(f => f.Confirmed is not null).OrderBy(f => f.Confirmed))
        {
            var since = Math.Max(told, follow.Since);
            foreach (var of in Matching(follow.What).Where(v => v.Entry.Number > since).GroupBy(v => v.Entry.Record))
                if (known.Add(of.Key)) changes.Add(new(of.Key, follow, [.. _changed[of.Key].Where(v => v.Entry.Number > since)]));
        }
        return changes;
    }

    private IEnumerable<RecordVersion> Matching(Followed what)
    {
        if (what.Kind != FollowedKind.Search) return _touching.GetValueOrDefault(what) ?? [];
        var found = _found(what.Id);
        return _changed.Where(c => found.Contains(c.Key)).SelectMany(c => c.Value).OrderBy(v => v.Entry.Number);
    }

    private static List<RecordVersion> Listed<TKey>(Dictionary<TKey, List<RecordVersion>> lists, TKey key) where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list)) lists[key] = list = [];
        return list;
    }
}
