using System.Net;
using Kept.Core.Foundation;

namespace Kept.Web.Commands.StaticSite;

/// <summary>One address of the site as a copy knows it: a path, the day it stands at, and what else its query asks.</summary>
/// <param name="At">The day asked for; null for the day on which the copy is made.</param>
/// <param name="Asks">The rest of the query, in order, still encoded; empty for none.</param>
internal sealed record CopyAddress(string Path, DateOnly? At, string Asks)
{
    private const string Assets = "/assets/";

    /// <summary>What cannot be copied: it answers to a reader, not with a page.</summary>
    private static readonly string[] Living = ["/exit", "/search", "/door/", "/health/", "/metrics", "/changes/live", "/assets/live.js", "/follow"];

    /// <summary>Everything asked but the page of a list.</summary>
    internal string Filter => string.Join('&', Asks.Split('&').Where(a => !a.StartsWith("page=", StringComparison.Ordinal)));

    /// <summary>The address as it is asked of the site.</summary>
    internal string Asked => Path + (At is { } day ? "?at=" + Dates.Iso(day) + (Asks.Length > 0 ? "&" + Asks : "") : Asks.Length > 0 ? "?" + Asks : "");

    /// <summary>Whether this address, met in a link on another, belongs to a copy: a filter of a filter does not, or there would be no end.</summary>
    internal bool BelongsWith(CopyAddress page) => Filter.Length == 0 || page.Filter.Length == 0 || Filter == page.Filter;

    /// <summary>The address of a link, and the fragment behind it; null where it leads out of what can be copied.</summary>
    internal static (CopyAddress? Address, string Fragment) Of(string href, CopyAddress page, IReadOnlyCollection<DateOnly> days)
    {
        var hash = href.IndexOf('#', StringComparison.Ordinal);
        var fragment = hash < 0 ? "" : href[hash..];
        if (hash >= 0) href = href[..hash];
        if (href.Length == 0) return (page, fragment);
        if (!href.StartsWith('/') || href.StartsWith("//", StringComparison.Ordinal)) return (null, fragment);
        var question = href.IndexOf('?', StringComparison.Ordinal);
        var (path, query) = question < 0 ? (href, "") : (href[..question], href[(question + 1)..]);
        if (Living.Any(l => path.StartsWith(l, StringComparison.Ordinal)) && path != "/search") return (null, fragment);
        if (path.StartsWith(Assets, StringComparison.Ordinal)) return (new(path, null, ""), fragment);
        return (Asking(path, query, days), fragment);
    }

    private static CopyAddress? Asking(string path, string query, IReadOnlyCollection<DateOnly> days)
    {
        DateOnly? at = null;
        var asks = new List<string>();
        foreach (var ask in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            if (ask.StartsWith("known=", StringComparison.Ordinal)) return null;
            if (!ask.StartsWith("at=", StringComparison.Ordinal)) asks.Add(ask);
            else if (Dates.FromIso(WebUtility.UrlDecode(ask[3..])) is { } day && days.Contains(day)) at = day;
            else return null;
        }
        if (path == "/search") asks.Clear();
        return new(path, at, string.Join('&', asks.Order(StringComparer.Ordinal)));
    }
}
