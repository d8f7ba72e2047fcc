using AngleSharp.Dom;
using Kept.Testing;

namespace Kept.Web.Tests.Programme;

public sealed class HomePageTests
{
    private static async Task<IDocument> Home(string query = "") => await (await ShippedSite.Shared).Page("/" + query);

    private static string Text(IParentNode within, string selector) =>
        string.Join(' ', within.QuerySelector(selector)!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public async Task Today_says_first_that_it_was_not_enough_and_that_nothing_was_published_since()
    {
        var page = await Home();
        Assert.Equal("Scotland's children and young people will grow up loved, safe and respected.", Text(page, "h1"));
        Assert.Equal("Not yet, for 17 of the 25 actions of Plan 21-24.", Text(page, ".k-answer__short"));
        Assert.Contains("Last published assessment, about June 2021. Nothing published since.", Text(page, ".k-answer"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_comes_before_the_countdown_and_the_picture()
    {
        var html = (await Home()).QuerySelector("main")!.InnerHtml;
        Assert.True(html.IndexOf("k-answer", StringComparison.Ordinal) < html.IndexOf("k-count", StringComparison.Ordinal));
        Assert.True(html.IndexOf("k-count", StringComparison.Ordinal) < html.IndexOf("k-cloth", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Countdown_runs_to_the_start_of_2030_with_the_other_reading_beside_it()
    {
        var count = (await Home()).QuerySelector(".k-count")!;
        Assert.Contains("Time left to 1 January 2030", Text(count, "p"), StringComparison.Ordinal);
        Assert.Equal("3 years 1 month", Text(count, ".big"));
        Assert.Contains("4 years 1 month left", count.TextContent, StringComparison.Ordinal);
        Assert.NotNull(count.QuerySelector("svg title"));
    }

    [Fact]
    public async Task The_picture_is_a_list_of_25_actions_by_area_with_words_beside_each_mark()
    {
        var page = await Home();
        Assert.Equal(["8 Work is underway", "16 Underway, not yet sufficient", "1 Little or no work underway"], page.QuerySelectorAll(".k-tally li").Select(li => $"{Text(li, "b")} {Text(li, "span")}"));
        Assert.Equal(5, page.QuerySelectorAll(".k-strip").Length);
        var patches = page.QuerySelectorAll(".k-patch").ToList();
        Assert.Equal(25, patches.Count);
        Assert.All(patches, p => Assert.NotEqual("", Text(p, "small")));
        Assert.NotNull(page.QuerySelector("a[href='/status-picture.svg']"));
        Assert.NotNull(page.QuerySelector("a[href='/plans/plan-21-24/actions']"));
    }

    [Fact]
    public async Task A_plan_past_its_period_says_so()
    {
        Assert.Contains("Plan 21-24 was to be complete by 2024. That date has passed.", (await Home()).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("That date has passed", (await Home("?at=2024-12-31")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Three_questions_are_counted_apart_and_what_is_not_known_says_so()
    {
        var page = await Home();
        var questions = page.QuerySelectorAll(".k-three > section").ToList();
        Assert.Equal(["Is it done?", "Did the numbers move?", "Is it felt?"], questions.Select(q => Text(q, "h3")));
        Assert.Equal("6 of 70 commitments are worded as delivered.", Text(questions[0], ".fact"));
        Assert.Equal(70, questions[0].QuerySelectorAll(".k-chart--dots use").Length);
        Assert.Equal(70, questions[0].QuerySelectorAll(".k-legend span").Sum(s => int.Parse(s.TextContent.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Contains("40 of the 70 have no date", questions[0].TextContent, StringComparison.Ordinal);
        Assert.Equal("Not known yet", Text(questions[1], ".unknown"));
        Assert.Equal("Not known yet", Text(questions[2], ".unknown"));
        Assert.Contains("5,500 experiences", questions[2].TextContent, StringComparison.Ordinal);
        Assert.Contains("360 moving on experts", questions[2].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("not asked", page.Body!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("%", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dates_that_passed_are_as_many_as_the_ledger_says_and_never_called_overdue()
    {
        var site = await ShippedSite.Shared;
        var page = await Home();
        var passed = (await site.Json("/commitments.json?due=passed")).GetProperty("total").GetInt32();
        var section = page.QuerySelector("section[aria-labelledby=passed]")!;
        Assert.StartsWith($"{passed} commitments.", Text(section, "p"), StringComparison.Ordinal);
        Assert.NotNull(section.QuerySelector("a[href='/commitments?due=passed']"));
        Assert.DoesNotContain("overdue", page.Body!.TextContent, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Every_council_is_a_tile_and_a_name()
    {
        var page = await Home();
        Assert.Equal(32, page.QuerySelectorAll(".k-map a").Length);
        Assert.Equal(page.QuerySelectorAll(".k-map a").Select(a => a.GetAttribute("href")).Order(StringComparer.Ordinal),
            page.QuerySelectorAll(".k-cols a").Select(a => a.GetAttribute("href")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_reader_can_search_from_the_first_page()
    {
        var form = (await Home("?at=2021-07-01")).QuerySelector("main form[action='/search']")!;
        Assert.NotNull(form.QuerySelector("input[name=q]"));
        Assert.Equal("2021-07-01", form.QuerySelector("input[name=at]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task July_2021_shows_a_fresh_assessment_and_dates_to_come()
    {
        var page = await Home("?at=2021-07-01");
        Assert.Contains("Assessed about June 2021.", Text(page, ".k-answer"), StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing published since", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("8 years 6 months", Text(page, ".k-count .big"));
        Assert.Contains("“July 2021”".Trim('“', '”'), Text(page, "section[aria-labelledby=ahead]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task April_2021_shows_25_actions_not_assessed_and_no_commitment()
    {
        var page = await Home("?at=2021-04-01");
        Assert.Equal("Nobody has said yet.", Text(page, ".k-answer__short"));
        Assert.Equal("25 Not assessed", $"{Text(page, ".k-tally b")} {Text(page, ".k-tally span")}");
        Assert.Equal("No commitments yet", Text(page, ".k-three .unknown"));
        Assert.Null(page.QuerySelector(".k-chart--dots"));
        Assert.Contains("Plan 21-24 complete", Text(page, "section[aria-labelledby=ahead]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Between_the_promise_and_the_first_plan_there_is_a_countdown_and_no_picture()
    {
        var page = await Home("?at=2020-06-01");
        Assert.Equal("There was no plan yet.", Text(page, ".k-answer__short"));
        Assert.NotNull(page.QuerySelector(".k-count .big"));
        Assert.Null(page.QuerySelector(".k-cloth"));
    }

    [Fact]
    public async Task Before_the_promise_the_page_says_when_the_record_begins()
    {
        var page = await Home("?at=2019-01-01");
        Assert.Equal("The promise had not been made", Text(page, "h1"));
        Assert.NotNull(page.QuerySelector("main a[href='/?at=2020-02-05']"));
        Assert.Null(page.QuerySelector(".k-count"));
    }

    [Theory]
    [InlineData("?at=2029-12-31", "1 day")]
    [InlineData("?at=2030-03-01", "By one reading, that day has come")]
    [InlineData("?at=2031-01-01", "That day has come")]
    public async Task Countdown_near_and_after_the_deadline_says_which_reading_has_come(string query, string words) =>
        Assert.Equal(words, Text(await Home(query), ".k-count .big"));
}
