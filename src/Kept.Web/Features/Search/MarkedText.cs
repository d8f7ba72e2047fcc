using Kept.Core.Search;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Kept.Web.Features.Search;

/// <summary>A text with the words that were looked for in marks.</summary>
public static class MarkedText
{
    public static IHtmlContent Draw(IReadOnlyList<Stretch> stretches)
    {
        var all = new HtmlContentBuilder();
        foreach (var stretch in stretches)
        {
            if (!stretch.Found)
            {
                all.Append(stretch.Text);
                continue;
            }
            var mark = new TagBuilder("mark");
            mark.InnerHtml.Append(stretch.Text);
            all.AppendHtml(mark);
        }
        return all;
    }
}
