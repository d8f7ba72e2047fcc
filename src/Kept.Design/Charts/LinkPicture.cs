using Kept.Design.Html;
using Microsoft.AspNetCore.Html;

namespace Kept.Design.Charts;

/// <summary>One thing in a picture of links. <paramref name="Key"/> is unique in the picture; without an address it is a heading.</summary>
/// <param name="Strong">Drawn bold: a heading, or what the page is about.</param>
public sealed record LinkNode(string Key, string Label, string? Href, bool Strong = false);

/// <summary>How a link is drawn: told apart by its line, never by colour alone.</summary>
public enum LinkStroke
{
    Solid,
    Dashed,
    Dotted,
}

/// <summary>A link from one node to another, with an arrow at its end unless it has no direction.</summary>
public sealed record LinkLine(string From, string To, LinkStroke Stroke, bool Arrow = true);

/// <summary>
/// Things in two or three columns and the links between them as curves. A thing stands where its column and its place in
/// it put it, and nowhere else, so the same things give the same picture, and a new link moves nothing. The links of a
/// thing are part of its anchor: they stand out when it has the pointer or the focus. For 768 px and wider; the list that
/// must stand below it is its twin, and on a phone the list is the picture.
/// </summary>
public static class LinkPicture
{
    private const double Width = 1000;
    private const double Size = 17;
    private const double LineHeight = 19;
    private const double Gap = 12;
    private const double Letter = 8.3;

    /// <param name="label">The accessible name of the whole picture.</param>
    /// <param name="columns">Two or three, from left to right; a key stands in one of them.</param>
    /// <param name="lines">Links whose ends are both drawn; others are left out.</param>
    public static IHtmlContent Draw(string label, IReadOnlyList<IReadOnlyList<LinkNode>> columns, IReadOnlyList<LinkLine> lines)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(lines);
        if (columns.Count is not (2 or 3)) throw new ArgumentException("A picture of links has two or three columns.", nameof(columns));
        var height = columns.Max(HeightOf) + 2;
        var placed = columns.SelectMany((nodes, column) => Column(nodes, column, columns.Count, height)).ToDictionary(p => p.Node.Key, StringComparer.Ordinal);
        var leaving = lines.Where(l => placed.ContainsKey(l.From) && placed.ContainsKey(l.To)).ToLookup(l => l.From, StringComparer.Ordinal);
        return Svg.Box(Width, height).Class("k-links").With("role", "group").With("aria-label", label)
            .Add(placed.Values.Select(p => Anchor(p, [.. leaving[p.Node.Key].Select(l => (l, placed[l.To]))])));
    }

    /// <summary>A line by itself, for a legend: hidden from assistive technology.</summary>
    public static IHtmlContent Line(LinkStroke stroke) => Svg.Silent(44, 20, "k-links__key").Add(Stroked("M2 10H42", stroke));

    private sealed record Place(LinkNode Node, int Column, double Y, double Left, double Right, IReadOnlyList<string> Lines);

    private static IEnumerable<Place> Column(IReadOnlyList<LinkNode> nodes, int column, int count, double height)
    {
        var y = (height - HeightOf(nodes)) / 2;
        foreach (var node in nodes)
        {
            var lines = Lines(node);
            if (node.Strong && node != nodes[0]) y += Gap;
            var middle = y + (lines.Count * LineHeight + Gap) / 2;
            y += lines.Count * LineHeight + Gap;
            yield return count == 2 ? TwoOf(node, column, middle, lines) : ThreeOf(node, column, middle, lines);
        }
    }

    private static Place TwoOf(LinkNode node, int column, double y, IReadOnlyList<string> lines) =>
        column == 0 ? new(node, 0, y, 288, 288, lines) : new(node, 2, y, 712, 712, lines);

    private static Place ThreeOf(LinkNode node, int column, double y, IReadOnlyList<string> lines)
    {
        var half = lines.Max(l => l.Length) * Letter / 2 + 16;
        return column switch
        {
            0 => new(node, 0, y, 250, 250, lines),
            1 => new(node, 1, y, 500 - half, 500 + half, lines),
            _ => new(node, 2, y, 750, 750, lines),
        };
    }

    private static double HeightOf(IReadOnlyList<LinkNode> nodes) => nodes.Sum(n => Lines(n).Count * LineHeight + Gap) + nodes.Skip(1).Count(n => n.Strong) * Gap;

    private static IReadOnlyList<string> Lines(LinkNode node) => Svg.Lines(node.Label, node.Strong ? 29 : 31) is { Count: > 0 } lines ? lines : [""];

    private static Element Anchor(Place place, IReadOnlyList<(LinkLine Line, Place To)> links)
    {
        var node = place.Node;
        var anchor = node.Href is null ? new Element("g") : new Element("a").With("href", node.Href);
        foreach (var (line, to) in links) anchor.Add(Curve(place, to, line));
        var (x, side) = place.Column switch { 0 => (place.Left - 12, "end"), 1 => (500.0, "middle"), _ => (place.Right + 12, "start") };
        var width = place.Lines.Max(l => l.Length) * Letter + 8;
        var left = side switch { "end" => x - width + 4, "middle" => x - width / 2, _ => x - 4 };
        anchor.Add(Svg.Rectangle(left, place.Y - place.Lines.Count * LineHeight / 2 - 3, width, place.Lines.Count * LineHeight + 6).With("fill", "none"));
        for (var i = 0; i < place.Lines.Count; i++)
            anchor.Add(Svg.Words(x, place.Y + 6 + (i - (place.Lines.Count - 1) / 2.0) * LineHeight, Size, place.Lines[i], side, node.Strong));
        anchor.Add(Svg.Disc(place.Left, place.Y, 4));
        return place.Left == place.Right ? anchor : anchor.Add(Svg.Disc(place.Right, place.Y, 4));
    }

    private static IEnumerable<Element> Curve(Place from, Place to, LinkLine line)
    {
        var forward = from.Column < to.Column || (from.Column == to.Column && from.Column == 0);
        var start = forward ? from.Right : from.Left;
        var inward = from.Column == to.Column;
        var end = inward ? (forward ? to.Right : to.Left) : forward ? to.Left : to.Right;
        // Within a column the curve swings out to the middle, farther the farther it goes.
        var reach = inward ? Math.Min(190, 40 + Math.Abs(to.Y - from.Y) * .3) : Math.Abs(end - start) * .5;
        var (a, b) = forward ? (start + reach, inward ? end + reach : end - reach) : (start - reach, inward ? end - reach : end + reach);
        yield return Stroked($"M{N(start)} {N(from.Y)}C{N(a)} {N(from.Y)} {N(b)} {N(to.Y)} {N(end)} {N(to.Y)}", line.Stroke);
        if (!line.Arrow) yield break;
        var back = b < end ? -1 : 1;
        yield return Svg.Shape($"M{N(end + back * 4)} {N(to.Y)}l{back * 10} -5v10z");
    }

    private static Element Stroked(string path, LinkStroke stroke) => Svg.Line(path, stroke == LinkStroke.Solid ? 1.8 : 2)
        .With("stroke-dasharray", stroke switch { LinkStroke.Dashed => "8 4", LinkStroke.Dotted => "1 5", _ => null })
        .With("stroke-linecap", stroke == LinkStroke.Dotted ? "round" : null);

    private static string N(double value) => Svg.Number(value);
}
