using Kept.Testing;

namespace Kept.Web.Tests.Organisations;

public sealed class PlaceTests
{
    [Theory]
    [InlineData("/places.json", 32)]
    [InlineData("/places.json?kind=council", 32)]
    [InlineData("/places.json?kind=health-board", 14)]
    [InlineData("/places.json?kind=integration-authority", 31)]
    public async Task Each_kind_of_place_is_whole(string path, int count)
    {
        var site = await ShippedSite.Shared;
        Assert.Equal(count, (await site.Json(path)).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task An_integration_authority_says_how_it_is_set_up()
    {
        var site = await ShippedSite.Shared;
        Assert.Equal("lead agency", (await site.Json("/places/S37000016.json")).GetProperty("model").GetString());
        Assert.Contains("Lead agency", (await site.Page("/places/S37000016")).QuerySelector("main .k-facts")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/places?kind=planet")]
    [InlineData("/places?kind=council&kind=health-board")]
    [InlineData("/places?size=large")]
    public async Task An_unknown_kind_is_refused(string path)
    {
        var site = await ShippedSite.Shared;
        await site.Page(path, 400);
    }

    [Fact]
    public async Task Map_has_a_tile_for_each_council_and_marks_the_14_with_an_example()
    {
        var site = await ShippedSite.Shared;
        var page = await site.Page("/places");
        var tiles = page.QuerySelectorAll("svg.k-map a");
        Assert.Equal(32, tiles.Length);
        Assert.Equal(14, tiles.Count(t => t.GetAttribute("aria-label")!.EndsWith("has an example of local change", StringComparison.Ordinal)));
        Assert.Equal(14, page.QuerySelectorAll("section[aria-labelledby=examples] li").Length);
    }

    [Theory]
    [InlineData("/places/S08000018", "/places/S08000029")]
    [InlineData("/places/S08000018.json", "/places/S08000029.json")]
    [InlineData("/places/S12000015?at=2022-01-01", "/places/S12000047?at=2022-01-01")]
    public async Task An_old_code_leads_to_the_place_for_ever(string path, string to)
    {
        var site = await ShippedSite.Shared;
        using var response = await site.Get(path);
        Assert.Equal(301, (int)response.StatusCode);
        Assert.Equal(to, response.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_small_figure_is_quoted_and_marked_but_never_drawn()
    {
        var site = await ShippedSite.Shared;
        var changed = (await site.Page("/places/S12000030")).QuerySelector("section[aria-labelledby=changed]")!;
        Assert.Contains("From around 35 in 2016 to 4 in January 2024", changed.TextContent, StringComparison.Ordinal);
        Assert.Contains("Small number", changed.TextContent, StringComparison.Ordinal);
        Assert.Null(changed.QuerySelector("svg"));
    }

    [Fact]
    public async Task Two_figures_that_are_not_small_are_drawn()
    {
        var site = await ShippedSite.Shared;
        var changed = (await site.Page("/places/S12000049")).QuerySelector("section[aria-labelledby=changed]")!;
        Assert.Contains("From 1,413 in January 2016 to 617 in February 2024", changed.TextContent, StringComparison.Ordinal);
        Assert.Single(changed.QuerySelectorAll("svg.k-chart--figures"));
    }

    [Fact]
    public async Task A_share_without_counts_says_that_the_counts_are_not_stated()
    {
        var site = await ShippedSite.Shared;
        var changed = (await site.Page("/places/S12000050")).QuerySelector("section[aria-labelledby=changed]")!;
        Assert.DoesNotContain("-88", changed.TextContent, StringComparison.Ordinal);
        Assert.NotNull(changed.QuerySelector(".unknown"));
    }

    [Fact]
    public async Task Every_council_is_asked_the_same_8_things_and_the_page_says_so()
    {
        var site = await ShippedSite.Shared;
        var asked = (await site.Page("/places/S12000041")).QuerySelector("section[aria-labelledby=asked]")!;
        Assert.Equal(8, asked.QuerySelectorAll(".k-parts li").Length);
        Assert.Contains("does not say what Angus alone must do", asked.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Elsewhere_begins_next_door()
    {
        var site = await ShippedSite.Shared;
        var first = (await site.Page("/places/S12000030")).QuerySelector("section[aria-labelledby=elsewhere] li a")!;
        Assert.Contains("North Lanarkshire", first.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clackmannanshire_and_stirling_share_one_integration_authority()
    {
        var site = await ShippedSite.Shared;
        var (one, other) = (await site.Json("/places/S12000005.json"), await site.Json("/places/S12000030.json"));
        Assert.Equal(one.GetProperty("integrationAuthority").GetString(), other.GetProperty("integrationAuthority").GetString());
        var area = await site.Json($"/places/{one.GetProperty("integrationAuthority").GetString()}.json");
        Assert.Equal(["Clackmannanshire", "Stirling"], area.GetProperty("councils").EnumerateArray().Select(c => c.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task A_gaelic_name_is_marked_as_gaelic()
    {
        var site = await ShippedSite.Shared;
        var page = await site.Page("/places/S12000013");
        Assert.Equal("gd", page.QuerySelector("h1")!.GetAttribute("lang"));
        Assert.Contains("No other council area by land", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_has_the_fields_of_the_contract()
    {
        var site = await ShippedSite.Shared;
        var place = await site.Json("/places/S12000030.json");
        Assert.Equal("S12000030", place.GetProperty("gss").GetString());
        Assert.Equal("council", place.GetProperty("kind").GetString());
        Assert.Equal("S08000019", place.GetProperty("healthBoard").GetString());
        Assert.Equal("stirling-council", place.GetProperty("organisation").GetString());
        Assert.Equal(["example-stirling"], place.GetProperty("examples").EnumerateArray().Select(e => e.GetString()));
        Assert.Equal(0, place.GetProperty("previousCodes").GetArrayLength());
    }

    [Fact]
    public async Task In_2021_no_example_is_known_and_the_page_says_that_this_means_little()
    {
        var site = await ShippedSite.Shared;
        var page = await site.Page("/places/S12000030?at=2021-07-01");
        Assert.Contains("does not mean that nothing has changed", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("section[aria-labelledby=elsewhere]"));
    }
}
