using Kept.Design.Html;
using Microsoft.AspNetCore.Html;

namespace Kept.Design.Marks;

/// <summary>The knots on the thread from a status to its sources.</summary>
public static class Knot
{
    /// <summary>Filled: the passage speaks for it.</summary>
    public static IHtmlContent SpeaksFor() => Box().Add(Svg.Disc(12, 12, 9));

    /// <summary>Half: the passage asks for more.</summary>
    public static IHtmlContent AsksForMore() => Box().Add(Svg.Ring(12, 12, 8, 3)).Add(Svg.Shape("M12 4a8 8 0 0 0 0 16z"));

    /// <summary>Dashed: nothing was found. Its list item carries the class bare, which dots the thread.</summary>
    public static IHtmlContent NothingFound() => Box().Add(Svg.Ring(12, 12, 8, 2).With("stroke-dasharray", "3 3"));

    private static Element Box() => Svg.Silent(24, 24, "knot");
}
