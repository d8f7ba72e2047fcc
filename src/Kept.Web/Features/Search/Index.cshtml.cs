using System.Globalization;
using Kept.Core.Search;
using Kept.Design.Lists;
using Kept.Web.House;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Search;

/// <summary>Search in everything of the record, at any date.</summary>
public sealed class IndexModel : PublicPage
{
    private const int PageSize = 20;
    private const int Few = 6;

    public SearchFilter Filter { get; private set; } = null!;
    public SearchList List { get; private set; } = null!;
    public PageWindow Window { get; private set; } = null!;

    /// <summary>What the suggested words find, where those that were typed find nothing.</summary>
    public SearchList? Instead { get; private set; }

    /// <summary>What was found kind by kind, where that was asked for; otherwise empty.</summary>
    public IReadOnlyList<SearchGroup> Groups { get; private set; } = [];

    public bool IsGrouped { get; private set; }

    /// <summary>Words that are likely to find something.</summary>
    public static IReadOnlyList<string> Suggestions { get; } = ["brothers and sisters", "education", "mental health", "moving on", "foster", "kinship", "data"];

    public IActionResult OnGet()
    {
        var (filter, problem) = SearchFilter.Read(Request.Query, Record, forPage: true);
        if (problem is not null) return new ProblemResult(problem);
        Filter = filter!;
        IsGrouped = Request.Query["group"] == Facet.Kind;
        var asked = Request.Query["page"].ToString();
        var page = asked.Length == 0 ? 1 : int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        List = Find(Filter, Math.Clamp(page - 1, 0, int.MaxValue / PageSize - 1) * PageSize, IsGrouped ? 0 : PageSize);
        if (!PageWindow.Has(List.Total, PageSize, page) || (IsGrouped && asked.Length > 0))
            return new ProblemResult(Problem.BadRequest("There is no such page of what was found", $"{Words.Counted(List.Total, "record was", "records were")} found.", "page", asked, "a whole number from 1"));
        Window = new(List.Total, PageSize, page);
        if (IsGrouped) Groups = [.. List.Facets.Kind.Where(k => Chosen(Facet.Kind) is var kinds && (kinds.Count == 0 || kinds.Contains(k.Value))).OrderBy(k => KindWords.Place(k.Value)).Select(Group)];
        if (List is { Total: 0, DidYouMean: { } other } && Filter.Chosen.Count == 0) Instead = Find(Filter with { Q = other }, 0, PageSize);
        return Page();
    }

    /// <summary>The facets with something to choose from, each with its heading.</summary>
    public IEnumerable<(string Name, string Heading, IReadOnlyList<SearchFacet> Values)> Facets =>
        new[] { (Facet.Kind, "Kind of record", List.Facets.Kind), (Facet.Area, "Priority area", List.Facets.Area), (Facet.Body, "Body", List.Facets.Body) }.Where(f => f.Item3.Count > 0);

    public bool IsChosen(string name, string value) => Filter.Chosen.Contains(new(name, value));

    /// <summary>The address with one value more, or less.</summary>
    public string Toggled(string name, string value)
    {
        var facet = new Facet(name, value);
        return Filter.Address(Filter.Chosen.Contains(facet) ? Filter.Chosen.Where(f => f != facet) : Filter.Chosen.Append(facet), IsGrouped ? "&group=kind" : "");
    }

    public string SearchFor(string words) => (Filter with { Q = words }).Address([]);

    public string PageAddress(int page) => Reading.Link(Filter.Address(Filter.Chosen, FormattableString.Invariant($"&page={page}")));

    public string Download(string extension) => Reading.Link(Filter.Path("/search" + extension, Filter.Chosen));

    /// <summary>What a chosen value is called.</summary>
    public string Called(Facet facet) =>
        List.Facets is var all && (facet.Name == Facet.Kind ? all.Kind : facet.Name == Facet.Area ? all.Area : all.Body).FirstOrDefault(f => f.Value == facet.Value)?.Title is { } title ? title
        : facet.Name == Facet.Kind ? Words.Capital(KindWords.Many(facet.Value))
        : facet.Name == Facet.Area ? Names.Area(Record, facet.Value).Title : Names.Organisation(Record, facet.Value).Name;

    private List<string> Chosen(string name) => [.. Filter.Chosen.Where(f => f.Name == name).Select(f => f.Value)];

    private SearchList Find(SearchFilter filter, int skip, int take) => SearchList.Of(HttpContext, Reading, filter, skip, take);

    private SearchGroup Group(SearchFacet kind)
    {
        var only = Filter with { Chosen = [.. Filter.Chosen.Where(f => f.Name != Facet.Kind), new(Facet.Kind, kind.Value)] };
        var shown = Find(only, 0, Few).Items;
        return new(kind.Value, kind.Count, shown, shown.Count == kind.Count ? null : only.Address(only.Chosen));
    }
}

/// <summary>What was found of one kind; <paramref name="All"/> leads to the rest where not all is shown.</summary>
public sealed record SearchGroup(string Kind, int Total, IReadOnlyList<SearchHit> Shown, string? All);
