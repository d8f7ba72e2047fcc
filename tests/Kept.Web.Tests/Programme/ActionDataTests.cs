using System.Text.Json;
using Kept.Testing;

namespace Kept.Web.Tests.Programme;

public sealed class ActionDataTests
{
    private static readonly string[] RecordFields = ["id", "url", "version", "entry", "effective", "recorded", "unknown"];

    private static async Task<List<JsonElement>> Items(string query = "") =>
        [.. (await (await ShippedSite.Shared).Json("/plans/plan-21-24/actions.json" + query)).GetProperty("items").EnumerateArray()];

    [Theory]
    [InlineData("requirements", 51)]
    [InlineData("requirementParts", 75)]
    [InlineData("heard", 122)]
    [InlineData("commitments", 77)]
    [InlineData("leads", 117)]
    [InlineData("nextSteps", 41)]
    [InlineData("milestones", 58)]
    [InlineData("links", 52)]
    public async Task Counts_summed_over_the_25_actions_are_what_is_printed(string count, int sum)
    {
        var items = await Items();
        Assert.Equal(25, items.Count);
        Assert.Equal(sum, items.Sum(i => i.GetProperty("counts").GetProperty(count).GetInt32()));
        var plan = await (await ShippedSite.Shared).Json("/plans/plan-21-24.json");
        Assert.Equal(sum, plan.GetProperty("counts").GetProperty(count).GetInt32());
    }

    [Theory]
    [InlineData("planning", "planning-c1 planning-c2 planning-c3 planning-c4")]
    [InlineData("inspection-and-regulation", "inspection-and-regulation-c1 inspection-and-regulation-c2 inspection-and-regulation-c3 inspection-and-regulation-c4 inspection-and-regulation-c5")]
    public async Task Commitments_of_an_action_stand_in_the_order_of_print_whatever_they_are_called_elsewhere(string action, string printed)
    {
        var commitments = (await (await ShippedSite.Shared).Json($"/plans/plan-21-24/actions/{action}.json")).GetProperty("commitments");
        Assert.Equal(printed.Split(' '), commitments.EnumerateArray().Select(c => c.GetProperty("printed").GetString()));
    }

    [Fact]
    public async Task A_reading_of_ours_stands_beside_an_owner_that_the_text_names()
    {
        var commitment = (await (await ShippedSite.Shared).Json("/plans/plan-21-24/actions/right-to-education.json")).GetProperty("commitments")
            .EnumerateArray().Single(c => c.GetProperty("printed").GetString() == "right-to-education-c4");
        Assert.Equal("young-persons-guarantee", Assert.Single(commitment.GetProperty("who").EnumerateArray()).GetProperty("id").GetString());
        Assert.Equal("scottish-government", Assert.Single(commitment.GetProperty("whoInferred").EnumerateArray()).GetProperty("id").GetString());
    }

    [Fact]
    public async Task Counts_of_a_record_are_the_lengths_of_its_lists()
    {
        var site = await ShippedSite.Shared;
        foreach (var item in await Items())
        {
            var action = await site.Json(item.GetProperty("url").GetString() + ".json");
            foreach (var list in new[] { "requirements", "heard", "commitments", "leads", "nextSteps", "milestones", "links" })
                Assert.Equal(action.GetProperty(list).GetArrayLength(), action.GetProperty("counts").GetProperty(list).GetInt32());
        }
    }

    [Fact]
    public async Task A_record_has_the_fields_of_the_contract()
    {
        var action = await (await ShippedSite.Shared).Json("/plans/plan-21-24/actions/support.json");
        foreach (var name in RecordFields.Concat(
            ["title", "plan", "area", "order", "requirements", "heard", "leads", "nextSteps", "commitments", "milestones", "links", "evidenceLinks", "laterOutcomes", "assessment", "assessmentHistory", "counts"]))
            Assert.True(action.TryGetProperty(name, out _), name);
        Has(action.GetProperty("plan"), "id", "title");
        Has(action.GetProperty("requirements")[0], "n", "text", "parts", "source");
        Has(action.GetProperty("heard")[0], "n", "text", "source");
        Has(action.GetProperty("leads")[0], "id", "name", "role", "source");
        Has(action.GetProperty("nextSteps")[0], "text", "who", "due", "source");
        Has(action.GetProperty("commitments")[0], "id", "url", "text", "status", "who", "due");
        Has(action.GetProperty("milestones")[0], "id", "title", "kind", "due", "of", "source");
        Has(action.GetProperty("links")[0], "id", "from", "to", "toKind", "strength", "reason", "source");
        Has(action.GetProperty("assessment"), "category", "wording", "effective", "assessor", "remarks", "source");
        Has(action.GetProperty("assessmentHistory")[1], "category", "wording", "effective", "reason");
        Has(action.GetProperty("heard")[0].GetProperty("source"), "id", "title", "lines");
        Assert.Equal("about late June 2021", action.GetProperty("effectiveText").GetString());
    }

    [Fact]
    public async Task A_list_item_has_the_fields_of_the_contract()
    {
        var list = await (await ShippedSite.Shared).Json("/plans/plan-21-24/actions.json?at=2021-07-01");
        Has(list, "items", "total", "entry", "at", "known");
        Has(list.GetProperty("items")[0], "id", "url", "title", "plan", "area", "order", "assessment", "leads", "counts");
        Has(list.GetProperty("items")[0].GetProperty("assessment"), "category", "wording", "effective");
        Has(list.GetProperty("items")[0].GetProperty("leads")[0], "id", "name", "role");
        Assert.Equal(Enumerable.Range(1, 25), list.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("order").GetInt32()));
    }

    [Fact]
    public async Task No_action_is_linked_to_the_evidence_yet_and_each_says_so()
    {
        var site = await ShippedSite.Shared;
        var action = await site.Json("/plans/plan-21-24/actions/planning.json");
        Assert.Equal(0, action.GetProperty("evidenceLinks").GetArrayLength());
        Assert.Equal("not-linked-yet", action.GetProperty("unknown").GetProperty("evidenceLinks").GetString());
        Assert.Equal(25, (await site.Json("/plans/plan-21-24.json")).GetProperty("evidenceLinks").GetProperty("notLinkedYet").GetInt32());
    }

    [Fact]
    public async Task Assessments_are_8_underway_16_insufficient_and_1_little_or_none()
    {
        var byCategory = (await Items()).CountBy(i => i.GetProperty("assessment").GetProperty("category").GetString()!).ToDictionary(StringComparer.Ordinal);
        Assert.Equal(new Dictionary<string, int>(StringComparer.Ordinal) { ["underway"] = 8, ["insufficient"] = 16, ["little-or-none"] = 1 }, byCategory);
    }

    [Fact]
    public async Task Version_one_has_requirements_and_nothing_that_came_later()
    {
        var site = await ShippedSite.Shared;
        var action = await site.Json("/plans/plan-21-24/actions/support.json?at=2021-04-01");
        Assert.Equal(1, action.GetProperty("version").GetInt32());
        Assert.Equal("2021-03-31", action.GetProperty("effective").GetString());
        Assert.Equal(2, action.GetProperty("requirements").GetArrayLength());
        foreach (var later in new[] { "heard", "leads", "nextSteps", "commitments", "milestones", "links", "linksIn", "laterOutcomes" })
            Assert.Equal(0, action.GetProperty(later).GetArrayLength());
        foreach (var unknown in new[] { "heard", "leads", "nextSteps", "commitments", "milestones" })
            Assert.Equal("not-stated", action.GetProperty("unknown").GetProperty(unknown).GetString());
        Assert.Equal("not-assessed", action.GetProperty("assessment").GetProperty("category").GetString());
        Assert.Equal("not-assessed", Assert.Single(action.GetProperty("assessmentHistory").EnumerateArray()).GetProperty("category").GetString());
    }

    [Fact]
    public async Task A_commitment_printed_under_four_actions_keeps_its_shared_id_and_the_wording_of_each()
    {
        var site = await ShippedSite.Shared;
        var commitment = await site.Json("/commitments/sssc-codes-review.json");
        foreach (var printed in commitment.GetProperty("printed").EnumerateArray())
        {
            var action = await site.Json($"/plans/plan-21-24/actions/{printed.GetProperty("action").GetString()}.json");
            var here = action.GetProperty("commitments").EnumerateArray().Single(c => c.GetProperty("printed").GetString() == printed.GetProperty("id").GetString());
            Assert.Equal("sssc-codes-review", here.GetProperty("id").GetString());
            Assert.Equal(printed.GetProperty("text").GetString(), here.GetProperty("text").GetString());
        }
    }

    [Fact]
    public async Task Every_link_out_is_a_link_in_somewhere_and_an_area_gets_its_own()
    {
        var site = await ShippedSite.Shared;
        var (into, areas) = (new HashSet<string>(StringComparer.Ordinal), 0);
        foreach (var item in await Items())
            foreach (var link in (await site.Json(item.GetProperty("url").GetString() + ".json")).GetProperty("linksIn").EnumerateArray())
                into.Add(link.GetProperty("id").GetString()!);
        foreach (var area in (await site.Json("/plans/plan-21-24.json")).GetProperty("areas").EnumerateArray())
            areas += (await site.Json(area.GetProperty("url").GetString() + ".json")).GetProperty("linksIn").GetArrayLength();
        Assert.Equal(52, into.Count);
        Assert.True(areas > 0);
    }

    [Fact]
    public async Task Csv_has_a_row_for_each_action_and_says_what_is_not_stated()
    {
        var site = await ShippedSite.Shared;
        var now = await site.Csv("/plans/plan-21-24/actions.csv");
        Assert.Equal(26, now.Length);
        Assert.StartsWith("id,title,plan_id,plan,area_id,area,order,assessment,", now[0], StringComparison.Ordinal);
        Assert.Contains(now, row => row.StartsWith("youth-justice,Youth Justice,plan-21-24,Plan 21-24,a-good-childhood,A Good Childhood,5,underway,Work is underway.,2021-06-30,", StringComparison.Ordinal));
        var then = await site.Csv("/plans/plan-21-24/actions.csv?at=2021-04-01");
        Assert.All(then.Skip(1), row => Assert.Contains("not-assessed,Not assessed,not stated,", row, StringComparison.Ordinal));
        Assert.Single(await site.Csv("/plans/plan-21-24/actions.csv?at=2019-01-01"));
    }

    private static void Has(JsonElement element, params string[] names)
    {
        foreach (var name in names) Assert.True(element.TryGetProperty(name, out _), $"{name} is missing in {element}");
    }
}
