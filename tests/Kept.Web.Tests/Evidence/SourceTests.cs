using Kept.Testing;

namespace Kept.Web.Tests.Evidence;

public sealed class SourceTests
{
    [Fact]
    public async Task Every_source_tells_how_much_rests_on_it()
    {
        var site = await ShippedSite.Shared;
        var list = await site.Json("/sources.json");
        Assert.Equal(7, list.GetProperty("total").GetInt32());
        foreach (var source in list.GetProperty("items").EnumerateArray())
            Assert.Equal(source.GetProperty("total").GetInt32(), source.GetProperty("records").EnumerateArray().Sum(r => r.GetProperty("total").GetInt32()));
    }

    [Fact]
    public async Task A_document_shows_its_fingerprint_and_what_a_line_means()
    {
        var site = await ShippedSite.Shared;
        var page = await site.Page("/sources/change-programme-one");
        Assert.Contains("53a336ea68c4f3e57cab57654acd0dcbf3747bb2265cee14c8cd9152822fd4a0", page.QuerySelector(".k-seal")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("counted from 1", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("25 actions", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("70 commitments", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_the_past_only_what_then_stood_rests_on_it()
    {
        var site = await ShippedSite.Shared;
        var page = await site.Page("/sources/change-programme-one?at=2021-04-01");
        Assert.DoesNotContain("70 commitments", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_publisher_that_is_not_stated_is_named_as_unknown()
    {
        var site = await ShippedSite.Shared;
        var source = await site.Json("/sources/performance-spotlight.json");
        Assert.Equal("not-stated", source.GetProperty("unknown").GetProperty("publisher").GetString());
    }

    [Fact]
    public async Task Tables_of_sources_and_places_have_a_line_for_each()
    {
        var site = await ShippedSite.Shared;
        Assert.Equal(8, (await site.Csv("/sources.csv")).Length);
        Assert.Equal(33, (await site.Csv("/places.csv")).Length);
        Assert.Equal(15, (await site.Csv("/places.csv?kind=health-board")).Length);
    }

    [Fact]
    public async Task Every_record_that_rests_on_a_source_leads_to_a_page()
    {
        var site = await ShippedSite.Shared;
        foreach (var kind in (await site.Json("/sources/change-programme-one.json")).GetProperty("records").EnumerateArray())
            Assert.Equal(kind.GetProperty("total").GetInt32(), kind.GetProperty("items").GetArrayLength());
    }
}
