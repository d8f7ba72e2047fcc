using Kept.Testing;

namespace Kept.Web.Tests.Organisations;

public sealed class OrganisationTests
{
    [Fact]
    public async Task Sssc_page_answers_what_it_committed_to_under_which_actions_and_by_when()
    {
        var site = await ShippedSite.Shared;
        var page = await site.Page("/organisations/scottish-social-services-council");
        var row = page.QuerySelector("section[aria-labelledby=owns] a[href='/commitments/sssc-codes-review']")!.Closest("tr")!;
        var places = row.QuerySelectorAll("td[data-h='Under which action'] li").Select(li => li.TextContent.Trim()).ToList();
        Assert.Equal(4, places.Count);
        Assert.Contains(places, p => p.Contains("Workforce Values", StringComparison.Ordinal) && p.Contains("no date", StringComparison.Ordinal));
        Assert.Equal(3, places.Count(p => p.Contains("2023", StringComparison.Ordinal)));
        Assert.Contains("2023", row.QuerySelector("td[data-h='By when']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Date passed, and nothing heard", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sssc_data_holds_the_same_four_places()
    {
        var site = await ShippedSite.Shared;
        var body = await site.Json("/organisations/scottish-social-services-council.json");
        var commitment = body.GetProperty("inCommitments").EnumerateArray().Single(c => c.GetProperty("id").GetString() == "sssc-codes-review");
        Assert.Equal("owner", commitment.GetProperty("part").GetString());
        Assert.Equal(4, commitment.GetProperty("printed").GetArrayLength());
    }

    [Fact]
    public async Task Passed_dates_come_before_dates_to_come_and_undated_last()
    {
        var site = await ShippedSite.Shared;
        var body = await site.Json("/organisations/scottish-government.json?at=2022-07-01");
        var passed = body.GetProperty("inCommitments").EnumerateArray().Select(c => c.GetProperty("passed").GetBoolean()).ToList();
        Assert.Contains(true, passed);
        Assert.Equal(passed.OrderByDescending(p => p), passed);
        var rest = body.GetProperty("inCommitments").EnumerateArray().Where(c => !c.GetProperty("passed").GetBoolean()).Select(c => c.GetProperty("due").GetArrayLength() > 0).ToList();
        Assert.False(rest[^1]);
    }

    [Fact]
    public async Task A_council_is_told_that_it_is_named_together_with_others()
    {
        var site = await ShippedSite.Shared;
        var page = await site.Page("/organisations/angus-council");
        var note = page.QuerySelector(".k-note")!;
        Assert.Contains("8 actions", note.TextContent, StringComparison.Ordinal);
        Assert.NotNull(note.QuerySelector("a[href='/organisations/local-authorities-32-collectively']"));
        Assert.NotNull(note.QuerySelector("a[href='/places/S12000041']"));
        Assert.Contains("They do not name it", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_body_of_all_councils_stands_for_32_and_has_a_part_in_8_actions()
    {
        var site = await ShippedSite.Shared;
        var body = await site.Json("/organisations/local-authorities-32-collectively.json");
        Assert.Equal(32, body.GetProperty("members").GetArrayLength());
        Assert.Equal(8, body.GetProperty("roles").EnumerateArray().Select(r => r.GetProperty("action").GetString()).Distinct().Count());
        Assert.Contains("name for many bodies at once", (await site.Page("/organisations/local-authorities-32-collectively")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_promise_scotland_reports_34_outputs()
    {
        var site = await ShippedSite.Shared;
        Assert.Equal(34, (await site.Json("/organisations/the-promise-scotland.json")).GetProperty("reports").GetArrayLength());
        Assert.Equal(34, (await site.Page("/organisations/the-promise-scotland")).QuerySelectorAll("section[aria-labelledby=reports] li").Length);
    }

    [Fact]
    public async Task In_march_2021_a_body_has_no_part_and_no_commitment_yet()
    {
        var site = await ShippedSite.Shared;
        var body = await site.Json("/organisations/scottish-social-services-council.json?at=2021-04-01");
        Assert.Empty(body.GetProperty("roles").EnumerateArray());
        Assert.Empty(body.GetProperty("commitments").EnumerateArray());
        Assert.Contains("No commitment in this record names", (await site.Page("/organisations/scottish-social-services-council?at=2021-04-01")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_of_a_page_of_the_past_stay_in_the_past()
    {
        var site = await ShippedSite.Shared;
        var page = await site.Page("/organisations/angus-council?at=2021-07-01");
        Assert.All(page.QuerySelectorAll("main a[href^='/']"), a => Assert.Contains("at=2021-07-01", a.GetAttribute("href")!, StringComparison.Ordinal));
    }
}
