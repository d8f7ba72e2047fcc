using Kept.Design.Words;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kept.Design.Tags;

/// <summary>&lt;k-due words="winter 2021" reading="by 28 February 2022"/&gt;. Without words: the chip "No date stated".</summary>
[HtmlTargetElement("k-due", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DueTag : DrawnTag
{
    public string? Words { get; set; }

    public string? Reading { get; set; }

    protected override IHtmlContent Draw() => Published.Due(Words, Reading);
}
