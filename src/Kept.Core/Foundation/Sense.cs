namespace Kept.Core.Foundation;

/// <summary>What the words before a date make of it.</summary>
internal sealed record Sense(string? Qualifier, bool Within, bool Between, bool Past, bool Hedged, Edge Edge)
{
    private static readonly (string Words, string? Qualifier)[] Phrases =
    [
        ("at the latest by", Qualifiers.By), ("no later than", Qualifiers.By), ("not later than", Qualifiers.By),
        ("due by", Qualifiers.By), ("due in", Qualifiers.In), ("due on", Qualifiers.On), ("by", Qualifiers.By),
        ("prior to", Qualifiers.Before), ("ahead of", Qualifiers.Before), ("before", Qualifiers.Before),
        ("up to", Qualifiers.Until), ("until", Qualifiers.Until), ("till", Qualifiers.Until),
        ("starting in", Qualifiers.From), ("starting from", Qualifiers.From), ("beginning in", Qualifiers.From),
        ("as from", Qualifiers.From), ("as of", Qualifiers.From), ("from", Qualifiers.From),
        ("beyond", Qualifiers.After), ("after", Qualifiers.After), ("following", Qualifiers.After),
        ("in the course of", Qualifiers.During), ("throughout", Qualifiers.During), ("during", Qualifiers.During),
        ("over the course of", Qualifiers.Over), ("across", Qualifiers.Over), ("over", Qualifiers.Over),
        ("in", Qualifiers.In), ("on", Qualifiers.On), ("at", Qualifiers.On), ("due", null),
    ];

    private static readonly string[] Hedges =
        ["in or around", "about", "around", "approximately", "roughly", "circa", "c", "expected", "likely", "hopefully", "probably", "provisionally"];

    private static readonly (string Words, Edge Edge)[] Edges =
    [
        ("end", Edge.End), ("close", Edge.End), ("the end", Edge.End), ("the very end", Edge.End), ("the close", Edge.End),
        ("start", Edge.Start), ("the start", Edge.Start), ("beginning", Edge.Start), ("the beginning", Edge.Start),
    ];

    internal static Sense Read(DateCursor at)
    {
        var hedged = TakeHedge(at);
        var past = at.Take("since");
        var between = !past && at.Take("between");
        var within = !past && !between && at.Take("within");
        var qualifier = past ? Qualifiers.From : between ? Qualifiers.In : within ? Qualifiers.During : TakeQualifier(at);
        hedged |= TakeHedge(at);
        return new(qualifier, within, between, past, hedged, TakeEdge(at));
    }

    private static string? TakeQualifier(DateCursor at) =>
        Array.Find(Phrases, p => at.Take(p.Words)).Qualifier;

    private static bool TakeHedge(DateCursor at) => Array.Exists(Hedges, at.Take);

    private static Edge TakeEdge(DateCursor at)
    {
        var edge = Array.Find(Edges, e => at.Take(e.Words)).Edge;
        if (edge != Edge.None && !at.Take("of"))
            at.Take(DateTokenKind.Dash);
        return edge;
    }
}

internal enum Edge
{
    None,
    Start,
    End,
}
