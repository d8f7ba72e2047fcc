namespace Kept.Core.Foundation;

/// <summary>Rules D5 and D6, and the other senses: from a period and the words around it to a reading.</summary>
internal static class Compose
{
    internal static When Within(string text, RangeReader.Found last, Sense sense) =>
        new(text, Qualifiers.By, null, last.Period.End, last.Period.End, last.Period.Start, null, last.Rule, sense.Hedged, last.Note);

    internal static When Of(string text, RangeReader.Found found, Sense sense, Tail tail)
    {
        var qualifier = tail.Latest ? Qualifiers.By : sense.Qualifier;
        if (tail.Open && qualifier != Qualifiers.After)
            qualifier = Qualifiers.From;
        if (found.Range && qualifier is null or Qualifiers.From)
            qualifier = Qualifiers.During;
        var when = Read(text, found.Period, qualifier, sense.Edge, found.Rule);
        return when with
        {
            Ambiguous = when.Ambiguous || found.Ambiguous || sense.Hedged,
            Note = Named.Join(Named.Join(found.Note, when.Note), sense.Hedged ? "Printed as likely, not as certain." : null),
        };
    }

    private static When Read(string text, Period period, string? qualifier, Edge edge, string rule)
    {
        if (edge == Edge.End && qualifier is null or Qualifiers.By)
            return By(text, period, Period.Day(period.End), period.End, "D6");
        var point = edge switch
        {
            Edge.End => Period.Day(period.End),
            Edge.Start => Period.Day(period.Start),
            _ => period,
        };
        return qualifier switch
        {
            Qualifiers.By => By(text, point, point, point.Start.AddDays(-1), "D5"),
            Qualifiers.From => new(text, qualifier, point.Start, null, PeriodEnd: point.End, Rule: rule),
            Qualifiers.After => new(text, qualifier, point.End.AddDays(1), null, Rule: rule),
            Qualifiers.Before => new(text, qualifier, null, point.Start.AddDays(-1), Rule: rule),
            Qualifiers.Until => new(text, qualifier, null, point.End, Rule: rule),
            _ => Inside(text, point, qualifier, rule) with { Ambiguous = edge == Edge.Start, Note = edge == Edge.Start ? "The first day is taken." : null },
        };
    }

    private static When By(string text, Period named, Period point, DateOnly strict, string rule) =>
        new(text, Qualifiers.By, null, point.End, strict, named.Start, null, rule);

    private static When Inside(string text, Period period, string? qualifier, string rule)
    {
        if (qualifier is not (Qualifiers.During or Qualifiers.Over))
            qualifier = period.Days == 1 ? Qualifiers.On : Qualifiers.In;
        return new(text, qualifier, period.Start, period.End, Rule: rule);
    }
}
