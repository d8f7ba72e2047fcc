using Kept.Core.Records;

namespace Kept.Core.Programme;

/// <summary>What the programme's records put a date to, each date once, by its last day.</summary>
public static class ProgrammeCalendar
{
    /// <summary>Every date on the day of the View, by its last day; those without a last day come last.</summary>
    public static IReadOnlyList<CalendarDate> Of(View view) =>
        [.. RestatedDates.Group([.. DatedRecords.In(view)]).Select(printed => new CalendarDate(TitleOf(printed), printed, StateOf(view, printed)))
            .OrderBy(d => d.Day ?? DateOnly.MaxValue).ThenBy(d => d.Due.Start).ThenBy(d => d.First.Kind)];

    /// <summary>How one milestone's date stands, read from it and from what it restates alone.</summary>
    public static DateState StateOf(View view, Version<Milestone> milestone) =>
        StateOf(view, RestatedDates.Group([.. DatedRecords.Around(view, milestone)]).Single(g => g.Any(d => d.Record == milestone.Key)));

    // One date that is printed of several things is named by the milestone that names them together.
    private static string TitleOf(IReadOnlyList<DatedRecord> printed)
    {
        var things = printed.Count(p => p.Kind == printed[0].Kind);
        var together = printed.Select(p => p.Version.Body).OfType<Milestone>().FirstOrDefault(m => m.AlsoOf.Count > 0);
        return things > 1 && together is not null ? together.Title : printed[0].Title;
    }

    private static DateState StateOf(View view, IReadOnlyList<DatedRecord> printed)
    {
        var due = printed[0].Due;
        if (due.Kind == "past") return DateState.Happened;
        if (due.End is null) return DateState.Open;
        if (due.Kind != "due") return DateState.NotToMeet;
        if (printed[0].Version is { Body: Commitment commitment } version)
        {
            if (commitment.Status == "delivered") return DateState.Delivered;
            if (!due.HasPassed(view.At)) return DateState.Ahead;
            return view.PassedWithNothingHeard(new(version, commitment)).Contains(due) ? DateState.Passed : DateState.LaterWord;
        }
        if (!due.HasPassed(view.At)) return DateState.Ahead;
        return HasLaterWord(view, printed, due.End.Value) ? DateState.LaterWord : DateState.Passed;
    }

    private static bool HasLaterWord(View view, IReadOnlyList<DatedRecord> printed, DateOnly end)
    {
        if (printed.Any(p => p.Version.Entry.Effective > end)) return true;
        var about = printed.Select(p => p.Record)
            .Concat(printed.SelectMany(p => p.Actions).Select(RecordKey.Of<PlanAction>))
            .Concat(printed.Select(p => p.Offer).OfType<string>().Select(RecordKey.Of<Offer>)).Distinct();
        return about.Any(key => view.Naming<Outcome>(key).Any(o => o.Effective > end) || view.Naming<Statement>(key).Any(s => s.Effective > end))
            || printed.Any(p => view.UpdatesOf(p.Record).Any(u => u.Effective > end));
    }
}
