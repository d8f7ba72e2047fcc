using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kept.Web.Commands.StaticSite;

/// <summary>Finds every address of a site, from what its pages link to and what its lists name.</summary>
internal sealed partial class Crawl(HttpClient site, IReadOnlyList<DateOnly> days)
{
    private static readonly int Workers = Math.Max(1, Environment.ProcessorCount);
    private readonly ConcurrentDictionary<CopyAddress, byte> _seen = new();
    private readonly ConcurrentDictionary<CopyAddress, CopyAddress> _moved = new();
    private readonly ConcurrentDictionary<CopyAddress, string> _named = new();

    /// <summary>The pages, each with the words of its heading.</summary>
    internal IReadOnlyDictionary<CopyAddress, string> Named => _named;

    /// <summary>Addresses that answered with what can be copied.</summary>
    internal ConcurrentBag<CopyAddress> Found { get; } = [];

    /// <summary>Where an address leads that has moved; itself when it has not.</summary>
    internal CopyAddress Home(CopyAddress address)
    {
        for (var steps = 0; steps < 5 && _moved.TryGetValue(address, out var to); steps++) address = to;
        return address;
    }

    /// <summary>Walks from some addresses until nothing new turns up.</summary>
    internal async Task From(IEnumerable<CopyAddress> start, Action<int> progress, CancellationToken cancel)
    {
        var next = start.Where(a => _seen.TryAdd(a, 0)).ToList();
        while (next.Count > 0)
        {
            var links = new ConcurrentBag<CopyAddress>();
            await Parallel.ForEachAsync(next, new ParallelOptions { MaxDegreeOfParallelism = Workers, CancellationToken = cancel }, async (address, stop) =>
            {
                foreach (var link in await Visit(address, stop)) links.Add(link);
                progress(Found.Count);
            });
            next = [.. links.Distinct().Where(a => _seen.TryAdd(a, 0))];
        }
    }

    private async Task<IEnumerable<CopyAddress>> Visit(CopyAddress address, CancellationToken cancel)
    {
        using var answer = await site.GetAsync(new Uri(address.Asked, UriKind.Relative), cancel);
        if (answer.StatusCode == HttpStatusCode.MovedPermanently && answer.Headers.Location is { } to)
        {
            if (CopyAddress.Of(to.OriginalString, address, days).Address is not { } moved) return [];
            _moved[address] = moved;
            return [moved];
        }
        if (answer.StatusCode != HttpStatusCode.OK) return [];
        Found.Add(address);
        var bytes = await answer.Content.ReadAsByteArrayAsync(cancel);
        return answer.Content.Headers.ContentType?.MediaType switch
        {
            "text/html" => OnPage(address, Encoding.UTF8.GetString(bytes)),
            "application/json" => InData(address, bytes),
            "text/css" => InStyles(address, Encoding.UTF8.GetString(bytes)),
            _ => [],
        };
    }

    private List<CopyAddress> OnPage(CopyAddress page, string html)
    {
        _named[page] = ByName.NameOf(html) ?? page.Path;
        var links = new List<CopyAddress>();
        foreach (var tag in Tags.All(html))
            foreach (var name in (string[])["href", "src"])
                if (tag[name] is { } href && !href.StartsWith('#') && CopyAddress.Of(href, page, days).Address is { } link && link.BelongsWith(page)) links.Add(link);
        return links;
    }

    // The fonts, which styles name beside themselves.
    private IEnumerable<CopyAddress> InStyles(CopyAddress styles, string css) =>
        Url().Matches(css).Select(m => CopyAddress.Of(new Uri(new Uri("http://" + CopyPage.Host + styles.Path), m.Groups["file"].Value).AbsolutePath, styles, days).Address).OfType<CopyAddress>();

    [GeneratedRegex("""url\("(?<file>[^":]+)"\)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Url();

    // A list pages on screen but is whole as data, so every record of it is named here.
    private List<CopyAddress> InData(CopyAddress list, byte[] bytes)
    {
        var links = new List<CopyAddress>();
        if (list.Path.StartsWith("/openapi", StringComparison.Ordinal)) return links;
        var json = new Utf8JsonReader(bytes);
        var named = false;
        while (json.Read())
        {
            if (named && json.TokenType == JsonTokenType.String && CopyAddress.Of(json.GetString()!, list, days).Address is { } record) links.Add(record with { At = list.At });
            named = json.TokenType == JsonTokenType.PropertyName && json.ValueTextEquals("url"u8);
        }
        return links;
    }
}
