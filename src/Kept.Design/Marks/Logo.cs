using Kept.Design.Html;
using Microsoft.AspNetCore.Html;

namespace Kept.Design.Marks;

/// <summary>Kept's own mark: a small close weave.</summary>
public static class Logo
{
    private const double Side = 32;

    /// <summary>32 by 32, beside the name, in the colour of its place.</summary>
    public static IHtmlContent Mark() => Svg.Silent(Side, Side, null).Add(Threads.Draw(Density.CloseWeave, Side, Side, 9.6));

    /// <summary>The same as a file of its own, for the browser's tab; its colour is <see cref="Ink.Loch"/>.</summary>
    public static string Document() =>
        Svg.Box(Side, Side).With("xmlns", "http://www.w3.org/2000/svg").With("color", Ink.Loch)
            .Add(Threads.Draw(Density.CloseWeave, Side, Side, 9.6)) + "\n";
}
