namespace Kept.Web.Tests.Faults;

/// <summary>
/// Whether what clients were told and saw could have come from one register that did one thing after another, and whether
/// what it holds in the end is what they were told.
/// </summary>
internal static class History
{
    /// <summary>What could not have been. <paramref name="stored"/> has the words of every version of each record, oldest first.</summary>
    internal static List<string> Wrong(IReadOnlyCollection<Event> events, IReadOnlyDictionary<string, IReadOnlyList<string>> stored)
    {
        var wrong = new List<string>();
        var sent = events.Where(e => e.IsWrite).ToDictionary(e => e.Words, StringComparer.Ordinal);
        foreach (var (record, versions) in stored)
            for (var version = 1; version <= versions.Count; version++)
                if (!sent.TryGetValue(versions[version - 1], out var by) || by.Record != record) wrong.Add($"{record} {version} was never sent");
                else if (by.Came == Came.Failed) wrong.Add($"{record} {version} was refused and is there");
                else if (by.Version != version) wrong.Add($"{record} {version} was sent as {by.Version}");
        foreach (var e in events.Where(e => e.Came == Came.Well && e.Version > 0))
        {
            var versions = stored.GetValueOrDefault(e.Record) ?? [];
            if (e.Version > versions.Count) wrong.Add($"{e.Record} {e.Version} was {(e.IsWrite ? "acknowledged" : "shown")} and is lost");
            else if (versions[e.Version - 1] != e.Words) wrong.Add($"{e.Record} {e.Version} was {(e.IsWrite ? "acknowledged" : "shown")} with other words");
        }
        foreach (var record in events.GroupBy(e => e.Record)) wrong.AddRange(Stale([.. record.Where(e => e.Came == Came.Well)]));
        return wrong;
    }

    // Whoever asks after an answer has ended sees what it told of, or newer.
    private static IEnumerable<string> Stale(IReadOnlyList<Event> events)
    {
        var ended = events.OrderBy(e => e.Ended).ToList();
        var (next, known) = (0, 0);
        foreach (var e in events.OrderBy(e => e.Began))
        {
            for (; next < ended.Count && ended[next].Ended < e.Began; next++) known = Math.Max(known, ended[next].Version);
            if (e.Version < known + (e.IsWrite ? 1 : 0)) yield return $"{e.Record} {e.Version} {(e.IsWrite ? "was written" : "was shown")} after {known} was known";
        }
    }
}
