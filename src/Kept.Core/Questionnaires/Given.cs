namespace Kept.Core.Questionnaires;

/// <summary>What was answered to one question: as typed or chosen; nothing where it was left empty.</summary>
public sealed record Given(IReadOnlyList<string> Values)
{
    /// <summary>Whether it was said before, and only confirmed.</summary>
    public bool StillTrue { get; init; }

    public bool IsEmpty => Values.Count == 0;

    /// <summary>What was sent with a form: line ends made alike, what is empty left out.</summary>
    public static Given Of(IEnumerable<string?> typed) =>
        new([.. typed.Select(t => (t ?? "").ReplaceLineEndings("\n").Trim()).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal)]);

    public bool SaysTheSameAs(Given other) => Values.Order(StringComparer.Ordinal).SequenceEqual(other.Values.Order(StringComparer.Ordinal), StringComparer.Ordinal);
}
