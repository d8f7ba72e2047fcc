using Kept.Design.Lists;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kept.Design.Tags;

/// <summary>&lt;k-breadcrumbs crumbs="Model.Crumbs"/&gt;.</summary>
[HtmlTargetElement("k-breadcrumbs", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BreadcrumbsTag : DrawnTag
{
    public IReadOnlyList<Crumb> Crumbs { get; set; } = [];

    protected override IHtmlContent Draw() => Breadcrumbs.Draw(Crumbs);
}
