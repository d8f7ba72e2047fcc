using Kept.Core.Records;

namespace Kept.Core.Content;

/// <summary>
/// Loads a pack: appends what differs from what stands, and nothing else. A record whose newest entry came by another way
/// is left alone and named; a record that is no longer in the pack is deleted only when asked, and only when it came by a load.
/// </summary>
public static class LoadPack
{
    /// <summary>The way of an Act that loads.</summary>
    public const string Via = "load";

    /// <summary>What loading would do. Throws <see cref="InvalidOperationException"/> for a pack with errors.</summary>
    public static LoadPlan Plan(Snapshot now, PackFolder pack, bool prune = false)
    {
        if (pack.Errors.Count > 0) throw new InvalidOperationException("A pack with errors cannot be loaded.");
        var plan = new LoadPlan();
        foreach (var record in pack.Records.GroupBy(r => r.Key)) Load(now, [.. record], prune, plan);
        if (prune)
        {
            var stated = pack.Records.Select(r => r.Key).ToHashSet();
            foreach (var key in now.Kinds.SelectMany(now.Keys).Where(k => !stated.Contains(k))) Prune(now, key, plan);
        }
        return plan;
    }

    private static void Load(Snapshot now, IReadOnlyList<PackRecord> stated, bool prune, LoadPlan plan)
    {
        var key = stated[0].Key;
        var newest = now.Newest(key);
        var writes = new List<(DateOnly Effective, RecordBody? Body)>();
        foreach (var version in stated)
            if (!Says(Winner(newest, version.Effective), version.Body)) writes.Add((version.Effective, version.Body));
        if (prune)
            foreach (var dropped in Dates(newest).Where(d => stated.All(s => s.Effective != d) && Winner(newest, d) is { IsDeletion: false }))
            {
                var before = stated.LastOrDefault(s => s.Effective < dropped)?.Body;
                if (before is null || !Says(Winner(newest, dropped), before)) writes.Add((dropped, before));
            }
        if (writes.Count == 0) plan.Add(LoadOutcome.Unchanged, key);
        else if (Protection(newest) is { } why) plan.Skip(key, why);
        else
        {
            plan.Add(newest is null || newest.IsDeletion ? LoadOutcome.Added : LoadOutcome.Changed, key);
            plan.Write(key, newest, writes.OrderBy(w => w.Effective));
        }
    }

    private static void Prune(Snapshot now, RecordKey key, LoadPlan plan)
    {
        var newest = now.Newest(key)!;
        var dates = Dates(newest).Where(d => Winner(newest, d) is { IsDeletion: false }).ToList();
        if (dates.Count == 0) return;
        if (Protection(newest) is { } why) plan.Skip(key, why);
        else
        {
            plan.Add(LoadOutcome.Pruned, key);
            plan.Write(key, newest, dates.Select(d => (d, (RecordBody?)null)));
        }
    }

    // Words that came by a form or a file, or were erased or put right, are not the pack's to overwrite.
    private static string? Protection(RecordVersion? newest) =>
        newest is null || newest.Via == Via ? null
        : !newest.IsStatement ? "some of its words were erased"
        : newest.IsDeletion ? $"it was deleted by another way ({newest.Via ?? "unknown"})"
        : $"its newest entry came by another way ({newest.Via ?? "unknown"})";

    private static bool Says(RecordVersion? version, RecordBody body) =>
        version is { IsDeletion: false } && version.RecordJson.Span.SequenceEqual(CanonicalJson.Of(body));

    /// <summary>The version that holds from a date, among those stated for that very date.</summary>
    internal static RecordVersion? Winner(RecordVersion? newest, DateOnly effective)
    {
        for (var v = newest; v is not null; v = v.Previous)
            if (v.IsStatement && v.Entry.Effective == effective) return v;
        return null;
    }

    /// <summary>Every date for which something is stated of a record, in order.</summary>
    internal static IReadOnlyList<DateOnly> Dates(RecordVersion? newest)
    {
        var dates = new SortedSet<DateOnly>();
        for (var v = newest; v is not null; v = v.Previous)
            if (v.IsStatement) dates.Add(v.Entry.Effective);
        return [.. dates];
    }
}
