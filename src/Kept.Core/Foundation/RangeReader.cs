namespace Kept.Core.Foundation;

/// <summary>One period, or the time from one to another, with what the first leaves unsaid taken from the second.</summary>
internal static class RangeReader
{
    /// <summary>The period, its rule and its doubts; <paramref name="Range"/> where two were printed.</summary>
    internal sealed record Found(Period Period, string Rule, bool Ambiguous, string? Note, bool Range);

    internal static Found? Read(DateCursor at, Sense sense)
    {
        var first = RelativeReader.Read(at) ?? (at.Fault is null ? DayThenDay(at) : null);
        if (first is null && at.Fault is null)
            first = PeriodReader.Read(at);
        if (first is null || at.Fault is not null)
            return null;
        var loose = TakeJoint(at, sense);
        if (loose is null)
            return Resolve.Alone(at, first, sense.Past);
        at.Take("the");
        return PeriodReader.Read(at) is { } second && at.Fault is null ? Resolve.Both(at, first, second, loose.Value) : null;
    }

    /// <summary>"1 to 5 March 2021": the first number takes its month and year from the second.</summary>
    private static Named? DayThenDay(DateCursor at)
    {
        var joined = at.Is(1, DateTokenKind.Dash) || at.Is(1, DateTokenKind.Slash) || at.Peek(1) is { Kind: DateTokenKind.Word, Text: "to" or "and" or "or" };
        if (!at.Peek().IsShort || !joined || !at.Peek(2).IsShort)
            return null;
        var of = at.Peek(3) is { Kind: DateTokenKind.Word, Text: "of" } ? 1 : 0;
        if (at.Peek(3 + of) is not { Kind: DateTokenKind.Word } word || DateWords.Month(word.Text) is not (> 0 and var month))
            return null;
        return DayReader.Day(at, at.Take().Value, month, null);
    }

    /// <summary>True where the joining word is loose ("autumn 2021 and spring 2022"); null where nothing is joined.</summary>
    private static bool? TakeJoint(DateCursor at, Sense sense)
    {
        if (at.Peek() is { Kind: DateTokenKind.Word, Text: "and" } && at.Peek(1) is { Kind: DateTokenKind.Word, Text: "beyond" or "onward" or "onwards" })
            return null;
        if (at.Take("and"))
            return !sense.Between;
        if (at.Take("to") || at.Take("until") || at.Take("till") || at.Take("through"))
            return false;
        if (at.Take("or") || at.Take(DateTokenKind.Slash))
            return true;
        return at.Take(DateTokenKind.Dash) ? false : null;
    }
}
