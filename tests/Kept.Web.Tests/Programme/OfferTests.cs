using AngleSharp.Dom;
using Kept.Testing;

namespace Kept.Web.Tests.Programme;

public sealed class OfferTests
{
    private static string Text(IParentNode within, string selector) =>
        string.Join(' ', within.QuerySelector(selector)!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public async Task Nine_offers_are_listed_in_order_with_how_many_outputs_have_a_date()
    {
        var site = await ShippedSite.Shared;
        var items = (await site.Json("/offers.json")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(Enumerable.Range(1, 9), items.Select(i => i.GetProperty("order").GetInt32()));
        var data = items.Single(i => i.GetProperty("id").GetString() == "the-data");
        Assert.Equal((4, 3), (data.GetProperty("outputs").GetInt32(), data.GetProperty("dated").GetInt32()));
        Assert.Equal(9, (await site.Page("/offers")).QuerySelectorAll("main .k-list > li").Length);
        Assert.Equal(10, (await site.Csv("/offers.csv")).Length);
    }

    [Fact]
    public async Task The_fund_shows_its_criteria_and_its_sums_with_the_word_printed_before_them()
    {
        var page = await (await ShippedSite.Shared).Page("/offers/promise-partnership");
        Assert.Contains("Criteria in 2021: working collectively", page.QuerySelectorAll("h2").Select(h => h.TextContent));
        Assert.Equal("circa £16,000,000, proposed budget (parallel with Plan 21-24)", Text(page, "#fund-proposed-budget .small"));
        Assert.Contains("lines 429, 634, 638 and 680", Text(page, "#fund-counts-conflict .src"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outputs_carry_dates_in_the_words_printed_and_say_where_none_is()
    {
        var rows = (await (await ShippedSite.Shared).Page("/offers/the-data")).QuerySelectorAll("section[aria-labelledby=outputs] li").ToList();
        Assert.Equal("by summer 2022", Text(rows[1], "q.words"));
        Assert.Equal("by 31 August 2022", Text(rows[1], ".read"));
        Assert.Equal("No date stated", Text(rows[3], ".unknown"));
    }

    [Fact]
    public async Task In_may_2021_only_the_fund_was_there()
    {
        var site = await ShippedSite.Shared;
        Assert.Equal("promise-partnership", Assert.Single((await site.Json("/offers.json?at=2021-05-01")).GetProperty("items").EnumerateArray()).GetProperty("id").GetString());
        Assert.Equal("None in this record", Text(await site.Page("/offers?at=2019-01-01"), "main .unknown"));
        Assert.Contains("30 June 2021", (await site.Page("/offers/the-data?at=2021-05-01", expect: 404)).Body!.TextContent, StringComparison.Ordinal);
    }
}
