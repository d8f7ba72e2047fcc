using Kept.Core.Organisations;
using Kept.Core.Records;
using Kept.Design.Maps;
using Kept.Web.House;

namespace Kept.Web.Features.Organisations.Places;

/// <summary>The council areas as tiles; one may be outlined as the place of this page.</summary>
public static class PlaceMap
{
    private const string Note = "has an example of local change";

    public static IReadOnlyList<Tile> Tiles(Reading reading, string? here = null) =>
        [.. from place in reading.View.All<Place>()
            where place.Body is { Kind: PlaceKinds.Council, Column: not null, Row: not null }
            orderby place.Body.Row, place.Body.Column
            select Of(reading, place, here)];

    private static Tile Of(Reading reading, Version<Place> place, string? here)
    {
        var (body, marked) = (place.Body, reading.View.Naming<Example>(place.Key).Any());
        var state = (place.Id == here, marked) switch
        {
            (true, true) => TileState.HereAndMarked,
            (true, false) => TileState.Here,
            (false, true) => TileState.Marked,
            _ => TileState.Plain,
        };
        return new(body.Column!.Value, body.Row!.Value, body.Label ?? "", body.Name, reading.Link(OrganisationLinks.Place(place.Id)), state, marked ? Note : null);
    }

    public static string Label(int areas) => $"Map of the {areas} council areas as equal tiles, north at the top. Each tile is a link.";
}
