using System.Globalization;
using System.Net;
using System.Text;
using Kept.Core.Foundation;

namespace Kept.Web.Commands.StaticSite;

/// <summary>What every page of one copy shares.</summary>
/// <param name="Base">The address of the living site, without a slash at its end; null when it has none.</param>
/// <param name="Leave">Where "Leave this site quickly" goes.</param>
internal sealed record CopyFacts(DateOnly Made, long Entry, string Hash, string? Base, string Leave, IReadOnlyList<DateOnly> Days);

/// <summary>A page of the site as it stands in a copy: its links lead to files, and what needs a server is a sentence.</summary>
internal sealed class CopyPage(CopyFacts facts, CopyFiles files, Func<CopyAddress, CopyAddress> home, CopyAddress page)
{
    /// <summary>The name under which the copy asks the site for its pages, so that it can be found and replaced.</summary>
    internal const string Host = "this-copy.invalid";

    private const string Policy = "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src 'self' file:; font-src 'self' file:; base-uri 'none'; object-src 'none'; form-action 'none'";
    private readonly string _file = files.Of(page)!;

    internal string Of(string html)
    {
        html = Tags.Replace(html, "form", Instead);
        // Nothing changes in a copy, so nothing listens.
        html = Tags.Replace(html, "script", (tag, inside) => tag["src"]?.Contains("/live.js", StringComparison.Ordinal) == true ? "" : $"{tag}{inside}</script>");
        html = Tags.Replace(html, "section", (tag, inside) => tag["id"] == "live" ? "" : $"{tag}{inside}</section>");
        html = Tags.Change(html, Change);
        html = html.Replace("</footer>", $"<div class=\"ds_wrapper\"><p class=\"small\">{OfTheCopy()}</p></div></footer>", StringComparison.Ordinal);
        return Named(html);
    }

    /// <summary>Text in which the site names itself, with the name that the copy has.</summary>
    internal string Named(string text) => facts.Base is { } site
        ? text.Replace("http://" + Host, site, StringComparison.Ordinal).Replace(Host, site[(site.IndexOf("//", StringComparison.Ordinal) + 2)..], StringComparison.Ordinal)
        : text.Replace("The same page, with its sources: " + Host + WebUtility.HtmlEncode(page.Path), "A page of a copy.", StringComparison.Ordinal)
            .Replace("http://" + Host, "", StringComparison.Ordinal).Replace(Host, "", StringComparison.Ordinal);

    private string? Change(Tags.Tag tag)
    {
        // A policy in a page comes before whatever it is to hold.
        if (tag.Name == "meta" && tag["charset"] is not null) return $"{tag}\n  <meta http-equiv=\"Content-Security-Policy\" content=\"{Policy}\">";
        // From a memory stick a browser runs no module.
        if (tag.Name == "script") tag = tag with { Attributes = [.. tag.Attributes.Select(a => a.Name == "type" ? ("defer", null) : a)] };
        foreach (var name in (string[])["href", "src"])
            if (tag[name] is { } href && (href.StartsWith('/') || href.StartsWith('#')))
            {
                var way = Way(href);
                if (way is null && tag.Name == "link") return null;
                tag = tag.With(name, way);
            }
        return tag.ToString();
    }

    // Where a link leads in the copy; out to the living site when only that has it; nowhere when there is none.
    private string? Way(string href)
    {
        if (href.StartsWith('#')) return href;
        if (href == "/exit") return facts.Leave;
        var (address, fragment) = CopyAddress.Of(href, page, facts.Days);
        if (address is not null && files.Of(home(address)) is { } file) return CopyFiles.Way(_file, file) + fragment;
        return facts.Base is { } site ? site + href : null;
    }

    private string Instead(Tags.Tag form, string inside) =>
        form["role"] == "search" ? $"<p class=\"k-byname\"><a href=\"/search{(page.At is { } day ? "?at=" + Dates.Iso(day) : "")}\">Everything by name</a></p>"
        : inside.Contains("name=\"at\"", StringComparison.Ordinal) && inside.Contains("type=\"date\"", StringComparison.Ordinal) ? $"<p class=\"small\">{OtherDays()}</p>"
        : "<p class=\"small\">A copy cannot filter. The whole list is on these pages, and in one file as CSV or JSON, which a spreadsheet can sort and filter.</p>";

    private string OtherDays()
    {
        var words = new StringBuilder("This is a copy: it has only the days it was made for. ");
        foreach (var day in facts.Days.Select(d => (DateOnly?)d).Prepend(null).Where(d => d != page.At))
            if (files.Of(home(page with { At = day })) is not null)
                words.Append(CultureInfo.InvariantCulture, $"<a href=\"{WebUtility.HtmlEncode((page with { At = day }).Asked)}\">{Dates.Long(day ?? facts.Made)}</a> ");
        return words.ToString().TrimEnd();
    }

    private string OfTheCopy() => string.Create(
        CultureInfo.InvariantCulture,
        $"A copy of this record as it stood on {Dates.Long(facts.Made)}: entry {facts.Entry}, hash {facts.Hash}. What came later is not in it.")
        + (facts.Base is { } site ? $" <a href=\"{WebUtility.HtmlEncode(site + page.Asked)}\">This page on the site itself</a>" : "");
}
