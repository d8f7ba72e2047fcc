using Kept.Design.Marks;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kept.Design.Tags;

/// <summary>&lt;k-stage mark="StageMark.Half" words="Underway"/&gt;: the mark and its words; without words the mark alone.</summary>
[HtmlTargetElement("k-stage", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StageTag : DrawnTag
{
    public StageMark Mark { get; set; }

    public string? Words { get; set; }

    protected override IHtmlContent Draw() => Words is null ? Stage.Mark(Mark) : Stage.Labelled(Mark, Words);
}
