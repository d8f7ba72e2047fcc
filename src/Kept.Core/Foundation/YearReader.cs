namespace Kept.Core.Foundation;

/// <summary>Rules D3, D4 and D7: a year, a financial or school year, and two years with a hyphen.</summary>
internal static class YearReader
{
    private const string Calendar = "calendar";

    internal static Named? Read(DateCursor at)
    {
        var kind = TakeKind(at);
        if (!at.Peek().IsYear)
            return kind is null || at.AtEnd ? null : at.Fail($"“{Years.Quote(at.Peek().Text)}” is not a year of four figures.");
        return PairAhead(at) ? Pair(at, kind) : Single(at, kind);
    }

    /// <summary>The first day of the two-part year ahead, such as "2024/25", which must be of consecutive years.</summary>
    internal static DateOnly? TakeTwoPart(DateCursor at)
    {
        if (!at.Peek().IsYear || !PairAhead(at) || Years.Take(at) is not { } year)
            return null;
        at.Skip(1);
        return Follows(at, year, at.Take()) ? Start(at, year, null) : null;
    }

    internal static bool PairAhead(DateCursor at)
    {
        if (at.Peek(1).Kind is not (DateTokenKind.Dash or DateTokenKind.Slash))
            return false;
        var second = at.Peek(2);
        var dayFollows = at.Peek(3) is { Kind: DateTokenKind.Word } word && DateWords.Month(word.Text) > 0;
        return second.IsYear || (second is { Kind: DateTokenKind.Number, Text.Length: 2, Ordinal: false } && !dayFollows);
    }

    private static Named? Pair(DateCursor at, string? kind)
    {
        if (Years.Take(at) is not { } year)
            return null;
        var hyphen = at.Take().Kind == DateTokenKind.Dash;
        var second = at.Take();
        kind ??= TakeKind(at);
        if (hyphen && second.IsYear && kind is null or Calendar)
            return Span(at, year, second);
        return Follows(at, year, second) ? TwoPart(at, year, kind) : null;
    }

    private static Named? Span(DateCursor at, int year, DateToken second)
    {
        if (Years.Known(at, second.Value) is not { } last)
            return null;
        if (last <= year)
            return at.Fail($"{year}-{last} ends before it begins.");
        var other = last == year + 1 ? $" The financial year {year}-{last % 100:00} is also possible." : "";
        return Named.Fixed(Period.Year(year).Through(Period.Year(last)), "D3", ambiguous: true, $"Read as calendar years.{other}");
    }

    private static bool Follows(DateCursor at, int year, DateToken second)
    {
        if (second.Value == (second.IsYear ? year + 1 : (year + 1) % 100))
            return true;
        at.Fail($"{year} and {second.Text} are not years that follow each other.");
        return false;
    }

    private static Named TwoPart(DateCursor at, int year, string? kind)
    {
        var start = Start(at, year, kind);
        var period = Period.Months(year, start.Month, 12);
        return start.Month == 4
            ? Named.Fixed(period, "D3", note: "Read as a financial year, April to March.")
            : Named.Fixed(period, "D4", note: "Read as a year from August to July, as in school and social work statistics.");
    }

    private static Named? Single(DateCursor at, string? kind)
    {
        if (Years.Take(at) is not { } year)
            return null;
        kind ??= TakeKind(at);
        if (kind is null or Calendar)
            return Named.Fixed(Period.Year(year), "D7");
        return TwoPart(at, year, kind) with { Ambiguous = true, Note = $"Read as the year that begins in {year}; the one that ends in {year} is also possible." };
    }

    private static DateOnly Start(DateCursor at, int year, string? kind) => kind switch
    {
        "financial" => new(year, 4, 1),
        "school" => new(year, 8, 1),
        _ => new(year, at.Years == YearKind.AugustToJuly ? 8 : 4, 1),
    };

    /// <summary>"financial year" and the like, before or after the figures.</summary>
    internal static string? TakeKind(DateCursor at)
    {
        if (at.Take("financial year") || at.Take("fiscal year") || at.Take("fy"))
            return "financial";
        if (at.Take("school year") || at.Take("academic year"))
            return "school";
        return at.Take("calendar year") || at.Take("year") ? Calendar : null;
    }
}
