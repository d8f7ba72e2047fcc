using System.Net;
using AngleSharp.Html.Parser;
using Kept.Testing;

namespace Kept.Web.Tests.House;

/// <summary>A reader who follows every link, today and in the past, meets no dead end and no other host.</summary>
public sealed class EveryLinkTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/?at=2021-07-01")]
    public async Task Every_link_leads_somewhere(string from)
    {
        var site = await ShippedSite.Shared;
        var (seen, queue) = (new HashSet<string>(StringComparer.Ordinal) { from }, new Queue<(string Path, string Via)>([(from, "the start")]));
        var dead = new List<string>();
        var ids = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var fragments = new List<(string Path, string Fragment, string Via)>();
        while (queue.TryDequeue(out var next))
        {
            using var answer = await site.Get(next.Path);
            if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.SeeOther or HttpStatusCode.MovedPermanently)) dead.Add($"{(int)answer.StatusCode} {next.Path} (from {next.Via})");
            if (answer.Content.Headers.ContentType?.MediaType != "text/html") continue;
            var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
            ids[next.Path] = [.. page.All.Select(e => e.Id).OfType<string>()];
            foreach (var href in page.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!))
            {
                if (href.StartsWith("http", StringComparison.Ordinal)) { dead.Add($"another host: {href} (on {next.Path})"); continue; }
                var parts = href.Split('#');
                var path = parts[0].Length == 0 ? next.Path : parts[0];
                if (parts.Length > 1) fragments.Add((path, parts[1], next.Path));
                if (!path.StartsWith("/exit", StringComparison.Ordinal) && !IsOneChoiceMore(next.Path, path) && seen.Add(path)) queue.Enqueue((path, next.Path));
            }
        }
        Assert.Empty(dead);
        Assert.Empty(fragments.Where(f => ids.TryGetValue(f.Path, out var known) && !known.Contains(f.Fragment)).Select(f => $"{f.Path}#{f.Fragment} (from {f.Via})").Distinct(StringComparer.Ordinal));
        Assert.True(seen.Count > 300, $"only {seen.Count} pages were found");
    }

    // A list that is already narrowed links to itself narrowed further: every choice is followed, but not every set of choices.
    private static bool IsOneChoiceMore(string from, string to) =>
        string.Equals(from.Split('?')[0], to.Split('?')[0], StringComparison.Ordinal) && from.Contains('?', StringComparison.Ordinal)
        && from.Split('?')[1].Split('&').Any(part => part.Split('=')[0] is not ("at" or "known"));

    [Fact]
    public async Task Links_of_a_past_page_stay_in_the_past()
    {
        var site = await ShippedSite.Shared;
        foreach (var path in SampleAddresses.Pages(site))
        {
            var page = await site.Page(path + "?at=2022-01-01&known=2026-11-21");
            foreach (var link in page.QuerySelectorAll("main a[href^='/'], header a[href^='/'], footer a[href^='/']").Select(a => a.GetAttribute("href")!))
                Assert.True(link.Contains("at=", StringComparison.Ordinal) || link.StartsWith("/exit", StringComparison.Ordinal), $"{path} links to {link}, which leaves the past");
        }
    }

    [Fact]
    public async Task No_page_asks_another_host_or_carries_script_or_style_of_its_own()
    {
        var site = await ShippedSite.Shared;
        foreach (var path in SampleAddresses.Pages(site))
        {
            var page = await site.Page(path);
            Assert.DoesNotContain(page.QuerySelectorAll("[src], link[href], use[href], image[href]"), e =>
                (e.GetAttribute("src") ?? e.GetAttribute("href"))!.Contains("//", StringComparison.Ordinal));
            Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src]), [onclick], iframe, object, embed"));
            Assert.Single(page.QuerySelectorAll("h1"));
            Assert.Equal("en-GB", page.DocumentElement.GetAttribute("lang"));
            Assert.False(string.IsNullOrWhiteSpace(page.Title), path);
        }
    }
}
