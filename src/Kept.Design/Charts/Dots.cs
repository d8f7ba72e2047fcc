using System.Globalization;
using Kept.Design.Html;
using Kept.Design.Marks;
using Microsoft.AspNetCore.Html;

namespace Kept.Design.Charts;

/// <summary>So many at one stage. <paramref name="Label"/> follows the count: "9 delivered".</summary>
public sealed record DotGroup(StageMark Mark, int Count, string Label);

/// <summary>One mark for each thing counted, in rows of twenty. Needs <see cref="Sprite.Once"/>.</summary>
public static class Dots
{
    private const int Across = 20;
    private const double Step = 18;
    private const double Side = 15;

    /// <param name="id">Unique on the page.</param>
    /// <param name="title">What is counted.</param>
    /// <param name="groups">In the order drawn; the description lists them with their counts.</param>
    public static IHtmlContent Draw(string id, string title, IReadOnlyList<DotGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        var total = groups.Sum(group => group.Count);
        var rows = Math.Max(1, (total + Across - 1) / Across);
        var description = string.Join(", ", groups.Where(group => group.Count > 0)
            .Select(group => group.Count.ToString(CultureInfo.InvariantCulture) + " " + group.Label));
        var picture = Svg.Picture(id, Across * Step, rows * Step, title, description + ".", "k-chart k-chart--dots");
        var at = 0;
        foreach (var group in groups)
        {
            for (var one = 0; one < group.Count; one++, at++)
            {
                picture.Add(new Element("use").With("href", "#s-" + Stage.Name(group.Mark))
                    .With("x", at % Across * Step).With("y", at / Across * Step).With("width", Side).With("height", Side));
            }
        }

        return picture;
    }
}
