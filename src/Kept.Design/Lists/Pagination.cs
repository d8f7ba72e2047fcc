using System.Globalization;
using Kept.Design.Html;
using Microsoft.AspNetCore.Html;

namespace Kept.Design.Lists;

/// <summary>Links to the pages of a long list, with the counts in words first.</summary>
public static class Pagination
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <param name="window">Which page this is.</param>
    /// <param name="things">What is listed, in the plural: "commitments".</param>
    /// <param name="address">The address of a page by its number, with every filter and date kept.</param>
    /// <returns>Nothing but the counts when one page holds all.</returns>
    public static IHtmlContent Draw(PageWindow window, string things, Func<int, string> address)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(address);
        var counts = new Element("p").Text(window.Total == 0
            ? $"No {things}"
            : $"{N(window.First)} to {N(window.Last)} of {N(window.Total)} {things}");
        if (window.Pages == 1) return new Element("div").Class("k-pages").Add(counts);

        var list = new Element("ul").Class("ds_pagination__list");
        if (window.Page > 1) list.Add(Item(Link(address(window.Page - 1), "Previous").With("rel", "prev")));
        foreach (var number in window.Numbers()) list.Add(Item(Number(window, number, address)));
        if (window.Page < window.Pages) list.Add(Item(Link(address(window.Page + 1), "Next").With("rel", "next")));
        return new Element("nav").Class("ds_pagination k-pages").With("aria-label", "Pages of " + things).Add(counts).Add(list);
    }

    private static Element Number(PageWindow window, int? number, Func<int, string> address)
    {
        if (number is not { } page)
            return new Element("span").Class("ds_pagination__link ds_pagination__link--ellipsis").With("aria-hidden", "true").Text("…");
        var here = page == window.Page;
        return new Element("a").Class(here ? "ds_pagination__link ds_current" : "ds_pagination__link").With("href", address(page))
            .With("aria-label", here ? null : "Page " + N(page)).With("aria-current", here ? "page" : null).Text(N(page));
    }

    private static Element Link(string href, string words) =>
        new Element("a").Class("ds_pagination__link ds_pagination__link--text k-pages__word").With("href", href).Text(words);

    private static Element Item(Element link) => new Element("li").Class("ds_pagination__item").Add(link);

    private static string N(int number) => number.ToString("N0", English);
}
