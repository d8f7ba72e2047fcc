namespace Kept.Core.Foundation;

/// <summary>Who does something, why, and for whom. Every entry of the Register carries one.</summary>
/// <param name="By">A pseudonymous id, never a person's name; "operator" until accounts exist.</param>
/// <param name="Why">Free text for readers: why this was recorded.</param>
/// <param name="Via">The way it came: "load" for a pack, "publish" for a file, later the form's name.</param>
/// <param name="OnBehalfOf">The id of the organisation spoken for, if any.</param>
public sealed record Act(string By, string Why, string Via, string? OnBehalfOf = null)
{
    /// <summary>What the person at the command line does.</summary>
    public static Act Operator(string why, string via) => new("operator", why, via);
}
