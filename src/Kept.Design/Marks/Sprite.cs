using Kept.Design.Html;
using Microsoft.AspNetCore.Html;

namespace Kept.Design.Marks;

/// <summary>The symbols that the marks of a page point at.</summary>
public static class Sprite
{
    /// <summary>Goes once into every page, first in the body. The same few kilobytes on each, so they compress away.</summary>
    public static IHtmlContent Once { get; } = Build();

    private static Element Build()
    {
        var definitions = new Element("defs");
        foreach (var density in Enum.GetValues<Density>())
        {
            var name = Weave.Name(density);
            definitions
                .Add(Symbol("w-" + name, Weave.PatchWidth, Weave.PatchHeight).With("preserveAspectRatio", "none")
                    .Add(Threads.Draw(density, Weave.PatchWidth, Weave.PatchHeight, 8)))
                .Add(Symbol("t-" + name, 44, 44).Add(Threads.Draw(density, 44, 44, 6.4)))
                .Add(Symbol("m-" + name, 24, 24).Add(Threads.Draw(density, 24, 24, 5)));
        }

        foreach (var stage in Enum.GetValues<StageMark>())
            definitions.Add(Symbol("s-" + Stage.Name(stage), 20, 20).Add(Stage.Shapes(stage)));

        return new Element("svg").Class("k-sprite").With("width", 0).With("height", 0)
            .With("aria-hidden", "true").With("focusable", "false").Add(definitions);
    }

    private static Element Symbol(string id, double width, double height) =>
        new Element("symbol").With("id", id).With("viewBox", $"0 0 {Svg.Number(width)} {Svg.Number(height)}");
}
