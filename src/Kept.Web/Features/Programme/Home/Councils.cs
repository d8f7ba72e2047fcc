using Kept.Core.Organisations;
using Kept.Core.Records;
using Kept.Design.Maps;
using Kept.Web.House;

namespace Kept.Web.Features.Programme.Home;

/// <summary>The councils as tiles and as names. A marked tile has an example of local change; it is no rank.</summary>
public sealed record Councils(IReadOnlyList<Tile> Tiles, IReadOnlyList<(string Name, string Href)> ByName, int WithExamples)
{
    public static Councils Of(Reading reading)
    {
        var view = reading.View;
        var councils = view.All<Place>().Where(p => p.Body.Kind == "council").OrderBy(p => p.Body.Name, StringComparer.Ordinal).ToList();
        var marked = view.All<Example>().Select(e => e.Body.Place).ToHashSet(StringComparer.Ordinal);
        var tiles = councils.Where(p => p.Body is { Column: not null, Row: not null })
            .OrderBy(p => p.Body.Row).ThenBy(p => p.Body.Column)
            .Select(p => Of(reading, p, marked.Contains(p.Id)));
        return new([.. tiles], [.. councils.Select(p => (p.Body.Name, Address(p.Id)))], councils.Count(p => marked.Contains(p.Id)));
    }

    private static Tile Of(Reading reading, Version<Place> place, bool marked) => new(
        place.Body.Column!.Value, place.Body.Row!.Value, place.Body.Label ?? place.Body.Name[..3].ToUpperInvariant(), place.Body.Name,
        reading.Link(Address(place.Id)), marked ? TileState.Marked : TileState.Plain, marked ? "has an example of local change" : null);

    private static string Address(string gss) => "/places/" + gss;
}
