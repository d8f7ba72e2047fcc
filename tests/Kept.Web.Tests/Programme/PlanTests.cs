using AngleSharp.Dom;
using Kept.Testing;

namespace Kept.Web.Tests.Programme;

public sealed class PlanTests
{
    private static string Text(IParentNode within, string selector) =>
        string.Join(' ', within.QuerySelector(selector)!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public async Task Plan_page_shows_the_cloth_the_sums_and_what_is_not_linked()
    {
        var page = await (await ShippedSite.Shared).Page("/plans/plan-21-24");
        Assert.Contains("Plan 21-24 was to be complete by 2024. That date has passed.", Text(page, ".k-note"), StringComparison.Ordinal);
        Assert.Equal(25, page.QuerySelectorAll(".k-patch").Length);
        Assert.Contains("25 of 25 actions are not linked to the Care Review’s evidence yet.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("77", Text(page, "section[aria-labelledby=counts] .k-facts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dates_of_the_whole_programme_stand_with_the_plan_whose_source_prints_them()
    {
        var site = await ShippedSite.Shared;
        var milestones = (await site.Json("/plans/plan-21-24.json")).GetProperty("milestones").EnumerateArray().ToList();
        Assert.Equal(19, milestones.Count);
        Assert.Equal(11, milestones.Count(m => m.TryGetProperty("of", out _)));
        Assert.Equal(0, (await site.Json("/plans/plan-24-30.json")).GetProperty("milestones").GetArrayLength());
        var page = await site.Page("/plans/plan-21-24");
        Assert.Equal(milestones.Select(m => m.GetProperty("id").GetString()), page.QuerySelectorAll("section[aria-labelledby=dates] li").Select(li => li.Id));
        Assert.Contains("By March 2022", Text(page, "#programme-m5"), StringComparison.Ordinal);
        Assert.NotNull((await site.Page("/sources/change-programme-one")).QuerySelector("a[href='/plans/plan-21-24#programme-m5']"));
    }

    [Fact]
    public async Task Plan_24_30_shows_its_frame_and_says_what_is_not_here()
    {
        var page = await (await ShippedSite.Shared).Page("/plans/plan-24-30");
        Assert.Equal("Its 5 foundations and 25 themes", Text(page, "#frame"));
        Assert.Equal(5, page.QuerySelectorAll("section[aria-labelledby=frame] h3").Length);
        Assert.Equal(25, page.QuerySelectorAll("section[aria-labelledby=frame] .k-down a").Length);
        Assert.Contains("The commitments and actions of Plan 24-30 are not in this record yet.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".k-cloth"));
    }

    [Fact]
    public async Task Plan_24_30_has_no_actions_and_the_list_says_so()
    {
        var site = await ShippedSite.Shared;
        Assert.Equal(0, (await site.Json("/plans/plan-24-30/actions.json")).GetProperty("total").GetInt32());
        Assert.Equal("None in this record", Text(await site.Page("/plans/plan-24-30/actions"), "main .unknown"));
    }

    [Fact]
    public async Task Plans_are_listed_as_they_stood()
    {
        var site = await ShippedSite.Shared;
        Assert.Equal(["plan-21-24", "plan-24-30"], (await site.Json("/plans.json")).GetProperty("items").EnumerateArray().Select(p => p.GetProperty("id").GetString()));
        Assert.Equal(1, (await site.Json("/plans.json?at=2021-04-01")).GetProperty("total").GetInt32());
        Assert.Equal(0, (await site.Json("/plans.json?at=2019-01-01")).GetProperty("total").GetInt32());
        Assert.Equal("None in this record", Text(await site.Page("/plans?at=2019-01-01"), "main .unknown"));
        Assert.Equal(3, (await site.Csv("/plans.csv")).Length);
    }

    [Fact]
    public async Task A_period_has_passed_only_after_its_last_day()
    {
        var site = await ShippedSite.Shared;
        Assert.False((await site.Json("/plans/plan-21-24.json?at=2024-12-31")).GetProperty("periodPassed").GetBoolean());
        Assert.True((await site.Json("/plans/plan-21-24.json?at=2025-01-01")).GetProperty("periodPassed").GetBoolean());
    }

    [Fact]
    public async Task Areas_hold_8_4_4_3_and_6_actions_and_add_up_to_the_plan()
    {
        var site = await ShippedSite.Shared;
        var plan = await site.Json("/plans/plan-21-24.json");
        Assert.Equal([8, 4, 4, 3, 6], plan.GetProperty("areas").EnumerateArray().Select(a => a.GetProperty("actions").GetArrayLength()));
        var commitments = 0;
        foreach (var area in plan.GetProperty("areas").EnumerateArray())
            commitments += (await site.Json(area.GetProperty("url").GetString() + ".json")).GetProperty("counts").GetProperty("commitments").GetInt32();
        Assert.Equal(77, commitments);
    }

    [Fact]
    public async Task Area_page_lists_its_actions_with_words_for_each_mark()
    {
        var page = await (await ShippedSite.Shared).Page("/plans/plan-21-24/whole-family-support");
        Assert.Contains("Priority area 2 of Plan 21-24, with 4 actions: All 4 not yet sufficient.", Text(page, ".lede"), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(4, page.QuerySelectorAll(".k-led tbody tr").Length);
        Assert.All(page.QuerySelectorAll(".k-led .status .w"), w => Assert.Equal("Underway, not yet sufficient", w.TextContent));
    }

    [Fact]
    public async Task Actions_is_the_list_and_never_an_area()
    {
        var page = await (await ShippedSite.Shared).Page("/plans/plan-21-24/actions");
        Assert.Equal("Actions of Plan 21-24", Text(page, "h1"));
        Assert.Equal(25, page.QuerySelectorAll(".k-led tbody tr").Length);
        Assert.NotNull(page.QuerySelector("a[href='/plans/plan-21-24/actions.csv']"));
    }
}
