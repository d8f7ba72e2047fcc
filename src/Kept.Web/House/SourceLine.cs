using Kept.Design.Html;
using Microsoft.AspNetCore.Html;

namespace Kept.Web.House;

/// <summary>Where a sentence comes from: its source, and the place in it.</summary>
public static class SourceLine
{
    public static IHtmlContent Of(HttpContext http, SourceShape source)
    {
        var link = new Element("a").With("href", http.Link("/sources/" + source.Id)).Text(source.Title);
        return source.Place.Length == 0 ? link : new Together([link, new Plain(", " + source.Place)]);
    }
}
