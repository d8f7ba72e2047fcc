using Kept.Core.Connections;
using Kept.Core.Evidence;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Testing;
using Kept.Web.Tests.Programme;

namespace Kept.Web.Tests.Connections;

public sealed class ConnectionTests
{
    [Theory]
    [InlineData("", 52, 22, 17, 13)]
    [InlineData("?strength=explicit", 22, 22, 0, 0)]
    [InlineData("?strength=named&strength=implied", 30, 0, 17, 13)]
    [InlineData("?action=support", 3, 1, 1, 1)]
    [InlineData("?plan=plan-21-24", 52, 22, 17, 13)]
    [InlineData("?plan=plan-24-30", 0, 0, 0, 0)]
    [InlineData("?at=2021-03-31", 0, 0, 0, 0)]
    public async Task A_filter_counts_links_by_strength(string query, int total, int stated, int named, int implied)
    {
        var site = await ShippedSite.Shared;
        var list = await site.Json("/connections.json" + query);
        int Of(string name) => list.GetProperty(name).GetInt32();
        Assert.Equal((total, stated, named, implied), (Of("total"), Of("explicit"), Of("named"), Of("implied")));
        Assert.Equal(total, (await site.Csv("/connections.csv" + query)).Length - 1);
        Assert.Equal(total, (await site.Page("/connections" + query)).QuerySelectorAll("table.k-led tbody tr").Length);
    }

    [Fact]
    public async Task Every_action_counts_as_many_links_as_the_connections_have_from_it()
    {
        var site = await ShippedSite.Shared;
        var from = (await site.Json("/connections.json")).GetProperty("items").EnumerateArray().CountBy(l => l.GetProperty("from").GetString()!).ToDictionary();
        foreach (var action in (await site.Json("/plans/plan-21-24/actions.json")).GetProperty("items").EnumerateArray())
            Assert.Equal(from.GetValueOrDefault(action.GetProperty("id").GetString()!), action.GetProperty("counts").GetProperty("links").GetInt32());
    }

    [Fact]
    public async Task An_action_has_its_own_picture_here_and_on_its_page()
    {
        var site = await ShippedSite.Shared;
        var page = await site.Page("/connections?action=moving-on");
        // Right to education, service integration and inspection lean on it; it leans on inspection and advocacy.
        Assert.Equal(5, page.QuerySelectorAll("svg.k-links a").Length);
        Assert.Equal("Connections of Moving On", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(5, (await site.Page("/plans/plan-21-24/actions/moving-on")).QuerySelectorAll("svg.k-links a").Length);
    }

    [Fact]
    public async Task A_body_is_shown_with_its_actions_and_the_others_there()
    {
        var site = await ShippedSite.Shared;
        var parts = (await site.Json("/connections.json?body=scottish-social-services-council")).GetProperty("parts").EnumerateArray().ToList();
        var own = parts.Where(p => p.GetProperty("body").GetString() == "scottish-social-services-council").Select(p => p.GetProperty("action").GetString()!).ToHashSet();
        var roles = (await site.Json("/organisations/scottish-social-services-council.json")).GetProperty("roles").EnumerateArray().Select(r => r.GetProperty("action").GetString()!);
        Assert.Subset(own, roles.ToHashSet());
        Assert.Equal(own, parts.Select(p => p.GetProperty("action").GetString()!).ToHashSet());
        var page = await site.Page("/connections?body=scottish-social-services-council");
        Assert.Equal(own.Count + parts.Select(p => p.GetProperty("body").GetString()).Distinct().Count(), page.QuerySelectorAll("svg.k-links a").Length);
    }

    [Fact]
    public async Task The_whole_picture_has_every_action_and_every_link()
    {
        var picture = (await (await ShippedSite.Shared).Page("/connections")).QuerySelector("svg.k-links")!;
        Assert.Equal(25 + 5, picture.QuerySelectorAll("a").Length);
        Assert.Equal(2 * 52, picture.QuerySelectorAll("path").Length);
    }

    [Fact]
    public async Task A_link_that_did_not_exist_then_is_not_there()
    {
        await using var site = await SmallProgramme.Start();
        var page = new Cite("report", [1, 1]);
        await SmallProgramme.Append(site.Register,
            Write.Set("windows", new(2026, 1, 1), new PlanAction { Title = "Windows", Plan = "plan-a", Area = "homes", Order = 2, Source = page }, 0),
            Write.Set("l1", new(2026, 6, 1), new Link { From = "doors", To = "windows", ToKind = "action", Strength = "named", Reason = "both let in light", Source = page }, 0));
        Assert.Equal(0, (await site.Json("/connections.json?at=2026-05-31")).GetProperty("total").GetInt32());
        Assert.Equal(1, (await site.Json("/connections.json?at=2026-06-01")).GetProperty("total").GetInt32());
        Assert.Contains("holds no such link", (await site.Page("/connections?at=2026-05-31")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("strength=strong")]
    [InlineData("action=nothing")]
    [InlineData("body=nobody")]
    [InlineData("colour=red")]
    public async Task What_is_not_known_is_refused(string query)
    {
        var site = await ShippedSite.Shared;
        Assert.Equal(400, (await site.Json("/connections.json?" + query, 400)).GetProperty("status").GetInt32());
        Assert.Contains("not known", (await site.Page("/connections?" + query, 400)).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }
}
