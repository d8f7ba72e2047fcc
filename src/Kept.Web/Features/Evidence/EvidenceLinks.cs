namespace Kept.Web.Features.Evidence;

/// <summary>The addresses of sources.</summary>
public static class EvidenceLinks
{
    public const string Sources = "/sources";

    public static string Source(string id) => $"/sources/{id}";
}
