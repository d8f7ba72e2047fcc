namespace Kept.Core.Programme;

/// <summary>What a document's wording says of a commitment. A status read from a document is never "confirmed".</summary>
public static class CommitmentStatuses
{
    private static readonly (string Id, string Label)[] All =
    [
        ("delivered", "Delivered"), ("underway", "Underway"), ("planned", "Planned"),
        ("outstanding", "Older pledge, still open"), ("considering", "Being considered"), ("aspiration", "Hoped for, not yet pledged"),
    ];

    /// <summary>The ids, in the order in which pages show them.</summary>
    public static IReadOnlyList<string> Ids { get; } = [.. All.Select(s => s.Id)];

    /// <summary>The words a page shows; the id itself when it is not on the list.</summary>
    public static string Label(string id) => All.FirstOrDefault(s => s.Id == id).Label ?? id;
}
