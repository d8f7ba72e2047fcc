using Kept.Testing;

namespace Kept.Web.Tests.Programme.Calendar;

public sealed class CalendarPageTests
{
    [Fact]
    public async Task The_page_shows_every_date_the_picture_draws_each_to_be_met_and_the_table_adds_up()
    {
        var page = await (await ShippedSite.Shared).Page("/calendar");
        Assert.Equal(81, page.QuerySelectorAll(".k-log > li").Length);
        Assert.Equal(58, page.QuerySelectorAll(".k-wide .k-chart--points circle").Length);
        Assert.Equal(58, page.QuerySelectorAll(".k-narrow .k-chart--points circle").Length);
        Assert.Equal(58, page.QuerySelectorAll("table.k-sum tbody tr").Sum(r => int.Parse(r.QuerySelectorAll("td")[0].TextContent, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Contains("40 of 70", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("overdue", page.Body!.TextContent, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Before_the_commitments_nothing_has_passed()
    {
        var page = await (await ShippedSite.Shared).Page("/calendar?at=2021-03-31");
        Assert.DoesNotContain("Date passed, and nothing heard", string.Join('\n', page.QuerySelectorAll(".k-log .k-state").Select(s => s.TextContent)), StringComparison.Ordinal);
        Assert.Contains("8 years 9 months", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_deadline_there_is_no_time_left() =>
        Assert.Contains("By one reading, that day has come", (await (await ShippedSite.Shared).Page("/calendar?at=2030-06-01")).Body!.TextContent, StringComparison.Ordinal);

    [Fact]
    public async Task A_milestone_that_restates_follows_the_date_that_moved()
    {
        await using var site = await SmallProgramme.Start();
        await SmallProgramme.Append(site.Register, SmallCalendar.Promise("spring 2026", new(2026, 5, 31), from: new(2026, 1, 1)), SmallCalendar.Milestone("m1", "spring 2026", new(2026, 5, 31), of: "paint"));
        await SmallProgramme.Append(site.Register, SmallCalendar.Promise("winter 2027", new(2028, 2, 29), from: new(2026, 4, 1), expect: 1));
        var moved = (await site.Json("/calendar.json")).GetProperty("items").EnumerateArray().Single();
        Assert.Equal(("2028-02-29", "2027-winter", "ahead"), (moved.GetProperty("day").GetString(), moved.GetProperty("season").GetString(), moved.GetProperty("state").GetString()));
        Assert.Equal("2026-05-31", (await site.Json("/calendar.json?at=2026-03-31")).GetProperty("items")[0].GetProperty("day").GetString());
    }

    [Fact]
    public async Task A_milestone_of_its_own_has_passed_once_its_day_has_gone()
    {
        await using var site = await SmallProgramme.Start();
        await SmallProgramme.Append(site.Register, SmallCalendar.Milestone("m1", "by May 2026", new(2026, 5, 31)));
        async Task<string?> On(string at) => (await site.Json("/calendar.json?at=" + at)).GetProperty("items")[0].GetProperty("state").GetString();
        Assert.Equal(("ahead", "passed"), (await On("2026-05-31"), await On("2026-06-01")));
    }

    [Fact]
    public async Task A_commitment_worded_as_delivered_has_not_passed_in_silence()
    {
        await using var site = await SmallProgramme.Start();
        await SmallProgramme.Append(site.Register, SmallCalendar.Promise("spring 2026", new(2026, 5, 31), from: new(2026, 1, 1), status: "delivered"));
        Assert.Equal("delivered", (await site.Json("/calendar.json")).GetProperty("items")[0].GetProperty("state").GetString());
    }
}
