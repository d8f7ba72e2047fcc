using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kept.Design.Tags;

/// <summary>&lt;k-words&gt;the published words&lt;/k-words&gt;: a q in the serif; its quotation marks are the style sheet's.</summary>
[HtmlTargetElement("k-words")]
public sealed class WordsTag : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "q";
        output.Attributes.SetAttribute("class", "words");
    }
}
