using Kept.Design.Html;
using Microsoft.AspNetCore.Html;

namespace Kept.Design.Marks;

/// <summary>The mark of a stage, 20 by 20, in the colour of the text: colour belongs to assessments. Needs <see cref="Sprite.Once"/>.</summary>
public static class Stage
{
    public static IHtmlContent Mark(StageMark mark) =>
        Svg.Silent(20, 20, "stage-mark").Add(new Element("use").With("href", "#s-" + Name(mark)));

    /// <summary>The mark and its words, as they stand in lists and tables.</summary>
    public static IHtmlContent Labelled(StageMark mark, string words) =>
        new Element("span").Class("stage").Add(Mark(mark)).Add(new Element("span").Text(words));

    internal static string Name(StageMark mark) => mark switch
    {
        StageMark.FilledTick => "tick",
        StageMark.Half => "half",
        StageMark.Ring => "ring",
        StageMark.RingBang => "bang",
        StageMark.Dotted => "dotted",
        StageMark.DashedPoint => "point",
        _ => throw new ArgumentOutOfRangeException(nameof(mark), mark, "There are six stages."),
    };

    internal static IReadOnlyList<IHtmlContent> Shapes(StageMark mark) => mark switch
    {
        StageMark.FilledTick =>
        [
            Svg.Shape("M10 1a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8.5 14.6 4.4 10.5l1.5-1.5 2.6 2.6 5.6-5.7 1.5 1.5z").With("fill-rule", "evenodd"),
        ],
        StageMark.Half => [Circle(), Svg.Shape("M10 2a8 8 0 0 0 0 16z")],
        StageMark.Ring => [Circle()],
        StageMark.RingBang => [Circle(), Svg.Line("M10 5v6M10 13v2.2", 2.2)],
        StageMark.Dotted => [Circle().With("stroke-dasharray", "1.6 3.4")],
        StageMark.DashedPoint => [Circle().With("stroke-dasharray", "5 3.4"), Svg.Disc(10, 10, 2)],
        _ => throw new ArgumentOutOfRangeException(nameof(mark), mark, "There are six stages."),
    };

    private static Element Circle() => Svg.Ring(10, 10, 8, 2);
}
