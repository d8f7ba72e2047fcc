using Kept.Testing;

namespace Kept.Web.Tests.Search;

public sealed class SearchTests
{
    private static async Task<List<(string Kind, string Title, string Url)>> Find(string q)
    {
        var site = await ShippedSite.Shared;
        var list = await site.Json("/search.json?q=" + Uri.EscapeDataString(q));
        return [.. list.GetProperty("items").EnumerateArray().Select(i => (i.GetProperty("kind").GetString()!, i.GetProperty("title").GetString()!, i.GetProperty("url").GetString()!))];
    }

    [Fact]
    public async Task Brother_leads_to_brothers_and_sisters_first()
    {
        var site = await ShippedSite.Shared;
        var page = await site.Page("/search?q=brother");
        Assert.Equal("Brothers and Sisters", page.QuerySelector("main .k-list a")!.TextContent.Trim());
        Assert.Equal("Brothers", page.QuerySelector("main .k-list mark")!.TextContent);
    }

    [Theory]
    [InlineData("SSSC", "organisation", "Scottish Social Services Council")]
    [InlineData("cosla", "organisation", "Convention of Scottish Local Authorities")]
    [InlineData("siblings", "action", "Brothers and Sisters")]
    [InlineData("childrens hearings", "action", "Children's Hearings System")]
    [InlineData("western isles", "place", "Na h-Eileanan Siar")]
    [InlineData("momo", "organisation", "Mind of My Own")]
    public async Task A_name_a_short_name_or_an_old_name_finds_its_record(string q, string kind, string title) =>
        Assert.Contains(await Find(q), hit => hit.Kind == kind && hit.Title == title);

    [Fact]
    public async Task Sssc_finds_its_commitment() =>
        Assert.Contains(await Find("SSSC"), hit => hit.Url == "/commitments/sssc-codes-review");

    [Fact]
    public async Task Every_word_must_occur()
    {
        Assert.NotEmpty(await Find("foster"));
        Assert.Empty(await Find("foster zeppelin"));
    }

    [Fact]
    public async Task Actions_come_before_everything_else()
    {
        var kinds = (await Find("children")).Select(h => h.Kind).ToList();
        Assert.Equal("action", kinds[0]);
        Assert.True(kinds.LastIndexOf("action") < kinds.IndexOf("commitment"));
    }

    [Fact]
    public async Task Words_in_capitals_or_with_accents_are_the_same_words() =>
        Assert.Equal(await Find("brothers"), await Find("BRÓTHERS"));

    [Fact]
    public async Task An_empty_search_shows_how_to_search()
    {
        var site = await ShippedSite.Shared;
        Assert.Contains("How to search", (await site.Page("/search")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, (await site.Json("/search.json?q=")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Nothing_found_says_so_and_suggests()
    {
        var site = await ShippedSite.Shared;
        var page = await site.Page("/search?q=zeppelin");
        Assert.Contains("Nothing found", page.QuerySelector("#result")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll("main a[href^='/search?q=']"));
    }

    [Fact]
    public async Task Every_suggestion_finds_something()
    {
        var site = await ShippedSite.Shared;
        foreach (var link in (await site.Page("/search?q=zeppelin")).QuerySelectorAll("main ul a[href^='/search?q=']"))
            Assert.NotEmpty((await site.Page(link.GetAttribute("href")!)).QuerySelectorAll("main .k-list li"));
    }

    [Fact]
    public async Task More_than_200_letters_are_refused_in_words()
    {
        var site = await ShippedSite.Shared;
        var page = await site.Page("/search?q=" + new string('a', 201), 400);
        Assert.Contains("too long", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_is_shown_as_text_and_never_as_markup()
    {
        var site = await ShippedSite.Shared;
        var page = await site.Page("/search?q=" + Uri.EscapeDataString("<img src=x onerror=alert(1)>"));
        Assert.Null(page.QuerySelector("main img"));
    }

    [Fact]
    public async Task In_the_past_only_what_then_stood_is_found()
    {
        var site = await ShippedSite.Shared;
        var then = await site.Json("/search.json?q=kinship&at=2021-04-01");
        var now = await site.Json("/search.json?q=kinship");
        Assert.True(then.GetProperty("total").GetInt32() < now.GetProperty("total").GetInt32());
        Assert.DoesNotContain(then.GetProperty("items").EnumerateArray(), i => i.GetProperty("kind").GetString() == "commitment");
    }

    [Fact]
    public async Task Every_page_found_exists()
    {
        var site = await ShippedSite.Shared;
        var list = await site.Json("/search.json?q=family");
        foreach (var url in list.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("url").GetString()!).Distinct().Where(u => u.StartsWith("/organisations", StringComparison.Ordinal) || u.StartsWith("/commitments", StringComparison.Ordinal) || u.StartsWith("/places", StringComparison.Ordinal)))
            await site.Page(url);
    }
}
