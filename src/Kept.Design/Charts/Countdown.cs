using Kept.Design.Html;
using Microsoft.AspNetCore.Html;

namespace Kept.Design.Charts;

/// <summary>What a countdown shows. <paramref name="Alternative"/> is the other reading of the deadline, if there is one.</summary>
/// <param name="Id">Unique on the page; ties the picture to its title and description.</param>
public sealed record CountdownLine(
    string Id,
    DateOnly From,
    string FromLabel,
    DateOnly Now,
    string NowLabel,
    DateOnly Deadline,
    string DeadlineLabel,
    DateOnly? Alternative,
    string Title,
    string Description);

/// <summary>A line from the promise to its deadline: thick is gone, thin is left, a dashed band is the other reading.</summary>
public static class Countdown
{
    private const double Width = 360;
    private const double Size = 18;
    private const double Axis = 36;

    public static IHtmlContent Draw(CountdownLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var last = line.Alternative ?? line.Deadline;
        var scale = new YearScale([line.From, line.Now, line.Deadline, last], 8, Width - 8);
        var picture = Svg.Picture(line.Id, Width, 74, line.Title, line.Description, "k-chart k-chart--countdown");

        picture.Add(Svg.Line($"M{scale.X(line.From)} {Axis}H{scale.X(line.Now)}", 9).With("stroke-dasharray", "11 1.5"));
        if (line.Now < line.Deadline) picture.Add(Svg.Line($"M{scale.X(line.Now)} {Axis}H{scale.X(line.Deadline)}", 1.5));
        foreach (var year in scale.Years(25)) picture.Add(Tick(scale.At(year), 1));
        picture.Add(Tick(scale.At(line.Deadline), 3.5));
        if (line.Alternative is { } other)
        {
            picture.Add(Svg.Line($"M{scale.X(line.Deadline)} {Axis - 5}H{scale.X(other)}M{scale.X(line.Deadline)} {Axis + 5}H{scale.X(other)}", 1.5)
                .With("stroke-dasharray", "3 2.5"));
        }

        return picture
            .Add(Label(scale.At(line.From), Axis + 32, line.FromLabel, false))
            .Add(Label(scale.At(line.Now), 16, line.NowLabel, true))
            .Add(Label(scale.At(line.Deadline), Axis + 32, line.DeadlineLabel, true));
    }

    private static Element Tick(double x, double width) => Svg.Line($"M{Svg.Number(x)} {Axis - 10}V{Axis + 10}", width);

    private static Element Label(double x, double y, string text, bool strong)
    {
        var half = text.Length * Size * .26;
        if (x < half) return Svg.Words(0, y, Size, text, "start", strong);
        if (x > Width - half) return Svg.Words(Width, y, Size, text, "end", strong);
        return Svg.Words(x, y, Size, text, "middle", strong);
    }
}
