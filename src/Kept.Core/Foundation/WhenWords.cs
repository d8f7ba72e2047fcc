namespace Kept.Core.Foundation;

internal static class WhenWords
{
    internal static string Of(When when) => (when.Start, when.End) switch
    {
        ({ } start, { } end) => Within(when.Qualifier, new Period(start, end)),
        ({ } start, null) => when.Qualifier == Qualifiers.After
            ? $"after {Dates.Long(start.AddDays(-1))}, no end date"
            : $"from {Dates.Long(start)}, no end date",
        (null, { } end) => when.Qualifier switch
        {
            Qualifiers.Before => $"before {Dates.Long(end.AddDays(1))}",
            Qualifiers.Until => $"until {Dates.Long(end)}",
            _ => $"by {Dates.Long(end)}",
        },
        _ => "no date",
    };

    private static string Within(string qualifier, Period period)
    {
        if (period.Days == 1)
            return $"on {Dates.Long(period.Start)}";
        return qualifier is Qualifiers.During or Qualifiers.Over ? Dates.Span(period) : Dates.Between(period);
    }
}
