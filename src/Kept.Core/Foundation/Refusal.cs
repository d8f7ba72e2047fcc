namespace Kept.Core.Foundation;

/// <summary>
/// Why something was not done, in plain sentences a reader can act on: <paramref name="What"/> happened, what was
/// <paramref name="Kept"/> all the same, and what to do <paramref name="Next"/>.
/// </summary>
public sealed record Refusal(string What, string? Kept = null, string? Next = null)
{
    /// <summary>The sentences one after the other.</summary>
    public override string ToString() => string.Join(' ', new[] { What, Kept, Next }.Where(s => !string.IsNullOrEmpty(s)));
}
