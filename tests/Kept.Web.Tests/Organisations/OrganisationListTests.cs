using System.Text.Json;
using Kept.Testing;

namespace Kept.Web.Tests.Organisations;

public sealed class OrganisationListTests
{
    [Fact]
    public async Task There_are_162_bodies_of_which_147_are_named()
    {
        var site = await ShippedSite.Shared;
        Assert.Equal(162, (await site.Json("/organisations.json")).GetProperty("total").GetInt32());
        Assert.Equal(147, (await site.Json("/organisations.json?named=yes")).GetProperty("total").GetInt32());
        Assert.Equal(15, (await site.Json("/organisations.json?named=no")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Repeated_types_mean_or_and_other_filters_mean_and()
    {
        var site = await ShippedSite.Shared;
        var list = await site.Json("/organisations.json?type=regulator&type=local+authority&named=yes");
        var types = list.GetProperty("items").EnumerateArray().Select(o => o.GetProperty("type").GetString()).ToHashSet();
        Assert.Equal(["local authority", "regulator"], types.Order());
        Assert.All(list.GetProperty("items").EnumerateArray(), o => Assert.True(o.GetProperty("named").GetBoolean()));
    }

    [Theory]
    [InlineData("/organisations?type=pirate", "type")]
    [InlineData("/organisations?named=maybe", "named")]
    [InlineData("/organisations?colour=red", "colour")]
    public async Task An_unknown_filter_is_refused_in_words_and_as_a_problem(string path, string parameter)
    {
        var site = await ShippedSite.Shared;
        var page = await site.Page(path, 400);
        Assert.Contains(parameter + "=", page.QuerySelector(".given")!.TextContent, StringComparison.Ordinal);
        var problem = await site.Json(path.Replace("/organisations", "/organisations.json", StringComparison.Ordinal), 400);
        Assert.Equal(parameter, problem.GetProperty("parameter").GetString());
        Assert.NotEmpty(problem.GetProperty("expected").GetString()!);
    }

    [Fact]
    public async Task Page_lists_every_body_once_and_says_how_many()
    {
        var site = await ShippedSite.Shared;
        var page = await site.Page("/organisations");
        var links = page.QuerySelectorAll("main a[href^='/organisations/']").Select(a => a.GetAttribute("href")).ToList();
        Assert.Equal(162, links.Count);
        Assert.Equal(162, links.Distinct().Count());
        Assert.Contains("162 organisations", page.QuerySelector("#result")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Csv_has_a_line_for_each_body_and_names_beside_ids()
    {
        var site = await ShippedSite.Shared;
        var lines = await site.Csv("/organisations.csv");
        Assert.Equal(163, lines.Length);
        Assert.StartsWith("id,name,acronym,other_names,type,named,part_of,role_action_ids,role_actions", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_in_a_list_has_the_fields_of_the_contract()
    {
        var site = await ShippedSite.Shared;
        var list = await site.Json("/organisations.json");
        var sssc = list.GetProperty("items").EnumerateArray().Single(o => o.GetProperty("id").GetString() == "scottish-social-services-council");
        Assert.Equal("SSSC", sssc.GetProperty("acronym").GetString());
        Assert.Equal(["sssc-codes-review", "ongoing-relationships-c2", "inspection-and-regulation-c2", "inspection-and-regulation-c3"], sssc.GetProperty("commitments").EnumerateArray().Select(c => c.GetString()));
        Assert.Equal("not-applicable", sssc.GetProperty("unknown").GetProperty("place").GetString());
        Assert.False(sssc.TryGetProperty("place", out _));
        foreach (var field in new[] { "id", "url", "version", "entry", "effective", "recorded", "name", "otherNames", "type", "roles" })
            Assert.NotEqual(JsonValueKind.Undefined, sssc.GetProperty(field).ValueKind);
    }

    [Fact]
    public async Task Before_the_promise_the_list_is_empty_and_says_so()
    {
        var site = await ShippedSite.Shared;
        Assert.Equal(0, (await site.Json("/organisations.json?at=2020-02-04")).GetProperty("total").GetInt32());
        Assert.Contains("No organisation is in the record", (await site.Page("/organisations?at=2020-02-04")).Body!.TextContent, StringComparison.Ordinal);
    }
}
