using Kept.Design.Html;
using Microsoft.AspNetCore.Html;

namespace Kept.Design.Charts;

/// <summary>How a point on a line of dates looks. The words for it are the caller's, in a legend and in the list beside.</summary>
public enum PointMark
{
    /// <summary>A filled disc: it happened, or something was heard of it.</summary>
    Filled,

    /// <summary>A ring: still to come.</summary>
    Ring,

    /// <summary>A dashed ring: its day has gone, and nothing was found.</summary>
    Dashed,

    /// <summary>A small dot: dated, and nothing to be met.</summary>
    Speck,
}

/// <summary>One point, on its day.</summary>
public sealed record DatedPoint(DateOnly Day, PointMark Mark);

/// <summary>What the line shows besides its points.</summary>
/// <param name="Id">Unique on the page.</param>
/// <param name="Title">The accessible name.</param>
/// <param name="Description">Says the counts, and where the same points are listed.</param>
/// <param name="From">Where the line begins.</param>
/// <param name="Today">The dotted upright, with its label.</param>
/// <param name="Deadline">The thick upright, with its label.</param>
/// <param name="Alternative">The other reading of the deadline: a dashed upright.</param>
public sealed record PointFrame(
    string Id, string Title, string Description, DateOnly From, DateOnly Today, string TodayLabel, DateOnly Deadline, string DeadlineLabel, DateOnly? Alternative = null);

/// <summary>
/// Points on one line of years, in columns of a season each, one above the other where several share it. Each point is one
/// thing, so a column is a count as well. Drawn in two widths, so that its words are never too small to read.
/// </summary>
public static class PointLine
{
    private const double Size = 17;

    /// <param name="wide">For 768 px and wider; otherwise for a phone.</param>
    public static IHtmlContent Draw(PointFrame frame, IReadOnlyList<DatedPoint> points, bool wide)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(points);
        var (width, step) = wide ? (760.0, 15.0) : (340.0, 8.2);
        var days = points.Select(p => p.Day).Append(frame.From).Append(frame.Today).Append(frame.Deadline).Concat(frame.Alternative is { } a ? [a] : []);
        var scale = new YearScale(days, 10, width - 10);
        var columns = Columns(points, scale, step, width - step / 2);
        var top = 30 + step * Math.Max(3, columns.Select(c => c.Points.Count).DefaultIfEmpty().Max());
        var axis = top + 6;
        var id = frame.Id + (wide ? "-wide" : "-narrow");
        var picture = Svg.Picture(id, width, axis + 30, frame.Title, frame.Description, "k-chart k-chart--points");

        picture.Add(Svg.Line($"M{scale.X(frame.From)} {Svg.Number(axis)}H{Svg.Number(width - 10)}", 1.5));
        foreach (var year in scale.Years(20)) picture.Add(Upright(scale.At(year), axis, axis + 7, 1));
        foreach (var year in scale.Years(wide ? 12 : 6).Where(y => y >= frame.From.Year)) picture.Add(Label(scale.At(year), axis + 25, Svg.Number(year), width, false));
        picture.Add(Upright(scale.At(frame.Today), 22, axis + 7, 2).With("stroke-dasharray", "2 3"))
            .Add(Upright(scale.At(frame.Deadline), 22, axis + 10, 3.5));
        if (frame.Alternative is { } other) picture.Add(Upright(scale.At(other), 22, axis + 10, 1.5).With("stroke-dasharray", "6 3"));
        Labels(picture, frame, scale, width);
        foreach (var (x, stack) in columns)
        {
            for (var n = 0; n < stack.Count; n++) Draw(picture, stack[n].Mark, x, axis - 5 - step * (n + 0.5), step * 0.4);
        }

        return picture;
    }

    /// <summary>One mark by itself, for a legend or a list: hidden from assistive technology, so the words stand beside it.</summary>
    public static IHtmlContent Mark(PointMark mark)
    {
        var picture = Svg.Silent(20, 20, "stage-mark");
        Draw(picture, mark, 10, 10, 6.5);
        return picture;
    }

    // A column stands where the days of its points are, on average, and never over its neighbour.
    private static List<(double X, IReadOnlyList<DatedPoint> Points)> Columns(IReadOnlyList<DatedPoint> points, YearScale scale, double step, double right)
    {
        var columns = points.OrderBy(p => p.Day).ThenBy(p => p.Mark).GroupBy(p => (p.Day.AddMonths(1).Year * 4) + (p.Day.AddMonths(1).Month - 1) / 3)
            .Select(g => (X: g.Average(p => scale.At(p.Day)), Points: (IReadOnlyList<DatedPoint>)[.. g.OrderBy(p => p.Mark)])).ToList();
        for (var i = 1; i < columns.Count; i++) columns[i] = (Math.Max(columns[i].X, columns[i - 1].X + step), columns[i].Points);
        for (var i = columns.Count - 1; i >= 0; i--)
            columns[i] = (Math.Min(columns[i].X, i == columns.Count - 1 ? right : columns[i + 1].X - step), columns[i].Points);
        return columns;
    }

    private static void Draw(Element picture, PointMark mark, double x, double y, double radius) => picture.Add(mark switch
    {
        PointMark.Filled => Svg.Disc(x, y, radius),
        PointMark.Ring => Svg.Ring(x, y, radius - 0.6, 1.6),
        PointMark.Dashed => Svg.Ring(x, y, radius - 0.6, 1.6).With("stroke-dasharray", $"{Svg.Number(radius * .62)} {Svg.Number(radius * .42)}"),
        _ => Svg.Disc(x, y, radius * .4),
    });

    private static void Labels(Element picture, PointFrame frame, YearScale scale, double width)
    {
        double today = scale.At(frame.Today), deadline = scale.At(frame.Deadline);
        var reach = (frame.TodayLabel.Length + frame.DeadlineLabel.Length) * Size * .27 + 12;
        picture.Add(Label(deadline, 15, frame.DeadlineLabel, width, true));
        if (Math.Abs(today - deadline) > reach) picture.Add(Label(today, 15, frame.TodayLabel, width, false));
    }

    private static Element Label(double x, double y, string text, double width, bool strong)
    {
        var half = text.Length * Size * .26;
        if (x < half) return Svg.Words(0, y, Size, text, "start", strong);
        return x > width - half ? Svg.Words(width, y, Size, text, "end", strong) : Svg.Words(x, y, Size, text, "middle", strong);
    }

    private static Element Upright(double x, double from, double to, double width) => Svg.Line($"M{Svg.Number(x)} {Svg.Number(from)}V{Svg.Number(to)}", width);
}
