using System.Globalization;
using Kept.Design.Lists;
using Kept.Web.House;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Programme.Commitments;

/// <summary>The ledger: every commitment, who made it, by when, and in which words.</summary>
public sealed class IndexModel : PublicPage
{
    private const int PageSize = 250;

    public CommitmentFilter Filter { get; private set; } = null!;
    public CommitmentList List { get; private set; } = null!;
    public PageWindow Window { get; private set; } = null!;
    public CommitmentFacets Facets { get; private set; } = null!;

    public IActionResult OnGet()
    {
        var (filter, problem) = CommitmentFilter.Read(Request.Query, Record);
        if (problem is not null) return new ProblemResult(problem);
        Filter = filter!;
        List = CommitmentList.Of(Reading, Filter);
        var asked = Request.Query["page"].ToString();
        var page = asked.Length == 0 ? 1 : int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        if (!PageWindow.Has(List.Total, PageSize, page))
            return new ProblemResult(Problem.BadRequest("There is no such page of this list", $"The list has {List.Total} commitments.", "page", asked, "a whole number from 1"));
        Window = new PageWindow(List.Total, PageSize, page);
        Facets = new CommitmentFacets(Reading, Filter);
        return Page();
    }

    public string PageAddress(int page) => Reading.Link($"{ProgrammeLinks.Commitments}?{Filter.Query}{(Filter.Query.Length > 0 ? "&" : "")}page={page}");

    public string Download(string extension) => Reading.Link(ProgrammeLinks.Commitments + extension + (Filter.Query.Length > 0 ? "?" + Filter.Query : ""));

    /// <summary>"44 of the 77 printed have no date": counted in what is shown.</summary>
    public int Undated => List.Items.Count(c => c.Due.Count == 0);
    public int Unowned => List.Items.Count(c => c.Who.Count == 0);
    public int Passed => List.Items.Count(c => c.Passed);
}
