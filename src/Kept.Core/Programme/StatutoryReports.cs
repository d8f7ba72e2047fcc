namespace Kept.Core.Programme;

/// <summary>Reports that Scottish bodies must write anyway and that the same words can feed: said once, used in each.</summary>
public static class StatutoryReports
{
    private static readonly (string Id, string Label)[] All =
    [
        ("childrens-services-plan", "Children’s services plan"), ("corporate-parenting", "Corporate parenting report"),
        ("child-poverty", "Local child poverty action report"), ("improvement-framework", "National Improvement Framework report"),
    ];

    public static IReadOnlyList<string> Ids { get; } = [.. All.Select(r => r.Id)];

    /// <summary>The words a page shows; the id itself when it is not on the list.</summary>
    public static string Label(string id) => All.FirstOrDefault(r => r.Id == id).Label ?? id;
}
