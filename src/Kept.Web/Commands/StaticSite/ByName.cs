using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Kept.Web.Commands.StaticSite;

/// <summary>The page that stands where search would: every page of the copy by its name.</summary>
internal static partial class ByName
{
    /// <summary>The search page of the site with a list of names in place of its own words.</summary>
    internal static string Page(string search, CopyAddress page, IEnumerable<(CopyAddress Address, string Name)> named)
    {
        var list = new StringBuilder("<h1>Everything by name</h1>\n<p class=\"lede\">A copy cannot search. Here is every page it has, by name; your browser can look for a word on this page.</p>\n");
        var pages = named.Where(n => n.Address.At == page.At && n.Address.Asks.Length == 0 && n.Address.Path != "/search").ToList();
        foreach (var room in pages.GroupBy(n => n.Address.Path.Split('/')[1], StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var title = room.FirstOrDefault(n => n.Address.Path == "/" + room.Key).Name ?? room.Key;
            list.Append(CultureInfo.InvariantCulture, $"<section class=\"k-sec\"><h2>{WebUtility.HtmlEncode(title)}</h2><ul>\n");
            foreach (var (address, name) in room.OrderBy(n => n.Name, StringComparer.OrdinalIgnoreCase).ThenBy(n => n.Address.Path, StringComparer.Ordinal))
                list.Append(CultureInfo.InvariantCulture, $"<li><a href=\"{WebUtility.HtmlEncode(address.Asked)}\">{WebUtility.HtmlEncode(name)}</a></li>\n");
            list.Append("</ul></section>\n");
        }
        return Tags.Replace(search, "main", (tag, _) => $"{tag}{list}</main>")
            .Replace("<title>Search", "<title>Everything by name", StringComparison.Ordinal);
    }

    /// <summary>The words of a page's heading.</summary>
    internal static string? NameOf(string html)
    {
        string? name = null;
        Tags.Replace(html, "h1", (_, inside) =>
        {
            name ??= Spaces().Replace(WebUtility.HtmlDecode(AnyTag().Replace(inside, " ")), " ").Trim();
            return "";
        });
        return name;
    }

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex AnyTag();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();
}
