using Kept.Design.Html;
using Microsoft.AspNetCore.Html;

namespace Kept.Design.Lists;

/// <summary>One step above this page.</summary>
public sealed record Crumb(string Words, string Href, string? Language = null);

/// <summary>The way down to this page; the page itself is its heading, so it is not among them.</summary>
public static class Breadcrumbs
{
    public static IHtmlContent Draw(IReadOnlyList<Crumb> crumbs) =>
        new Element("nav").Class("k-crumbs").With("aria-label", "Breadcrumb").Add(new Element("ol").Class("ds_breadcrumbs").Add(
            crumbs.Select(crumb => new Element("li").Class("ds_breadcrumbs__item").Add(
                new Element("a").Class("ds_breadcrumbs__link").With("href", crumb.Href).With("lang", crumb.Language).Text(crumb.Words)))));
}
