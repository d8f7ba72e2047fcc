using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kept.Web.House;

/// <summary>Every search and filter form keeps the dates that were asked for, as hidden fields.</summary>
[HtmlTargetElement("form", Attributes = "[method=get]")]
public sealed class KeepDatesOfForm : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    [HtmlAttributeName("keep-dates")]
    public bool KeepDates { get; set; } = true;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!KeepDates) return;
        foreach (var pair in ViewContext.HttpContext.Reading().Asked.Query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var field = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
            field.MergeAttribute("type", "hidden");
            field.MergeAttribute("name", pair.Split('=')[0]);
            field.MergeAttribute("value", pair.Split('=')[1]);
            output.PreContent.AppendHtml(field);
        }
    }
}
