namespace Kept.Core.Foundation;

/// <summary>
/// A stretch of the calendar as words name it: the period it is in a given year (null where that year has no such day),
/// the year where one is printed, the rule it was read by, and what may be doubted.
/// </summary>
internal sealed record Named(
    Func<int, Period?> In,
    int? Year,
    string Rule,
    bool Ambiguous = false,
    string? Note = null)
{
    internal static Named Fixed(Period period, string rule, bool ambiguous = false, string? note = null) =>
        new(_ => period, period.Start.Year, rule, ambiguous, note);

    internal Named Map(Func<Period, Period> change, string rule, string? note) => this with
    {
        In = year => In(year) is { } period ? change(period) : null,
        Rule = rule,
        Note = Join(Note, note),
    };

    internal static string? Join(string? first, string? second) =>
        first is null || first == second ? second : second is null ? first : $"{first} {second}";
}
