using AngleSharp.Dom;
using Kept.Testing;

namespace Kept.Web.Tests.Programme;

public sealed class TermTests
{
    private static string Text(IParentNode within, string selector) =>
        string.Join(' ', within.QuerySelector(selector)!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [Theory]
    [InlineData("fundamentals", 5)]
    [InlineData("foundations", 5)]
    [InlineData("themes", 25)]
    [InlineData("vision-statements", 10)]
    [InlineData("dimensions", 6)]
    [InlineData("assessment-categories", 3)]
    public async Task A_set_of_words_is_a_record_and_a_list(string scheme, int terms)
    {
        var site = await ShippedSite.Shared;
        var json = await site.Json($"/terms/{scheme}.json");
        Assert.Equal(terms, json.GetProperty("total").GetInt32());
        Assert.Equal(terms, json.GetProperty("items").GetArrayLength());
        foreach (var name in new[] { "id", "url", "version", "entry", "effective", "recorded", "title", "at", "known" }) Assert.True(json.TryGetProperty(name, out _), name);
        Assert.Equal(terms + 1, (await site.Csv($"/terms/{scheme}.csv")).Length);
        Assert.Equal(terms, (await site.Page($"/terms/{scheme}")).QuerySelectorAll("main ol.k-rows > li").Length);
    }

    [Fact]
    public async Task Two_sets_may_share_a_word()
    {
        var site = await ShippedSite.Shared;
        var fundamental = await site.Json("/terms/fundamentals/listening.json");
        var theme = await site.Json("/terms/themes/listening.json");
        Assert.Equal("fundamentals.listening", fundamental.GetProperty("id").GetString());
        Assert.Equal("foundations.voice", theme.GetProperty("under").GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_foundation_shows_its_themes_and_a_theme_its_foundation()
    {
        var site = await ShippedSite.Shared;
        var care = await site.Page("/terms/foundations/care");
        Assert.Equal(6, care.QuerySelectorAll("section[aria-labelledby=themes] a").Length);
        Assert.NotNull((await site.Page("/terms/themes/advocacy")).QuerySelector("a[href='/terms/foundations/care']"));
    }

    [Fact]
    public async Task A_word_printed_alone_says_that_no_text_is_stated()
    {
        var site = await ShippedSite.Shared;
        Assert.Equal("No text stated", Text(await site.Page("/terms/fundamentals/poverty"), "main .unknown"));
        Assert.Equal("not-stated", (await site.Json("/terms/fundamentals/poverty.json")).GetProperty("unknown").GetProperty("text").GetString());
        Assert.Null((await site.Page("/terms/vision-statements/vision-1")).QuerySelector("main .unknown"));
    }

    [Theory]
    [InlineData("?at=2019-01-01", 0)]
    [InlineData("?at=2021-04-01", 1)]
    [InlineData("?at=2021-07-01", 3)]
    [InlineData("", 6)]
    public async Task Sets_are_listed_as_they_stood(string query, int sets) =>
        Assert.Equal(sets, (await (await ShippedSite.Shared).Json("/terms.json" + query)).GetProperty("total").GetInt32());

    [Fact]
    public async Task The_foundations_are_not_in_force_before_their_plan()
    {
        var site = await ShippedSite.Shared;
        Assert.Contains("20 June 2024", (await site.Page("/terms/foundations?at=2021-07-01", expect: 404)).Body!.TextContent, StringComparison.Ordinal);
        using var csv = await site.Get("/terms/foundations.csv?at=2021-07-01");
        Assert.Equal(404, (int)csv.StatusCode);
    }
}
