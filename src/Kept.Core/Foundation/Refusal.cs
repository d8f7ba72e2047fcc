namespace Kept.Core.Foundation;

/// <summary>Why something was not done, in words for people: what happened, what was kept, what to do next.</summary>
public sealed record Refusal(string What, string? Kept, string? Next)
{
    public override string ToString() => string.Join(" ", new[] { What, Kept, Next }.Where(s => !string.IsNullOrEmpty(s)));
}
