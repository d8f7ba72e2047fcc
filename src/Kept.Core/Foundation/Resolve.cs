namespace Kept.Core.Foundation;

/// <summary>Gives a period the year it was printed without.</summary>
internal static class Resolve
{
    internal static RangeReader.Found? Alone(DateCursor at, Named named, bool past)
    {
        if (named.Year is { } printed)
            return In(at, named, printed) is { } known ? new(known, named.Rule, named.Ambiguous, named.Note, false) : null;
        var period = Nearest(named, at.Anchor, past);
        var year = period.Start.Year;
        var note = Named.Join($"The year is not printed; {year} is taken from the date of the document.", named.Note);
        return new(period, "D9", true, note, false);
    }

    internal static RangeReader.Found? Both(DateCursor at, Named first, Named second, bool loose)
    {
        if (End(at, first, second) is not { } end || Start(at, first, second, end.Period) is not { } start)
            return null;
        if (start.Start > end.Period.Start || start.End > end.Period.End)
        {
            at.Fail("The second date comes before the first.");
            return null;
        }
        var note = loose ? "Two dates are printed; the time from the first to the last is taken." : null;
        note = Named.Join(Named.Join(first.Note, end.Note), note);
        return new(new(start.Start, end.Period.End), end.Rule, first.Ambiguous || end.Ambiguous || loose, note, true);
    }

    private static RangeReader.Found? End(DateCursor at, Named first, Named second)
    {
        if (second.Year is not null || first.Year is not { } year)
            return Alone(at, second, past: false);
        if (In(at, first, year) is not { } start)
            return null;
        var end = Nearest(second, start.End.AddDays(1), past: false);
        return new(end, second.Rule, true, Named.Join($"The second year is not printed; read as {end.End.Year}.", second.Note), false);
    }

    private static Period? Start(DateCursor at, Named first, Named second, Period end)
    {
        if (first.Year is { } printed)
            return In(at, first, printed);
        var year = second.Year ?? end.Start.Year;
        return first.In(year) is { } same && same.Start <= end.Start ? same : In(at, first, year - 1);
    }

    private static Period? In(DateCursor at, Named named, int year)
    {
        if (named.In(year) is { } period)
            return period;
        at.Fail($"There is no such day in {year}.");
        return null;
    }

    /// <summary>The first such period that is not over by a day, or the last that has begun. Any ten years hold a 29 February.</summary>
    private static Period Nearest(Named named, DateOnly day, bool past)
    {
        var years = past ? Enumerable.Range(0, 10).Select(n => day.Year - n) : Enumerable.Range(day.Year - 1, 11);
        return years.Select(named.In).OfType<Period>().First(p => past ? p.Start <= day : p.End >= day);
    }
}
