namespace Kept.Core.Programme;

/// <summary>A date as a source prints it, with the reading of it. Only dates of kind "due" can pass.</summary>
public sealed record Due
{
    /// <summary>The date words exactly as published.</summary>
    public required string Text { get; init; }

    /// <summary>The word before it: by, in, on, over, during, from, after.</summary>
    public required string Qualifier { get; init; }

    /// <summary>due (to be met), past (it happened), funding-period, period, open (a beginning only), context.</summary>
    public string Kind { get; init; } = "due";

    /// <summary>First day, where one is printed; absent for "by".</summary>
    public DateOnly? Start { get; init; }

    /// <summary>Last day of the lenient reading; absent where the date is open.</summary>
    public DateOnly? End { get; init; }

    /// <summary>Last day of the strict reading of "by".</summary>
    public DateOnly? StrictEnd { get; init; }

    /// <summary>First day of the named period behind a "by".</summary>
    public DateOnly? PeriodStart { get; init; }

    /// <summary>The days are not printed: they are our reading.</summary>
    public bool Inferred { get; init; }
    public string? Note { get; init; }

    /// <summary>The line of the lead-in that carries the date, where it is not the record's own.</summary>
    public int? Line { get; init; }

    /// <summary>Whether this date could be met or missed and its last day has gone.</summary>
    public bool HasPassed(DateOnly today) => Kind == "due" && End is { } end && end < today;
}
