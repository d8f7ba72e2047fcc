namespace Kept.Core.Foundation;

/// <summary>Rule D8: days. Numbers are day first; ISO is accepted; a month's name may come before or after the day.</summary>
internal static class DayReader
{
    private const string Rule = "D8";

    internal static Named? Read(DateCursor at)
    {
        if (at.Peek() is { Kind: DateTokenKind.Word } word && DateWords.Weekday(word.Text) is { } weekday)
        {
            at.Skip(1);
            at.Take("the");
            return Bare(at) is { } day ? OnWeekday(at, day, weekday) : null;
        }
        return Bare(at);
    }

    /// <summary>The day of a month, where that month has such a day in any year.</summary>
    internal static Named? Day(DateCursor at, int day, int month, int? year)
    {
        if (month is < 1 or > 12)
            return at.Fail($"There is no month {month}: a date in numbers is read with the day first.");
        if (day < 1 || day > DateTime.DaysInMonth(2000, month))
            return at.Fail($"{DateWords.MonthName(month)} has no day {day}.");
        return new(y => day <= DateTime.DaysInMonth(y, month) ? Period.Day(new(y, month, day)) : null, year, Rule);
    }

    private static Named? Bare(DateCursor at)
    {
        if (IsoAhead(at))
        {
            var (year, month, day) = (at.Peek().Value, at.Peek(2).Value, at.Peek(4).Value);
            at.Skip(5);
            return Years.Known(at, year) is { } y ? Day(at, day, month, y) : null;
        }
        return at.Peek().IsShort ? Numeric(at) ?? NumberFirst(at) : MonthFirst(at);
    }

    private static bool IsoAhead(DateCursor at) =>
        at.Peek().IsYear && at.Is(1, DateTokenKind.Dash) && at.Peek(2).IsShort && at.Is(3, DateTokenKind.Dash) && at.Peek(4).IsShort;

    private static Named? Numeric(DateCursor at)
    {
        var joint = at.Peek(1).Kind;
        if (joint is not (DateTokenKind.Slash or DateTokenKind.Dot or DateTokenKind.Dash))
            return null;
        if (joint == DateTokenKind.Slash && at.Peek(2).IsYear)
            return MonthAndYear(at);
        if (!at.Peek(2).IsShort || at.Peek(3).Kind != joint || !at.Is(4, DateTokenKind.Number))
            return null;
        var (day, month) = (at.Peek().Value, at.Peek(2).Value);
        at.Skip(4);
        return Years.Take(at) is { } year ? Day(at, day, month, year) : null;
    }

    private static Named? MonthAndYear(DateCursor at)
    {
        var month = at.Peek().Value;
        at.Skip(2);
        if (month is < 1 or > 12)
            return at.Fail($"There is no month {month}.");
        return Years.Take(at) is { } year ? Named.Fixed(Period.Month(year, month), Rule) : null;
    }

    private static Named? NumberFirst(DateCursor at)
    {
        var of = at.Peek(1) is { Kind: DateTokenKind.Word, Text: "of" } ? 1 : 0;
        if (at.Peek(1 + of) is not { Kind: DateTokenKind.Word } word || DateWords.Month(word.Text) is not (> 0 and var month))
            return null;
        var day = at.Peek().Value;
        at.Skip(2 + of);
        var year = Years.TakeIfAny(at);
        return at.Fault is null ? Day(at, day, month, year) : null;
    }

    private static Named? MonthFirst(DateCursor at)
    {
        if (at.Peek() is not { Kind: DateTokenKind.Word } word || DateWords.Month(word.Text) is not (> 0 and var month))
            return null;
        var the = at.Peek(1) is { Kind: DateTokenKind.Word, Text: "the" } ? 1 : 0;
        var number = at.Peek(1 + the);
        if (!number.IsShort || !(number.Ordinal || at.Peek(2 + the).IsYear))
            return null;
        at.Skip(2 + the);
        var year = Years.TakeIfAny(at);
        return at.Fault is null ? Day(at, number.Value, month, year) : null;
    }

    private static Named? OnWeekday(DateCursor at, Named day, DayOfWeek weekday)
    {
        if (day.Year is { } year && day.In(year) is { } period && period.Start.DayOfWeek != weekday)
            return at.Fail($"{Dates.Long(period.Start)} was a {period.Start.DayOfWeek}, not a {weekday}.");
        return day;
    }
}
