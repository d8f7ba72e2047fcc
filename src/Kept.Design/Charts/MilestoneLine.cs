using Kept.Design.Html;
using Microsoft.AspNetCore.Html;

namespace Kept.Design.Charts;

/// <summary>Whether a milestone lies behind us, ahead with a date, behind us without a word, or ahead without an end.</summary>
public enum MilestoneKind
{
    Happened,
    Expected,

    /// <summary>Its last day has gone, and nothing was found: a dashed outline.</summary>
    Passed,
    OpenEnded,
}

/// <summary>One milestone. Without a start it stands at its end; without either it is written as having no date.</summary>
public sealed record MilestoneMark(string Label, DateOnly? Start, DateOnly? End, MilestoneKind Kind);

/// <summary>What the picture shows besides its rows.</summary>
/// <param name="Id">Unique on the page.</param>
/// <param name="Title">The accessible name.</param>
/// <param name="Description">Says that the same milestones are listed below.</param>
/// <param name="Today">The dotted upright.</param>
/// <param name="Deadline">The thick upright.</param>
/// <param name="Alternative">The other reading of the deadline: a dashed upright.</param>
/// <param name="From">Where the line begins, where that is before every milestone.</param>
/// <param name="NoDate">What is written for a milestone without any date.</param>
public sealed record MilestoneFrame(
    string Id, string Title, string Description, DateOnly Today, DateOnly Deadline, DateOnly? Alternative = null, DateOnly? From = null, string NoDate = "no date");

/// <summary>
/// Milestones on a ruler of years: solid happened, outline expected, dashed passed in silence, an arrow has no end, dotted upright is today, thick
/// upright the deadline. For 768 px and wider; below that the list under it is the chart.
/// </summary>
public static class MilestoneLine
{
    private const double Width = 760;
    private const double Left = 300;
    private const double Right = 748;
    private const double Top = 32;
    private const double Size = 17;
    private const double LineHeight = 20;
    private const double Narrowest = 8;

    public static IHtmlContent Draw(MilestoneFrame frame, IReadOnlyList<MilestoneMark> milestones)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(milestones);
        var dates = milestones.SelectMany(mark => new[] { mark.Start, mark.End }).Append(frame.Alternative).Append(frame.From).OfType<DateOnly>();
        var scale = new YearScale(dates.Append(frame.Today).Append(frame.Deadline), Left, Right);
        var rows = milestones.Select(mark => (Mark: mark, Lines: Svg.Lines(Label(mark, frame), 36))).ToList();
        var bottom = Top + rows.Sum(row => Height(row.Lines)) + 8;

        var picture = Svg.Picture(frame.Id, Width, bottom, frame.Title, frame.Description, "k-chart k-chart--time");
        for (var year = scale.FirstYear; year <= scale.LastYear; year++)
            picture.Add(Upright(scale.At(year), Top - 6, bottom, .6).With("opacity", "0.45"));
        foreach (var year in scale.Years(8))
        {
            if (scale.At(year) < Right - 12)
                picture.Add(Svg.Words(scale.At(year), 17, Size, Svg.Number(year), "middle"));
        }

        picture.Add(Upright(scale.At(frame.Deadline), Top - 8, bottom, 3));
        if (frame.Alternative is { } other) picture.Add(Upright(scale.At(other), Top - 8, bottom, 1.5).With("stroke-dasharray", "6 3"));
        picture.Add(Upright(scale.At(frame.Today), Top - 8, bottom, 2).With("stroke-dasharray", "2 3"));

        var y = Top;
        foreach (var (mark, lines) in rows)
        {
            for (var line = 0; line < lines.Count; line++)
                picture.Add(Svg.Words(0, y + 20 + line * LineHeight, Size, lines[line]));
            Draw(picture, mark, frame, scale, y + 15);
            y += Height(lines);
        }

        return picture;
    }

    private static string Label(MilestoneMark mark, MilestoneFrame frame) =>
        mark is { Start: null, End: null, Kind: not MilestoneKind.OpenEnded } ? $"{mark.Label} ({frame.NoDate})" : mark.Label;

    private static double Height(IReadOnlyList<string> lines) => Math.Max(1, lines.Count) * LineHeight + 10;

    private static void Draw(Element picture, MilestoneMark mark, MilestoneFrame frame, YearScale scale, double y)
    {
        if (mark.Kind == MilestoneKind.OpenEnded)
        {
            var from = scale.At(mark.Start ?? mark.End ?? frame.Today);
            picture.Add(Svg.Line($"M{Svg.Number(from)} {Svg.Number(y)}H{Svg.Number(Right - 6)}", 3).With("stroke-dasharray", "3 5"))
                .Add(Svg.Line($"M{Svg.Number(from)} {Svg.Number(y - 7)}v14M{Svg.Number(Right - 12)} {Svg.Number(y - 6)}l10 6-10 6", 2.5));
            return;
        }

        if ((mark.Start ?? mark.End) is not { } start) return;
        var left = scale.At(start);
        var width = Math.Max(Narrowest, scale.At(mark.End ?? start) - left);
        left = Math.Min(left, Right - width);
        picture.Add(mark.Kind == MilestoneKind.Happened
            ? Svg.Rectangle(left, y - 7, width, 14).With("fill", "currentColor")
            : Svg.Rectangle(left, y - 6, width, 12).With("fill", "none").With("stroke", "currentColor").With("stroke-width", 2)
                .With("stroke-dasharray", mark.Kind == MilestoneKind.Passed ? "3 2" : null));
    }

    private static Element Upright(double x, double from, double to, double width) =>
        Svg.Line($"M{Svg.Number(x)} {Svg.Number(from)}V{Svg.Number(to)}", width);
}
