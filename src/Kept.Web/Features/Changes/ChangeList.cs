using Kept.Core.Foundation;
using Kept.Core.Records;
using Kept.Web.House;

namespace Kept.Web.Features.Changes;

/// <summary>The changes a reading knows, newest first. With a date asked for, those that are effective by it.</summary>
public static class ChangeList
{
    public static IReadOnlyList<RecordVersion> Versions(Reading reading, ChangeFilter filter)
    {
        var view = reading.View;
        var all = Chronicle.Versions(view);
        var instants = filter.Acts.Count > 0 ? filter.Instants(all) : null;
        return [.. all.Where(v => IsBy(reading, v) && instants?.Contains(v.Entry.Recorded) != false && filter.Takes(view, v))];
    }

    public static (ListShape<ChangeShape>? List, Problem? Problem) Of(HttpContext http, Reading reading)
    {
        var (filter, problem) = ChangeFilter.Read(http.Request.Query, reading.View);
        if (filter is null) return (null, problem);
        return (Lists.Of([.. Versions(reading, filter).Select(v => ChangeShape.Of(reading.View, v))], reading), null);
    }

    /// <summary>Whether a version belongs on the day asked for; without one everything that is known does, what is yet to come too.</summary>
    public static bool IsBy(Reading reading, RecordVersion version) =>
        !reading.Asked.Query.StartsWith("at=", StringComparison.Ordinal) || version.Entry.Effective <= reading.At;
}

/// <summary>What one Act did: its entries share the instant at which they were recorded.</summary>
public sealed record ActOfChanges(DateTimeOffset Recorded, string? Why, IReadOnlyList<RecordVersion> Versions)
{
    /// <summary>The number of its newest entry here, which names it.</summary>
    public long Entry => Versions[0].Entry.Number;

    public DateOnly Day => LondonClock.DayOf(Recorded);

    /// <summary>How many records of each kind, in the order in which pages list kinds.</summary>
    public IReadOnlyList<(string Kind, int Count)> Kinds =>
        [.. Versions.GroupBy(v => v.Entry.Record.Kind, StringComparer.Ordinal).OrderBy(g => KindWords.Place(g.Key)).Select(g => (g.Key, g.DistinctBy(v => v.Entry.Record).Count()))];

    /// <summary>"792 entries for 1 programme, 2 plans, 25 actions".</summary>
    public string Counted => $"{Words.Counted(Versions.Count, "entry", "entries")} for {string.Join(", ", Kinds.Select(k => KindWords.Counted(k.Count, k.Kind)))}";

    public static IReadOnlyList<ActOfChanges> Of(IEnumerable<RecordVersion> newestFirst) =>
        [.. newestFirst.GroupBy(v => v.Entry.Recorded).Select(g => new ActOfChanges(g.Key, g.First().Why, [.. g]))];
}
