using Kept.Design.Html;
using Microsoft.AspNetCore.Html;

namespace Kept.Design.Marks;

/// <summary>
/// The mark of an assessment, in three sizes. Always stands beside words, so it is hidden from assistive technology.
/// <see cref="Patch"/>, <see cref="Tally"/> and <see cref="Inline"/> point at symbols: the page must hold <see cref="Sprite.Once"/>.
/// </summary>
public static class Weave
{
    public const double PatchWidth = 112;
    public const double PatchHeight = 68;

    /// <summary>is-close, is-open, is-bare or is-empty: gives any element the colour that goes with the density.</summary>
    public static string Class(Density density) => "is-" + Name(density);

    /// <summary>112 by 68, for the cloth and the head of a page; fills the width it is given.</summary>
    public static IHtmlContent Patch(Density density) =>
        Svg.Silent(PatchWidth, PatchHeight, "weave weave-patch " + Class(density)).With("preserveAspectRatio", "none")
            .Add(new Element("use").With("href", "#w-" + Name(density)).With("width", PatchWidth).With("height", PatchHeight));

    /// <summary>44 by 44, beside a count.</summary>
    public static IHtmlContent Tally(Density density) =>
        Svg.Silent(44, 44, "weave weave-tally " + Class(density))
            .Add(new Element("use").With("href", "#t-" + Name(density)).With("width", 44).With("height", 44));

    /// <summary>24 by 24, in a line of text.</summary>
    public static IHtmlContent Inline(Density density) => Small(density, "weave weave-inline");

    /// <summary>24 by 24, at the head of a thread.</summary>
    public static IHtmlContent Knot(Density density) => Small(density, "knot");

    /// <summary>The mark and its words, as they stand in lists and tables.</summary>
    public static IHtmlContent Status(Density density, string words) =>
        new Element("span").Class("status").Add(Inline(density)).Add(new Element("span").Class("w").Text(words));

    internal static string Name(Density density) => density switch
    {
        Density.CloseWeave => "close",
        Density.OpenWeave => "open",
        Density.BareWarp => "bare",
        Density.EmptyFrame => "empty",
        _ => throw new ArgumentOutOfRangeException(nameof(density), density, "There are four densities."),
    };

    private static Element Small(Density density, string classes) =>
        Svg.Silent(24, 24, classes + " " + Class(density)).Add(new Element("use").With("href", "#m-" + Name(density)));
}
