using Kept.Web.House;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Search;

/// <summary>Search in everything of the record, at any date.</summary>
public sealed class IndexModel : PublicPage
{
    private const int Few = 6;

    public SearchList List { get; private set; } = null!;

    /// <summary>The one kind asked for, if any: then all of it is shown.</summary>
    public string? Kind { get; private set; }

    /// <summary>Words that are likely to find something.</summary>
    public static IReadOnlyList<string> Suggestions { get; } = ["brothers and sisters", "education", "mental health", "moving on", "foster", "kinship", "data"];

    public IActionResult OnGet()
    {
        var (list, problem) = SearchList.Of(HttpContext, Reading);
        if (problem is not null) return new ProblemResult(problem);
        List = list!;
        Kind = Request.Query["kind"] is [{ Length: > 0 } kind] ? kind : null;
        return Page();
    }

    public IEnumerable<SearchGroup> Groups =>
        from kind in List.Items.GroupBy(h => h.Kind, StringComparer.Ordinal)
        let hits = kind.ToList()
        let shown = Kind is null ? hits.Take(Few).ToList() : hits
        select new SearchGroup(kind.Key, hits.Count, shown, shown.Count == hits.Count ? null : $"/search?q={Uri.EscapeDataString(List.Q)}&kind={kind.Key}");

    public string Download(string extension) =>
        Reading.Link($"/search{extension}?q={Uri.EscapeDataString(List.Q)}{(Kind is null ? "" : "&kind=" + Kind)}");
}

/// <summary>What was found of one kind; <paramref name="All"/> leads to the rest where not all is shown.</summary>
public sealed record SearchGroup(string Kind, int Total, IReadOnlyList<SearchHit> Shown, string? All);
