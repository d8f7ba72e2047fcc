using Kept.Design.Html;
using Microsoft.AspNetCore.Html;

namespace Kept.Web.House;

/// <summary>Bodies, each a link; nothing where nobody is named.</summary>
public static class NameList
{
    public static IHtmlContent? Of(HttpContext http, IReadOnlyList<IdName> bodies) => bodies.Count == 0 ? null :
        new Element("ul").Class("k-plainlist").Add(bodies.Select(body =>
            new Element("li").Add(new Element("a").With("href", http.Link("/organisations/" + body.Id)).Text(body.Name))));
}
