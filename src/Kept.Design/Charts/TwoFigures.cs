using System.Globalization;
using Kept.Design.Html;
using Microsoft.AspNetCore.Html;

namespace Kept.Design.Charts;

/// <summary>One published figure.</summary>
/// <param name="Value">Where the point stands; not negative.</param>
/// <param name="Printed">What is written beside it, with its qualifier: "around 35".</param>
/// <param name="When">The period written under it.</param>
public sealed record Figure(decimal Value, string Printed, string When)
{
    public decimal Value { get; } = Value >= 0 ? Value : throw new ArgumentOutOfRangeException(nameof(Value), Value, "A figure is not negative.");
}

/// <summary>
/// Two figures are two points: the line between is dotted and says that nothing is known of its course. Zero baseline.
/// A figure too small to chart must not be given here: that rule belongs to the caller, who knows the threshold.
/// </summary>
public static class TwoFigures
{
    private const double Width = 340;
    private const double Top = 20;
    private const double Bottom = 210;
    private const double Size = 17;
    private const double Letter = 9.4;
    private const int LabelLetters = 9;

    /// <param name="id">Unique on the page.</param>
    /// <param name="title">What was counted.</param>
    /// <param name="description">Both figures in a sentence, with their periods.</param>
    /// <param name="first">The earlier figure.</param>
    /// <param name="second">The later figure.</param>
    /// <param name="between">Written on the dotted line.</param>
    public static IHtmlContent Draw(
        string id, string title, string description, Figure first, Figure second, string between = "no figures between")
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);

        var (step, top) = Scale(Math.Max(first.Value, second.Value));
        double Y(decimal value) => Bottom - (double)(value / top) * (Bottom - Top);
        IReadOnlyList<string> before = Svg.Lines(first.Printed, LabelLetters), after = Svg.Lines(second.Printed, LabelLetters);
        var axis = Written(top).Length * Letter + 6;
        double left = axis + Longest(before) + 20, right = Width - Longest(after) - 14;
        double start = Y(first.Value), end = Y(second.Value);

        var picture = Svg.Picture(id, Width, Bottom + 34, title, description, "k-chart k-chart--figures");
        for (var value = 0m; value <= top; value += step)
        {
            picture.Add(Svg.Line($"M{N(value == 0 ? axis + 4 : left)} {N(Y(value))}H{N(value == 0 ? Width : right)}", value == 0 ? 2 : .6)
                    .With("opacity", value == 0 ? null : "0.5"))
                .Add(Svg.Words(axis, Y(value) + 6, Size, Written(value), "end"));
        }

        picture.Add(Svg.Line($"M{N(left)} {N(start)}L{N(right)} {N(end)}", 2.5).With("stroke-dasharray", "2 6").With("stroke-linecap", "round"))
            .Add(Svg.Ring(left, start, 7, 3)).Add(Svg.Disc(right, end, 8))
            .Add(Label(before, left - 14, start, "end")).Add(Label(after, right + 13, end, "start"))
            .Add(Svg.Words(left, Bottom + 26, Size, first.When, "middle"))
            .Add(Svg.Words(Math.Min(right, Width - second.When.Length * Letter * .42), Bottom + 26, Size, second.When, "middle"));
        return picture.Add(Between(between, left, right, start, end));
    }

    private static IEnumerable<IHtmlContent> Between(string text, double left, double right, double start, double end)
    {
        var lines = Svg.Lines(text, 10);
        double x = (left + right) / 2, y = (start + end) / 2;
        var anchor = start < end ? "start" : start > end ? "end" : "middle";
        var shift = anchor switch { "start" => 10, "end" => -10, _ => 0 };
        for (var line = 0; line < lines.Count; line++)
            yield return Svg.Words(x + shift, y - 12 - (lines.Count - 1 - line) * 18, Size, lines[line], anchor);
    }

    private static IEnumerable<IHtmlContent> Label(IReadOnlyList<string> lines, double x, double y, string anchor)
    {
        for (var line = 0; line < lines.Count; line++)
            yield return Svg.Words(x, y + 6 + (line - (lines.Count - 1) / 2.0) * 19, Size + 1, lines[line], anchor, strong: true);
    }

    private static double Longest(IReadOnlyList<string> lines) => lines.Count == 0 ? 0 : lines.Max(line => line.Length) * Letter;

    // Three to six steps of 1, 2, 2.5 or 5 times a power of ten.
    private static (decimal Step, decimal Top) Scale(decimal greatest)
    {
        if (greatest == 0) return (1, 1);
        var power = 0.01m;
        while (true)
        {
            foreach (var size in new[] { 1m, 2m, 2.5m, 5m })
            {
                var step = size * power;
                if (greatest / step <= 5) return (step, Math.Ceiling(greatest / step) * step);
            }

            power *= 10;
        }
    }

    private static string Written(decimal value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);

    private static string N(double value) => Svg.Number(value);
}
