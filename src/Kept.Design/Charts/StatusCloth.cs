using Kept.Design.Html;
using Kept.Design.Marks;

namespace Kept.Design.Charts;

/// <summary>One patch: its name, and the words of its status.</summary>
public sealed record ClothPatch(string Label, string Status, Density Density);

/// <summary>One strip of the cloth.</summary>
public sealed record ClothRow(string Label, IReadOnlyList<ClothPatch> Patches);

/// <summary>The whole cloth, with the words that must travel with it: what it is, on which day, and how to read it.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Summary">The counts, in a line under the heading.</param>
/// <param name="Note">How to read it, whose record, on what date.</param>
/// <param name="Rows">In the order drawn.</param>
public sealed record ClothPicture(string Title, string Summary, string Note, IReadOnlyList<ClothRow> Rows);

/// <summary>The cloth as one SVG file that can leave the site: it brings its own paper and ink, and says all it shows in words.</summary>
public static class StatusCloth
{
    private const double Width = 1200;
    private const double Margin = 40;
    private const double FirstPatch = 232;
    private const double Step = 116;
    private const int Across = 8;
    private const double PatchWidth = 112;
    private const double PatchHeight = 64;
    private const double LineHeight = 18;
    private const double Size = 14;

    /// <summary>A complete SVG document.</summary>
    public static string Document(ClothPicture cloth)
    {
        ArgumentNullException.ThrowIfNull(cloth);
        var drawn = new List<Element>();
        var y = Head(drawn, cloth);
        foreach (var row in cloth.Rows) y = Strip(drawn, row, y);
        drawn.Add(Rule(y));
        foreach (var line in Svg.Lines(cloth.Note, 150))
            drawn.Add(Svg.Words(Margin, y += 24, Size, line));

        var said = string.Join(". ", cloth.Rows.SelectMany(row => row.Patches).Select(patch => $"{patch.Label}: {patch.Status}"));
        return Svg.Picture("cloth", Width, y + 32, cloth.Title, $"{cloth.Summary}. {said}.")
            .With("xmlns", "http://www.w3.org/2000/svg").With("width", Width).With("height", y + 32)
            .With("color", Ink.Peat).With("font-family", "'Source Sans 3', Verdana, Arial, sans-serif")
            .Add(Svg.Rectangle(0, 0, Width, y + 32).With("fill", Ink.Oat))
            .Add(drawn) + "\n";
    }

    private static double Head(List<Element> drawn, ClothPicture cloth)
    {
        drawn.Add(Svg.Words(Margin, 50, 28, cloth.Title, strong: true));
        var y = 54.0;
        foreach (var line in Svg.Lines(cloth.Summary, 130)) drawn.Add(Svg.Words(Margin, y += 22, 16, line));
        return y + 20;
    }

    private static double Strip(List<Element> drawn, ClothRow row, double top)
    {
        drawn.Add(Rule(top));
        var label = Svg.Lines(row.Label, 20);
        for (var line = 0; line < label.Count; line++)
            drawn.Add(Svg.Words(Margin, top + 30 + line * 22, 18, label[line], strong: true));

        var y = top + 10;
        foreach (var some in row.Patches.Chunk(Across))
        {
            var tallest = 0;
            for (var at = 0; at < some.Length; at++) tallest = Math.Max(tallest, Patch(drawn, some[at], FirstPatch + at * Step, y));
            y += PatchHeight + 14 + tallest * LineHeight;
        }

        return Math.Max(y, top + 20 + label.Count * 22) + 4;
    }

    private static int Patch(List<Element> drawn, ClothPatch patch, double x, double y)
    {
        drawn.Add(new Element("svg").With("x", x).With("y", y).With("width", PatchWidth).With("height", PatchHeight)
            .With("color", Ink.Of(patch.Density)).Add(Threads.Draw(patch.Density, PatchWidth, PatchHeight, 8)));
        var name = Svg.Lines(patch.Label, 14);
        var status = Svg.Lines(patch.Status, 15);
        var at = y + PatchHeight;
        foreach (var line in name) drawn.Add(Svg.Words(x, at += LineHeight, Size, line, strong: true));
        foreach (var line in status) drawn.Add(Svg.Words(x, at += LineHeight, Size, line));
        return name.Count + status.Count;
    }

    private static Element Rule(double y) => Svg.Line($"M{Svg.Number(Margin)} {Svg.Number(y)}H{Svg.Number(Width - Margin)}", 1);
}
