using System.Globalization;

namespace Kept.Design.Html;

/// <summary>The few SVG shapes that marks and charts are made of: presentation attributes only, ink is currentColor.</summary>
internal static class Svg
{
    /// <summary>To two decimal places, with a point and no trailing noughts.</summary>
    public static string Number(double value)
    {
        // A drawing has hundreds of numbers, and a whole number is written several times faster than a broken one.
        var hundredths = Math.Round(value * 100);
        if (!(Math.Abs(hundredths) < int.MaxValue)) return Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);
        var (whole, rest) = Math.DivRem(Math.Abs((int)hundredths), 100);
        var sign = hundredths < 0 ? "-" : "";
        return rest switch
        {
            0 => string.Create(CultureInfo.InvariantCulture, $"{sign}{whole}"),
            _ when rest % 10 == 0 => string.Create(CultureInfo.InvariantCulture, $"{sign}{whole}.{rest / 10}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{sign}{whole}.{rest:00}"),
        };
    }

    /// <summary>An outer svg with a viewBox from 0 0.</summary>
    public static Element Box(double width, double height) =>
        new Element("svg").With("viewBox", $"0 0 {Number(width)} {Number(height)}");

    /// <summary>A picture beside words that already say it: hidden from assistive technology.</summary>
    public static Element Silent(double width, double height, string? classes) =>
        Box(width, height).Class(classes).With("aria-hidden", "true").With("focusable", "false");

    /// <summary>A picture that speaks for itself: a title and a description, tied to it by <paramref name="id"/>.</summary>
    public static Element Picture(string id, double width, double height, string title, string description, string? classes = null) =>
        Box(width, height).Class(classes).With("role", "img").With("aria-labelledby", $"{id}-title {id}-desc")
            .Add(new Element("title").With("id", $"{id}-title").Text(title))
            .Add(new Element("desc").With("id", $"{id}-desc").Text(description));

    public static Element Line(string path, double width) =>
        new Element("path").With("d", path).With("fill", "none").With("stroke", "currentColor").With("stroke-width", width);

    public static Element Shape(string path) => new Element("path").With("d", path).With("fill", "currentColor");

    public static Element Rectangle(double x, double y, double width, double height) =>
        new Element("rect").With("x", x).With("y", y).With("width", width).With("height", height);

    public static Element Circle(double x, double y, double radius) =>
        new Element("circle").With("cx", x).With("cy", y).With("r", radius);

    public static Element Ring(double x, double y, double radius, double width) =>
        Circle(x, y, radius).With("fill", "none").With("stroke", "currentColor").With("stroke-width", width);

    public static Element Disc(double x, double y, double radius) => Circle(x, y, radius).With("fill", "currentColor");

    public static Element Words(double x, double y, double size, string text, string anchor = "start", bool strong = false) =>
        new Element("text").With("x", x).With("y", y).With("font-size", size)
            .With("font-weight", strong ? "700" : null)
            .With("text-anchor", anchor == "start" ? null : anchor)
            .With("fill", "currentColor").Text(text);

    /// <summary>Breaks a label into lines of at most about <paramref name="letters"/> letters, at spaces; a longer word stands alone.</summary>
    public static IReadOnlyList<string> Lines(string text, int letters)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= letters) lines[^1] += " " + word;
            else lines.Add(word);
        }

        return lines;
    }
}
