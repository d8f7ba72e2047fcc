using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kept.Design.Tags;

/// <summary>A tag that is replaced by what one of the pure functions draws.</summary>
public abstract class DrawnTag : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        output.Content.SetHtmlContent(Draw());
    }

    protected abstract IHtmlContent Draw();
}
