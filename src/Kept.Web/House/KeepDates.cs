using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kept.Web.House;

/// <summary>Every link of the site keeps the dates that were asked for, unless it says <c>keep-dates="false"</c>.</summary>
[HtmlTargetElement("a", Attributes = "href")]
public sealed class KeepDatesOfLink : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    [HtmlAttributeName("href")]
    public string Href { get; set; } = "";

    [HtmlAttributeName("keep-dates")]
    public bool KeepDates { get; set; } = true;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var keeps = KeepDates && Href.StartsWith('/') && !Href.StartsWith("/exit", StringComparison.Ordinal);
        output.Attributes.SetAttribute("href", keeps ? ViewContext.HttpContext.Reading().Link(Href) : Href);
    }
}

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
