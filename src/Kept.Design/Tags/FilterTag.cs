using Kept.Design.Lists;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kept.Design.Tags;

/// <summary>&lt;k-filter name="status" legend="Status" options="Model.Statuses" shown="8"/&gt;.</summary>
[HtmlTargetElement("k-filter", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FilterTag : DrawnTag
{
    public string Name { get; set; } = "";

    public string Legend { get; set; } = "";

    public IReadOnlyList<FilterOption> Options { get; set; } = [];

    public int Shown { get; set; } = int.MaxValue;

    protected override IHtmlContent Draw() => FilterGroup.Draw(Name, Legend, Options, Shown);
}
