namespace Kept.Core.Foundation;

/// <summary>Rules D1, D2 and D7: seasons, quarters and months, and the early, middle or late part of any.</summary>
internal static class PeriodReader
{
    internal static Named? Read(DateCursor at)
    {
        var part = PartOf.Take(at);
        if (part is null)
            return Whole(at);
        var last = PartOf.TakeUpTo(at) ?? part;
        return Whole(at) is { } whole ? PartOf.Cut(whole, part.Value, last.Value) : null;
    }

    private static Named? Whole(DateCursor at)
    {
        while (at.Take("the") || at.Take("period of") || at.Take("month of"))
            continue;
        return YearThenName(at) ?? DayReader.Read(at) ?? ReadSeason(at, null) ?? ReadQuarter(at) ?? ReadMonth(at, null) ?? YearReader.Read(at);
    }

    /// <summary>"2021 summer holiday", "2021 March".</summary>
    private static Named? YearThenName(DateCursor at)
    {
        if (!at.Peek().IsYear || at.Peek(1) is not { Kind: DateTokenKind.Word } word)
            return null;
        if (Seasons.Named(word.Text) is null && DateWords.Month(word.Text) == 0)
            return null;
        return Years.Take(at) is { } year ? ReadSeason(at, year) ?? ReadMonth(at, year) : null;
    }

    private static Named? ReadSeason(DateCursor at, int? year)
    {
        if (at.Fault is not null || at.Peek() is not { Kind: DateTokenKind.Word } word || Seasons.Named(word.Text) is not { } season)
            return null;
        at.Skip(1);
        var holiday = at.Take("holiday") || at.Take("holidays");
        var twoPart = year is null && season == Season.Winter ? WinterYear(at) : null;
        year ??= twoPart ?? Years.TakeIfAny(at);
        if (at.Fault is not null)
            return null;
        var unsure = season == Season.Winter && twoPart is null;
        var note = Named.Join(
            unsure ? WinterNote(year) : null,
            holiday ? "Read as the whole season; the days of the holiday are not printed." : null);
        return new(y => season.In(y), year, "D1", unsure || holiday, note);
    }

    /// <summary>"winter 2021-22" leaves no doubt which winter is meant.</summary>
    private static int? WinterYear(DateCursor at)
    {
        if (at.Peek(1).IsYear)
            at.Take("of");
        return YearReader.TakeTwoPart(at)?.Year;
    }

    private static string WinterNote(int? year) => year is { } y
        ? $"Winter spans two years: read as December {y} to February {y + 1}; January and February {y} are also possible."
        : "Winter spans two years.";

    private static Named? ReadQuarter(DateCursor at)
    {
        if (TakeQuarter(at) is not { } quarter)
            return null;
        if (!at.Take("of"))
            at.Take(DateTokenKind.Dash);
        at.Take("the");
        var kind = YearReader.TakeKind(at);
        var start = YearReader.TakeTwoPart(at);
        if (start is null && at.Fault is null)
            start = Years.Take(at) is { } year ? new(year, kind == "financial" ? 4 : 1, 1) : null;
        if (start is null)
            return null;
        var first = start.Value.AddMonths(3 * (quarter - 1));
        return Named.Fixed(Period.Months(first.Year, first.Month, 3), "D7");
    }

    private static int? TakeQuarter(DateCursor at)
    {
        string[] words = ["first", "second", "third", "fourth"];
        var (one, two) = (at.Peek(), at.Peek(1));
        int? quarter = null;
        if (one is { Kind: DateTokenKind.Word, Text: "q" or "quarter" } && two.IsShort)
            quarter = two.Value;
        else if (two is { Kind: DateTokenKind.Word, Text: "quarter" })
            quarter = one.Ordinal ? one.Value : Array.IndexOf(words, one.Text) + 1;
        if (quarter is null or < 1 or > 4)
            return null;
        at.Skip(2);
        return quarter;
    }

    private static Named? ReadMonth(DateCursor at, int? year)
    {
        if (at.Fault is not null || at.Peek() is not { Kind: DateTokenKind.Word } word || DateWords.Month(word.Text) is not (> 0 and var month))
            return null;
        at.Skip(1);
        year ??= Years.TakeIfAny(at);
        return at.Fault is null ? new Named(y => Period.Month(y, month), year, "D7") : null;
    }
}
