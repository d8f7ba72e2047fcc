using Kept.Web.House;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Organisations.Places;

/// <summary>Every place of one kind: the council areas as a map and a list, the others as lists.</summary>
public sealed class IndexModel : PublicPage
{
    public string Kind { get; private set; } = PlaceKinds.Council;

    public bool ShowsCouncils => Kind == PlaceKinds.Council;

    public IReadOnlyList<PlaceShape> Shown { get; private set; } = [];

    /// <summary>Every local example, by place.</summary>
    public IReadOnlyList<ExampleShape> Examples { get; private set; } = [];

    public IActionResult OnGet()
    {
        var (kind, problem) = PlaceList.Kind(Request.Query);
        if (problem is not null) return new ProblemResult(problem);
        Kind = kind!;
        Shown = PlaceList.All(Reading, Kind);
        Examples = ShowsCouncils ? LocalExamples.All(Record) : [];
        return Page();
    }

    public string Download(string extension) => Reading.Link(OrganisationLinks.Places + extension + (ShowsCouncils ? "" : "?kind=" + Kind));
}
