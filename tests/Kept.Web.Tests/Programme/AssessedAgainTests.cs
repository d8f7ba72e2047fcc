using Kept.Core.Programme;
using Kept.Core.Records;

namespace Kept.Web.Tests.Programme;

public sealed class AssessedAgainTests
{
    private static readonly DateOnly March = new(2026, 3, 1);
    private static readonly DateOnly June = new(2026, 6, 1);

    [Fact]
    public async Task A_newer_assessment_stands_and_every_older_one_stays_in_the_history()
    {
        await using var site = await SmallProgramme.Start();
        await SmallProgramme.Append(site.Register, SmallProgramme.Assess(March, "little-or-none", "Nothing yet."));
        await SmallProgramme.Append(site.Register, SmallProgramme.Assess(June, "underway", "Work has begun.", expect: 1));
        var action = await site.Json("/plans/plan-a/actions/doors.json");
        Assert.Equal("Work has begun.", action.GetProperty("assessment").GetProperty("wording").GetString());
        Assert.Equal(["not-assessed", "little-or-none", "underway"], action.GetProperty("assessmentHistory").EnumerateArray().Select(s => s.GetProperty("category").GetString()));
        var before = await site.Json("/plans/plan-a/actions/doors.json?at=2026-05-31");
        Assert.Equal("Nothing yet.", before.GetProperty("assessment").GetProperty("wording").GetString());
        Assert.Equal(2, before.GetProperty("assessmentHistory").GetArrayLength());
    }

    [Fact]
    public async Task A_day_that_is_printed_is_said_as_a_day()
    {
        await using var site = await SmallProgramme.Start();
        await SmallProgramme.Append(site.Register, SmallProgramme.Assess(June, "underway", "Work has begun."));
        var page = await site.Page("/plans/plan-a/actions/doors");
        Assert.Contains("Assessed on 1 June 2026", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Last published", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?at=2027-06-01", false)]
    [InlineData("?at=2027-06-02", true)]
    public async Task An_assessment_is_the_last_published_once_twelve_months_have_gone(string query, bool old)
    {
        await using var site = await SmallProgramme.Start();
        await SmallProgramme.Append(site.Register, SmallProgramme.Assess(June, "underway", "Work has begun."));
        var page = await site.Page("/plans/plan-a/actions/doors" + query);
        Assert.Equal(old, page.Body!.TextContent.Contains("Last published assessment, on 1 June 2026. Nothing published since.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_plan_without_a_date_or_a_programme_still_has_its_pages()
    {
        await using var site = await SmallProgramme.Start();
        Assert.Contains("No date stated", (await site.Page("/plans/plan-a")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nothing is recorded here", (await site.Page("/")).Body!.TextContent, StringComparison.Ordinal);
        var page = await site.Page("/plans/plan-a/actions/doors");
        Assert.Equal("Action 1 of 1 in Plan A, in Homes", page.QuerySelector("main .quiet")!.TextContent);
    }

    [Fact]
    public async Task An_action_taken_out_is_gone_with_its_history()
    {
        await using var site = await SmallProgramme.Start();
        await SmallProgramme.Append(site.Register, Write.Delete(RecordKey.Of<PlanAction>("doors"), June, 1));
        Assert.Contains("Taken out", (await site.Page("/plans/plan-a/actions/doors", expect: 410)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, (await site.Json("/plans/plan-a/actions.json")).GetProperty("total").GetInt32());
        Assert.Equal(1, (await site.Json("/plans/plan-a/actions.json?at=2026-05-31")).GetProperty("total").GetInt32());
    }
}
