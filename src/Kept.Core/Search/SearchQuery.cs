namespace Kept.Core.Search;

/// <summary>A question in words, taken apart: every clause is one thing that was asked for.</summary>
/// <param name="Text">As typed.</param>
public sealed record SearchQuery(string Text, IReadOnlyList<Clause> Clauses, IReadOnlyList<Phrase> Phrases)
{
    /// <summary>Clauses that must be met. What only holds a sentence together need not be, unless nothing else was typed.</summary>
    public IEnumerable<Clause> Needed => Clauses.Any(c => !c.IsFunctionWord) ? Clauses.Where(c => !c.IsFunctionWord) : Clauses;

    /// <summary>Other words that are looked for besides those typed.</summary>
    public IEnumerable<string> AlsoLookedFor => Clauses.SelectMany(c => c.Alternatives).Where(a => !a.IsAsTyped).Select(a => a.Words).Distinct(StringComparer.Ordinal);
}

/// <summary>One thing that was asked for: it is met where any of its alternatives is.</summary>
/// <param name="Typed">The word, or run of words, folded.</param>
/// <param name="Alternatives">What was typed first, then other words for it.</param>
/// <param name="Beginning">A folded beginning of words that is looked for when <paramref name="BeginsWord"/>, or when no record has the word itself; null for none.</param>
public sealed record Clause(string Typed, IReadOnlyList<Alternative> Alternatives, bool IsFunctionWord, string? Beginning, bool BeginsWord)
{
    /// <summary>Its place among the words of the question, in words, from 0; and how many words it is.</summary>
    public int At { get; init; }
    public int Length { get; init; } = 1;
}

/// <summary>Words of which all must stand in a record.</summary>
public sealed record Alternative(string Words, IReadOnlyList<string> Roots, bool IsAsTyped);

/// <summary>Roots that must stand side by side.</summary>
public sealed record Phrase(IReadOnlyList<string> Roots);
