namespace Kept.Core.Foundation;

/// <summary>
/// Rule D2: early, mid and late are the first, second and third month of a season or quarter; of a year they are its first
/// quarter, the two in the middle, and its last.
/// </summary>
internal static class PartOf
{
    internal enum Part
    {
        Early,
        Mid,
        Late,
    }

    private static readonly (string Words, Part Part)[] Phrases =
    [
        ("early", Part.Early), ("the early part", Part.Early), ("early part", Part.Early),
        ("mid", Part.Mid), ("the middle", Part.Mid), ("middle", Part.Mid),
        ("late", Part.Late), ("later", Part.Late), ("the latter part", Part.Late), ("latter part", Part.Late), ("towards the end", Part.Late),
    ];

    internal static Part? Take(DateCursor at)
    {
        foreach (var (words, part) in Phrases)
        {
            if (!at.Take(words))
                continue;
            if (!at.Take("of") && !at.Take("in") && at.Peek(1).Kind is DateTokenKind.Word or DateTokenKind.Number)
                at.Take(DateTokenKind.Dash);
            return part;
        }
        return null;
    }

    /// <summary>The second part of "mid to late 2021".</summary>
    internal static Part? TakeUpTo(DateCursor at)
    {
        var next = at.Peek(1) is { Kind: DateTokenKind.Word, Text: "mid" or "late" };
        var joined = at.Peek() is { Kind: DateTokenKind.Slash or DateTokenKind.Dash } or { Kind: DateTokenKind.Word, Text: "to" or "or" };
        if (!next || !joined)
            return next && at.Peek().Kind == DateTokenKind.Dash ? Take(at) : null;
        at.Skip(1);
        return Take(at);
    }

    internal static Named Cut(Named whole, Part first, Part last)
    {
        var sample = whole.In(whole.Year ?? 2000);
        if (sample?.WholeMonths is not (3 or 12))
            return whole with { Ambiguous = true, Note = Named.Join(whole.Note, $"The whole is taken: {Name(first)} has no fixed meaning here.") };
        return whole.Map(p => Slice(p, first).Through(Slice(p, last)), "D2", Note(sample.Value.WholeMonths == 3, first, last));
    }

    private static Period Slice(Period whole, Part part)
    {
        var (skip, count) = (whole.WholeMonths, part) switch
        {
            (3, _) => ((int)part, 1),
            (_, Part.Early) => (0, 3),
            (_, Part.Mid) => (3, 6),
            _ => (9, 3),
        };
        var start = whole.Start.AddMonths(skip);
        return Period.Months(start.Year, start.Month, count);
    }

    private static string Name(Part part) => part switch
    {
        Part.Early => "early",
        Part.Mid => "mid",
        _ => "late",
    };

    private static string? Note(bool threeMonths, Part first, Part last)
    {
        if (first != last)
            return null;
        string[] of = threeMonths
            ? ["the first of the three months", "the middle one of the three months", "the last of the three months"]
            : ["the first quarter of the year", "the two middle quarters of the year", "the last quarter of the year"];
        return $"“{char.ToUpperInvariant(Name(first)[0])}{Name(first)[1..]}” is read as {of[(int)first]}.";
    }
}
