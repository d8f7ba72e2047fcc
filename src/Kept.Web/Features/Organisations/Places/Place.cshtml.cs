using Kept.Core.Organisations;
using Kept.Web.House;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Organisations.Places;

/// <summary>One place: what has changed there, what is asked of every council, and what is not known.</summary>
public sealed class PlaceModel : PublicPage
{
    public PlaceRecordShape Shape { get; private set; } = null!;

    public IReadOnlyList<ExampleShape> Elsewhere { get; private set; } = [];

    public bool IsCouncil => Shape.Kind == PlaceKinds.Council;

    public bool IsNeighbour(string gss) => Shape.Neighbours.Any(n => n.Id == gss);

    public IActionResult OnGet(string id) => Show<Place>(id, OrganisationLinks.Place, version =>
    {
        Shape = PlaceRecordShape.Of(Reading, version);
        Elsewhere = LocalExamples.Elsewhere(Reading.Aside().View, Shape);
    });
}
