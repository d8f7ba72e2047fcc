using Kept.Design.Words;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kept.Design.Tags;

/// <summary>&lt;k-unknown value="not-stated"/&gt;, or with words of its own: &lt;k-unknown words="No date stated"/&gt;.</summary>
[HtmlTargetElement("k-unknown", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class UnknownTag : DrawnTag
{
    public string Value { get; set; } = "not-stated";

    public string? Words { get; set; }

    protected override IHtmlContent Draw() => UnknownWords.Chip(Words ?? UnknownWords.For(Value));
}
