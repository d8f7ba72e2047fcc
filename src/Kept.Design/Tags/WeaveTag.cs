using Kept.Design.Marks;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kept.Design.Tags;

/// <summary>&lt;k-weave density="Density.CloseWeave" words="..."/&gt;: the small mark and its words; without words the mark alone.</summary>
[HtmlTargetElement("k-weave", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class WeaveTag : DrawnTag
{
    public Density Density { get; set; } = Density.EmptyFrame;

    public string? Words { get; set; }

    protected override IHtmlContent Draw() => Words is null ? Weave.Inline(Density) : Weave.Status(Density, Words);
}
