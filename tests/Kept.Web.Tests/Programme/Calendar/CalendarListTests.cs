using System.Text.Json;
using Kept.Testing;

namespace Kept.Web.Tests.Programme.Calendar;

/// <summary>
/// Counts that were made by hand from the facts: 43 due milestones of actions, of which 3 restate what another does (the
/// guidance on brothers and sisters once more, the SSSC codes twice more), so 40; 11 due outputs of support offers that no
/// action restates (three of them one date); 5 dates of the programme or the plan; Plan 24-30; and the end of The Promise
/// Scotland. 58 in all.
/// </summary>
public sealed class CalendarListTests
{
    [Theory]
    [InlineData("", 81, 58, 5, 44)]
    [InlineData("?year=2021", 26, 17, 0, 14)]
    [InlineData("?season=2022-spring", 20, 17, 0, 16)]
    [InlineData("?year=2030", 5, 5, 5, 0)]
    [InlineData("?year=2021&year=2030", 31, 22, 5, 14)]
    [InlineData("?state=passed", 44, 44, 0, 44)]
    [InlineData("?state=open", 2, 0, 0, 0)]
    [InlineData("?area=planning&year=2021", 4, 3, 0, 3)]
    [InlineData("?plan=plan-24-30", 1, 1, 1, 0)]
    [InlineData("?body=not-stated&state=ahead", 4, 4, 4, 0)]
    [InlineData("?at=2021-07-01&state=passed", 0, 0, 0, 0)]
    [InlineData("?at=2021-03-31", 4, 2, 2, 0)]
    public async Task A_filter_counts_dates(string query, int total, int toMeet, int ahead, int passed)
    {
        var site = await ShippedSite.Shared;
        var list = await site.Json("/calendar.json" + query);
        int Of(string name) => list.GetProperty(name).GetInt32();
        Assert.Equal((total, toMeet, ahead, passed), (Of("total"), Of("toMeet"), Of("ahead"), Of("passed")));
        Assert.Equal(total, list.GetProperty("items").GetArrayLength());
        Assert.Equal(total, (await site.Csv("/calendar.csv" + query)).Length - 1);
        Assert.Equal(toMeet, list.GetProperty("seasons").EnumerateArray().Sum(s => s.GetProperty("toMeet").GetInt32()));
    }

    [Fact]
    public async Task What_has_no_date_is_counted_beside_it()
    {
        var undated = (await (await ShippedSite.Shared).Json("/calendar.json")).GetProperty("undated");
        int Of(string name) => undated.GetProperty(name).GetInt32();
        Assert.Equal((40, 70), (Of("commitments"), Of("ofCommitments")));
        Assert.Equal((36, 41), (Of("nextSteps"), Of("ofNextSteps")));
        Assert.Equal((6, 23), (Of("outputs"), Of("ofOutputs")));
    }

    [Fact]
    public async Task A_commitment_that_passed_in_silence_is_the_same_here_and_in_the_ledger()
    {
        var site = await ShippedSite.Shared;
        foreach (var at in new[] { "2021-12-31", "2022-06-01", "2026-11-21" })
        {
            var here = (await site.Json($"/calendar.json?state=passed&at={at}")).GetProperty("items").EnumerateArray().Select(d => d.GetProperty("printed")[0])
                .Where(p => p.GetProperty("kind").GetString() == "commitment").Select(p => p.GetProperty("id").GetString()!).ToHashSet();
            var ledger = (await site.Json($"/commitments.json?due=passed&at={at}")).GetProperty("items").EnumerateArray().Select(c => c.GetProperty("id").GetString()!);
            Assert.Equal(ledger.Order(StringComparer.Ordinal), here.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task Every_dated_milestone_is_in_it_exactly_once()
    {
        var site = await ShippedSite.Shared;
        var printed = (await site.Json("/calendar.json")).GetProperty("items").EnumerateArray().SelectMany(d => d.GetProperty("printed").EnumerateArray())
            .Where(p => p.GetProperty("kind").GetString() == "milestone").Select(p => p.GetProperty("id").GetString()!).ToList();
        Assert.Equal(58 + 19, printed.Count);
        Assert.Equal(printed.Count, printed.Distinct().Count());
    }

    [Fact]
    public async Task One_date_printed_five_times_is_one_date()
    {
        var codes = await One("sssc-codes-review");
        Assert.Equal(["commitment", "milestone", "milestone", "milestone"], codes.GetProperty("printed").EnumerateArray().Select(p => p.GetProperty("kind").GetString()));
        var framework = await One("the-data-o1");
        Assert.Equal("data-mapping-and-collection-c2", framework.GetProperty("printed")[0].GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("year=spring")]
    [InlineData("year=2022-spring")]
    [InlineData("season=2022")]
    [InlineData("season=2022-monsoon")]
    [InlineData("state=overdue")]
    [InlineData("body=nobody")]
    [InlineData("plan=nothing")]
    [InlineData("colour=red")]
    [InlineData("year=99999")]
    public async Task What_is_not_known_is_refused(string query)
    {
        var site = await ShippedSite.Shared;
        Assert.Equal(400, (await site.Json("/calendar.json?" + query, 400)).GetProperty("status").GetInt32());
        Assert.Contains("not known", (await site.Page("/calendar?" + query, 400)).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<JsonElement> One(string printed) => (await (await ShippedSite.Shared).Json("/calendar.json")).GetProperty("items").EnumerateArray()
        .Single(d => d.GetProperty("printed").EnumerateArray().Any(p => p.GetProperty("id").GetString() == printed));
}
