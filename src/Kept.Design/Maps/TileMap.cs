using Kept.Design.Html;
using Microsoft.AspNetCore.Html;

namespace Kept.Design.Maps;

/// <summary>What a tile says of its place. Never a rank or a score.</summary>
public enum TileState
{
    Plain,

    /// <summary>Filled and underlined: something is held about it.</summary>
    Marked,

    /// <summary>A heavy edge: the place this page is about.</summary>
    Here,

    /// <summary>Both: a heavy edge and the underline.</summary>
    HereAndMarked,
}

/// <summary>One place as a tile.</summary>
/// <param name="Column">From 0, west to east.</param>
/// <param name="Row">From 0, north to south.</param>
/// <param name="Label">The letters on the tile; the accessible name begins with them.</param>
/// <param name="Name">The place's name.</param>
/// <param name="Href">Where the tile leads.</param>
/// <param name="State">Drawn by fill, edge and underline.</param>
/// <param name="Note">Said after the name: "has an example of local change".</param>
public sealed record Tile(int Column, int Row, string Label, string Name, string Href, TileState State = TileState.Plain, string? Note = null);

/// <summary>Places as tiles of one size, each a link. The list of names must stand beside it: that is its twin.</summary>
public static class TileMap
{
    private const double Step = 54;
    private const double Side = 49;
    private const double Edge = 2.5;
    private const double Size = 21.5;

    /// <param name="label">The accessible name of the whole map.</param>
    /// <param name="tiles">At least one; the order is the order of the Tab key.</param>
    public static IHtmlContent Draw(string label, IReadOnlyList<Tile> tiles)
    {
        ArgumentNullException.ThrowIfNull(tiles);
        if (tiles.Count == 0) throw new ArgumentException("A map has at least one tile.", nameof(tiles));
        var width = tiles.Max(tile => tile.Column) * Step + Side + 2 * Edge;
        var height = tiles.Max(tile => tile.Row) * Step + Side + 2 * Edge;
        return Svg.Box(width, height).Class("k-map").With("role", "group").With("aria-label", label).Add(tiles.Select(Link));
    }

    private static Element Link(Tile tile)
    {
        double x = tile.Column * Step + Edge, y = tile.Row * Step + Edge;
        var (classes, marked) = tile.State switch
        {
            TileState.Marked => ("has", true),
            TileState.Here => ("here", false),
            TileState.HereAndMarked => ("here", true),
            _ => (null, false),
        };
        var link = new Element("a").With("href", tile.Href).Class(classes)
            .With("aria-label", $"{tile.Label}, {tile.Name}{(tile.Note is null ? "" : ", " + tile.Note)}")
            .With("aria-current", classes == "here" ? "page" : null)
            .Add(Svg.Rectangle(x, y, Side, Side).With("fill", "none").With("stroke", "currentColor").With("stroke-width", 1.25))
            .Add(Svg.Words(x + Side / 2, y + Side / 2 + (marked ? 5 : 8), Size, tile.Label, "middle").With("font-weight", "600"));
        return marked
            ? link.Add(Svg.Line($"M{Svg.Number(x + 11)} {Svg.Number(y + Side - 10)}h{Svg.Number(Side - 22)}", 3).Class("tick"))
            : link;
    }
}
