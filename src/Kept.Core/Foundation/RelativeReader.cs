using System.Runtime.InteropServices;

namespace Kept.Core.Foundation;

/// <summary>Rule D9: words that count from the date of the document.</summary>
internal static class RelativeReader
{
    private const string Rule = "D9";
    private const int MostYears = 100;

    /// <summary>"six months", after "within": the last day of them.</summary>
    internal static Named? Within(DateCursor at)
    {
        _ = at.Take("the next") || at.Take("the coming") || at.Take("next");
        if (Count(at) is not { } count)
            return null;
        return Named.Fixed(Period.Day(count.From(at.Anchor)), Rule, note: $"Counted from {Dates.Long(at.Anchor)}, the date of the document.");
    }

    internal static Named? Read(DateCursor at)
    {
        if (at.Take("later this year"))
            return From(at, new(at.Anchor, Period.Year(at.Anchor.Year).End), "the rest of the year of the document");
        var the = at.Take("the");
        var next = at.Take("next") || at.Take("coming") || at.Take("following");
        if (next && Count(at) is { } count)
            return Coming(at, count);
        if (next || at.Take("this") || at.Take("current"))
            return Unit(at, next ? 1 : 0) ?? Name(at, next);
        return the ? Unit(at, 0) : null;
    }

    private static Named Coming(DateCursor at, Span count)
    {
        if (count.Years == 0)
            return From(at, new(at.Anchor, count.From(at.Anchor)), "counted from the date of the document") with { Ambiguous = false };
        var year = FinancialYear(at);
        var period = Period.Months(year, 4, 12 * count.Years);
        return From(at, period, $"the first year is not printed, and is counted from the financial year {year}-{(year + 1) % 100:00}");
    }

    /// <summary>"this year", "next financial year", "next month"; the plain "the year" only where no figures follow.</summary>
    private static Named? Unit(DateCursor at, int ahead)
    {
        if (at.Peek(1).Kind == DateTokenKind.Number || at.Peek(2).Kind == DateTokenKind.Number || at.Peek(1) is { Text: "of" })
            return null;
        if (at.Take("month"))
        {
            var month = at.Anchor.AddMonths(ahead);
            return From(at, Period.Month(month.Year, month.Month), "counted from the date of the document");
        }
        return YearReader.TakeKind(at) switch
        {
            "financial" => From(at, Period.FinancialYear(FinancialYear(at) + ahead), "a financial year, counted from the date of the document"),
            "school" => From(at, Period.Months(at.Anchor.AddMonths(-7).Year + ahead, 8, 12), "August to July, counted from the date of the document"),
            "calendar" => From(at, Period.Year(at.Anchor.Year + ahead), "the calendar year, counted from the date of the document"),
            _ => null,
        };
    }

    /// <summary>"this summer", "next June".</summary>
    private static Named? Name(DateCursor at, bool next)
    {
        if (PeriodReader.Read(at) is not { } named)
            return null;
        if (named.Year is not null)
            return next ? at.Fail("“Next” is followed by a year that is printed.") : named;
        var earliest = next ? at.Anchor.AddDays(1) : DateOnly.MinValue;
        var year = Enumerable.Range(at.Anchor.Year - 1, 12).First(y => named.In(y) is { } p && p.End >= at.Anchor && p.Start >= earliest);
        return From(at, named.In(year)!.Value, $"the year {year} is counted from the date of the document");
    }

    private static Named From(DateCursor at, Period period, string how) =>
        Named.Fixed(period, Rule, ambiguous: true, $"Read from {Dates.Long(at.Anchor)}: {how}.");

    private static int FinancialYear(DateCursor at) => at.Anchor.AddMonths(-3).Year;

    private static Span? Count(DateCursor at)
    {
        var one = at.Peek() is { Kind: DateTokenKind.Word, Text: "a" or "an" };
        if ((one ? 1 : DateWords.Number(at.Peek())) is not { } number || Of(number, at.Peek(1).Text) is not { } span)
            return null;
        at.Skip(2);
        if (number > MostYears * 12 || span.Years > MostYears)
        {
            at.Fail($"{number} is too many to count from a date.");
            return null;
        }
        _ = at.Take("of publication") || at.Take("from publication") || at.Take("from now");
        return span;
    }

    private static Span? Of(int number, string unit) => unit switch
    {
        "day" or "days" => new(0, 0, number),
        "week" or "weeks" => new(0, 0, 7 * number),
        "month" or "months" => new(0, number, 0),
        "year" or "years" => new(number, 0, 0),
        _ => null,
    };

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Span(int Years, int Months, int Days)
    {
        internal DateOnly From(DateOnly day) => day.AddMonths((12 * Years) + Months).AddDays(Days);
    }
}
