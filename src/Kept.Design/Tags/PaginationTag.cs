using Kept.Design.Lists;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kept.Design.Tags;

/// <summary>&lt;k-pagination window="Model.Window" things="commitments" address="Model.PageAddress"/&gt;.</summary>
[HtmlTargetElement("k-pagination", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PaginationTag : DrawnTag
{
    public PageWindow Window { get; set; } = new(0, 1, 1);

    public string Things { get; set; } = "lines";

    public Func<int, string> Address { get; set; } = page => "?page=" + Html.Svg.Number(page);

    protected override IHtmlContent Draw() => Pagination.Draw(Window, Things, Address);
}
