using Kept.Testing;

namespace Kept.Web.Tests.About;

public sealed class MethodTests
{
    [Fact]
    public async Task Every_rule_in_the_contents_has_a_page()
    {
        var site = await ShippedSite.Shared;
        var links = (await site.Page("/method")).QuerySelectorAll("main .k-list a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.True(links.Count >= 7);
        foreach (var link in links) Assert.Single((await site.Page(link)).QuerySelectorAll("h1"));
    }

    [Theory]
    [InlineData("autumn 2021", "between 1 September and 30 November 2021", "the same")]
    [InlineData("winter 2022", "between 1 December 2022 and 28 February 2023", "the same")]
    [InlineData("by spring 2023", "by 31 May 2023", "by 28 February 2023")]
    [InlineData("by 2030", "by 31 December 2030", "by 31 December 2029")]
    [InlineData("end of 2021-22", "by 31 March 2022", "the same")]
    [InlineData("2020-21", "between 1 August 2020 and 31 July 2021", "the same")]
    [InlineData("Q3 2024/25", "between 1 October and 31 December 2024", "the same")]
    [InlineData("03/04/2021", "on 3 April 2021", "the same")]
    [InlineData("within six months", "by 8 April 2026", "the same")]
    public async Task The_table_of_dates_shows_what_the_reader_of_dates_reads(string words, string reading, string strictly)
    {
        var site = await ShippedSite.Shared;
        var row = (await site.Page("/method/dates")).QuerySelectorAll("tbody tr").Single(tr => tr.QuerySelector("th")!.TextContent == words);
        Assert.Equal([reading, strictly], row.QuerySelectorAll("td").Take(2).Select(td => td.TextContent.Trim()));
    }

    [Theory]
    [InlineData("31/02/2021", "February has no day 31.")]
    [InlineData("ongoing", "")]
    public async Task Words_that_hold_no_date_say_why(string words, string why)
    {
        var site = await ShippedSite.Shared;
        var row = (await site.Page("/method/dates")).QuerySelectorAll("tbody tr").Single(tr => tr.QuerySelector("th")!.TextContent == words);
        Assert.NotNull(row.QuerySelector(".unknown"));
        Assert.Contains(why, row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commitments_are_counted_as_the_ledger_counts_them()
    {
        var site = await ShippedSite.Shared;
        var text = (await site.Page("/method/commitments")).QuerySelector("main")!.TextContent;
        Assert.Contains("Printed 77 times, 70 commitments", text, StringComparison.Ordinal);
        Assert.Contains("No date is stated for 40 of the 70 (44 of the 77", text, StringComparison.Ordinal);
        Assert.Contains("Nobody is named in 11 of the 70 (12 of the 77", text, StringComparison.Ordinal);
        Assert.Contains("Printed in 4 places", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assessments_name_their_assessor_and_deny_our_own()
    {
        var site = await ShippedSite.Shared;
        var text = (await site.Page("/method/assessment")).QuerySelector("main")!.TextContent;
        Assert.Contains("Not Kept.", text, StringComparison.Ordinal);
        Assert.Contains("The Promise Scotland assessed 25 actions", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_are_counted_by_strength_and_add_up_to_52()
    {
        var site = await ShippedSite.Shared;
        var counts = (await site.Page("/method/links")).QuerySelectorAll("h2").Select(h => h.TextContent.Split(": ")).Where(p => p.Length == 2).Select(p => int.Parse(p[1], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(52, counts.Sum());
    }

    [Theory]
    [InlineData("/method/assessment?at=2020-01-01")]
    [InlineData("/method/commitments?at=2021-04-01")]
    [InlineData("/method/links?at=2020-01-01")]
    [InlineData("/method/countdown?at=2019-01-01")]
    [InlineData("/method/small-numbers?at=2020-01-01")]
    [InlineData("/data?at=2019-01-01")]
    [InlineData("/about?at=2019-01-01")]
    public async Task Pages_hold_when_there_is_nothing_yet(string path)
    {
        var site = await ShippedSite.Shared;
        Assert.NotEmpty((await site.Page(path)).QuerySelector("h1")!.TextContent);
    }
}
