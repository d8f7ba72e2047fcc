using AngleSharp.Dom;
using Kept.Testing;

namespace Kept.Web.Tests.Programme;

public sealed class ActionPageTests
{
    private const string Actions = "/plans/plan-21-24/actions/";

    private static async Task<IDocument> Action(string id, string query = "") => await (await ShippedSite.Shared).Page(Actions + id + query);

    private static string Text(IParentNode within, string selector) =>
        string.Join(' ', within.QuerySelector(selector)!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public async Task Head_gives_the_assessment_word_for_word_when_by_whom_and_what_it_does_not_mean()
    {
        var head = (await Action("youth-justice")).QuerySelector(".k-assessed")!;
        Assert.Contains("is-close", head.ClassList);
        Assert.Equal("“Work is underway.”", Text(head, ".words"));
        Assert.Contains("Last published assessment, about June 2021. Nothing published since.", head.TextContent, StringComparison.Ordinal);
        Assert.Contains("Assessed about June 2021 by The Promise Scotland.", Text(head, "div"), StringComparison.Ordinal);
        Assert.Contains("Underway does not mean done, or fast.", head.TextContent, StringComparison.Ordinal);
        Assert.Contains("Plan 21-24 was to be complete by 2024. That date has passed.", head.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fresh_assessment_is_not_called_the_last()
    {
        var head = (await Action("youth-justice", "?at=2021-07-01")).QuerySelector(".k-assessed")!;
        Assert.DoesNotContain("Last published", head.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("That date has passed", head.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_assessment_the_action_is_not_assessed_and_nothing_is_missing_from_the_page()
    {
        var before = await Action("youth-justice", "?at=2021-04-01");
        var after = await Action("youth-justice", "?at=2021-07-01");
        Assert.Equal("Not assessed", Text(before, ".k-assessed .own"));
        Assert.Null(before.QuerySelector(".k-assessed .words"));
        Assert.Equal(after.QuerySelectorAll("main h2").Select(h => h.TextContent), before.QuerySelectorAll("main h2").Select(h => h.TextContent));
        foreach (var section in new[] { "heard", "committed", "leads", "next", "milestones", "later" })
            Assert.NotNull(before.QuerySelector($"section[aria-labelledby={section}] .unknown"));
        Assert.Equal(4, before.QuerySelectorAll("section[aria-labelledby=required] .k-rows > li").Length);
    }

    [Fact]
    public async Task Before_the_plan_the_action_says_from_when_it_is_and_links_there()
    {
        var page = await (await ShippedSite.Shared).Page(Actions + "youth-justice?at=2019-01-01", expect: 404);
        Assert.Contains("31 March 2021", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"a[href='{Actions}youth-justice?at=2021-03-31']"));
    }

    [Fact]
    public async Task Place_in_the_plan_and_the_care_review_evidence_are_said()
    {
        var page = await Action("relationships");
        Assert.Contains("Action 3 of 25 in Plan 21-24, in A Good Childhood", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Not linked yet", Text(page, "section[aria-labelledby=evidence] .unknown"));
    }

    [Fact]
    public async Task Nobody_leads_is_said_where_nobody_does()
    {
        var page = await Action("relationships");
        Assert.StartsWith("Nobody is named as leading.", Text(page, "section[aria-labelledby=leads] p"), StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll("section[aria-labelledby=leads] .k-leads li"));
        Assert.All(page.QuerySelectorAll(".k-leads .role"), r => Assert.NotEqual("", r.TextContent));
    }

    [Fact]
    public async Task An_action_without_commitments_says_that_none_were_received()
    {
        var section = (await Action("governance-structures")).QuerySelector("section[aria-labelledby=committed]")!;
        Assert.Equal("No commitment", Text(section, ".unknown"));
        Assert.Contains("none were received", section.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Next_steps_say_who_and_where_nobody_is_named()
    {
        var steps = (await Action("youth-justice")).QuerySelectorAll("section[aria-labelledby=next] .k-rows > li").ToList();
        Assert.Equal(["Nobody is named", "No date stated"], steps[0].QuerySelectorAll(".unknown").Select(u => u.TextContent));
        Assert.Contains("The Promise Scotland with Children and Young People's Centre for Justice, Community Justice Scotland", Text(steps[1], ".small"), StringComparison.Ordinal);
        Assert.Equal("the Autumn 2021", Text(steps[2], "q.words"));
    }

    [Fact]
    public async Task Milestones_say_what_happened_what_only_passed_and_what_they_restate()
    {
        var list = (await Action("youth-justice")).QuerySelectorAll("section[aria-labelledby=milestones] .k-log li").ToDictionary(li => li.Id!, li => $"{Text(li, ".k-state")} {Text(li, ".who")}", StringComparer.Ordinal);
        Assert.Equal(7, list.Count);
        Assert.Contains(list.Values, w => w.StartsWith("Happened.", StringComparison.Ordinal));
        Assert.Contains(list.Values, w => w.StartsWith("Date passed, and nothing heard. The date restates that of a commitment: counted once.", StringComparison.Ordinal));
        Assert.Contains(list.Values, w => w.StartsWith("A beginning only. No end date.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Timetable_of_the_hearings_system_has_its_six_steps()
    {
        var page = await Action("childrens-hearings-system");
        Assert.Equal(6, page.QuerySelectorAll("#timetable + ol > li").Length);
        Assert.Contains("It shows what happened, not that this action caused it.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("97 recommendations", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("97 recommendations", (await Action("childrens-hearings-system", "?at=2021-07-01")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_say_how_strongly_the_source_states_them()
    {
        var strengths = (await Action("support")).QuerySelectorAll("section[aria-labelledby=links] .small").Select(p => p.TextContent).ToList();
        Assert.Contains(strengths, s => s.StartsWith("The text says so:", StringComparison.Ordinal));
        Assert.Contains(strengths, s => s.StartsWith("Named in a dependence:", StringComparison.Ordinal));
        Assert.Contains(strengths, s => s.StartsWith("Our reading:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task History_begins_with_not_assessed_and_each_version_can_be_seen()
    {
        var history = (await Action("support")).QuerySelector("section[aria-labelledby=history]")!;
        Assert.Equal(["Underway, not yet sufficient", "Not assessed"], history.QuerySelectorAll(".status .w").Select(w => w.TextContent));
        Assert.Equal([$"{Actions}support?at=2021-06-30", $"{Actions}support?at=2021-03-31"], history.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task Sources_name_every_line_once()
    {
        var lines = Text(await Action("youth-justice"), "section[aria-labelledby=sources] .src");
        Assert.StartsWith("Lines 789, 1123 to 1124,", lines, StringComparison.Ordinal);
        Assert.Contains("1186 to 1192", lines, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_action_has_a_page_with_one_heading_and_its_own_title()
    {
        var site = await ShippedSite.Shared;
        foreach (var item in (await site.Json("/plans/plan-21-24/actions.json")).GetProperty("items").EnumerateArray())
            Assert.Equal(item.GetProperty("title").GetString(), Text(await site.Page(item.GetProperty("url").GetString()!), "h1"));
    }

    [Theory]
    [InlineData("/plans/plan-24-30/actions/support", "/plans/plan-21-24/actions/support")]
    [InlineData("/plans/plan-24-30/actions/support.json", "/plans/plan-21-24/actions/support.json")]
    [InlineData("/plans/plan-24-30/planning?at=2024-08-01", "/plans/plan-21-24/planning?at=2024-08-01")]
    public async Task A_record_asked_for_under_another_plan_is_sent_to_its_own(string asked, string own)
    {
        using var answer = await (await ShippedSite.Shared).Get(asked);
        Assert.Equal(301, (int)answer.StatusCode);
        Assert.Equal(own, answer.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("/plans/plan-21-24/actions/kindness")]
    [InlineData("/plans/plan-21-24/kindness")]
    [InlineData("/plans/plan-99")]
    [InlineData("/plans/plan-99/actions")]
    public async Task What_never_was_is_not_found_as_page_or_as_data(string path)
    {
        var site = await ShippedSite.Shared;
        Assert.NotNull((await site.Page(path, expect: 404)).QuerySelector("form[action='/search']"));
        Assert.Equal(404, (await site.Json(path + ".json", expect: 404)).GetProperty("status").GetInt32());
    }
}
