using Kept.Design.Lists;
using Kept.Web.House;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Organisations.Bodies;

/// <summary>Every body, with what falls to it.</summary>
public sealed class IndexModel : PublicPage
{
    private OrganisationFilter _filter = null!;

    public IReadOnlyList<OrganisationShape> All { get; private set; } = [];
    public IReadOnlyList<OrganisationShape> Shown { get; private set; } = [];

    public bool IsFiltered => !_filter.IsEmpty;

    public IReadOnlyList<FilterOption> Types => _filter.Types(All);

    public IReadOnlyList<FilterOption> Namings => _filter.Namings(All);

    public IActionResult OnGet()
    {
        var (filter, problem) = OrganisationFilter.Read(Request.Query, Record);
        if (problem is not null) return new ProblemResult(problem);
        _filter = filter!;
        All = OrganisationList.All(Reading);
        Shown = [.. All.Where(_filter.Takes)];
        return Page();
    }

    public string Download(string extension) => Reading.Link(OrganisationLinks.Organisations + extension + (IsFiltered ? "?" + _filter.Query : ""));
}
