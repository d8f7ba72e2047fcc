using System.Xml.Linq;
using Kept.Testing;

namespace Kept.Web.Tests.Changes;

public sealed class ChangesTests
{
    private const string Redate = "{kind: commitment, id: sssc-codes-review, expect: 1, set: {due: [{text: autumn 2027, qualifier: in, start: 2027-09-01, end: 2027-11-30}]}}";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task The_first_load_is_one_line_with_counts_that_can_be_opened()
    {
        var site = await ShippedSite.Shared;
        var page = await site.Page("/changes");
        Assert.Contains("25 actions", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.True(page.QuerySelectorAll("main li").Length < 60);
        var open = page.QuerySelectorAll("main a").First(a => a.TextContent.StartsWith("Open all", StringComparison.Ordinal)).GetAttribute("href")!;
        var opened = await site.Page(open);
        Assert.Equal(100, opened.QuerySelectorAll(".k-rows > li").Length);
        Assert.Equal(site.Register.Snapshot.Number, (await site.Json("/changes.json")).GetProperty("total").GetInt64());
    }

    [Fact]
    public async Task A_date_that_moved_is_said_in_words_with_its_body()
    {
        await using var site = await Published.Site();
        var entry = await site.Publish(Redate);
        var page = await site.Page("/changes");
        Assert.Contains("of Scottish Social Services Council: date moved from", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var change = (await site.Json("/changes.json")).GetProperty("items")[0];
        Assert.Equal((entry, "changed", "A letter came.", "/commitments/sssc-codes-review"), (change.GetProperty("entry").GetInt64(), change.GetProperty("what").GetString(), change.GetProperty("why").GetString(), change.GetProperty("url").GetString()));
        Assert.Equal(["due", "effectiveText"], change.GetProperty("fields").EnumerateArray().Select(f => f.GetProperty("field").GetString()));
        Assert.StartsWith("entry,recorded,effective,kind,id,title,version,what,fields,in_words,why,url", (await site.Csv("/changes.csv"))[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kind=comitment")]
    [InlineData("area=nowhere")]
    [InlineData("action=nothing")]
    [InlineData("body=nobody")]
    [InlineData("act=0")]
    [InlineData("act=999999")]
    [InlineData("colour=red")]
    [InlineData("from=yesterday")]
    [InlineData("from=2022-01-01&to=soon")]
    [InlineData("to=2022-01-01")]
    [InlineData("from=2022-01-02&to=2022-01-01")]
    [InlineData("from=2022-01-01&kind=plan")]
    public async Task What_cannot_be_asked_is_a_400_that_helps(string query)
    {
        var site = await ShippedSite.Shared;
        foreach (var extension in (string[])["", ".json", ".csv"])
        {
            using var answer = await site.Get($"/changes{extension}?{query}");
            Assert.Equal(400, (int)answer.StatusCode);
        }
        Assert.True((await site.Json($"/changes.json?{query}", expect: 400)).TryGetProperty("expected", out _));
    }

    [Theory]
    [InlineData("kind=action")]
    [InlineData("area=a-good-childhood")]
    [InlineData("action=support")]
    [InlineData("body=scottish-social-services-council")]
    public async Task A_filter_takes_some_and_not_all(string query)
    {
        var site = await ShippedSite.Shared;
        var total = (await site.Json($"/changes.json?{query}")).GetProperty("total").GetInt64();
        Assert.InRange(total, 1, site.Register.Snapshot.Number - 1);
    }

    [Fact]
    public async Task What_was_not_known_yet_is_not_told()
    {
        await using var site = await Published.Site();
        var before = site.Register.Snapshot.Number;
        site.Clock.Advance(TimeSpan.FromDays(2));
        await site.Publish(Redate);
        Assert.Equal(before, (await site.Json("/changes.json?known=2026-11-22&at=2026-12-30")).GetProperty("total").GetInt64());
    }

    [Fact]
    public async Task The_feed_is_Atom_with_an_entry_for_each_Act_and_ids_that_stay()
    {
        await using var site = await Published.Site();
        var first = XDocument.Parse(await site.Client.GetStringAsync(new Uri("/changes.atom", UriKind.Relative)));
        await site.Publish(Redate);
        var feed = XDocument.Parse(await site.Client.GetStringAsync(new Uri("/changes.atom", UriKind.Relative))).Root!;
        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.Equal(2, entries.Count);
        Assert.Equal(first.Root!.Element(Atom + "id")!.Value, feed.Element(Atom + "id")!.Value);
        Assert.Equal(first.Root.Element(Atom + "entry")!.Element(Atom + "id")!.Value, entries[1].Element(Atom + "id")!.Value);
        Assert.All([feed, .. entries], e => Assert.All((string[])["id", "title", "updated"], n => Assert.NotEmpty(e.Element(Atom + n)!.Value)));
        Assert.All([feed, .. entries], e => Assert.StartsWith("urn:uuid:", e.Element(Atom + "id")!.Value, StringComparison.Ordinal));
        Assert.Contains("date moved from", entries[0].Element(Atom + "title")!.Value, StringComparison.Ordinal);
        Assert.Contains(site.Register.Snapshot.Hash, feed.Element(Atom + "subtitle")!.Value, StringComparison.Ordinal);
        var link = entries[0].Elements(Atom + "link").Single().Attribute("href")!.Value;
        Assert.Contains("date moved from", (await site.Page(link)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_feed_is_not_sent_twice_to_who_has_it()
    {
        var site = await ShippedSite.Shared;
        using var first = await site.Get("/changes.atom");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/changes.atom", UriKind.Relative));
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = await site.Client.SendAsync(request);
        Assert.Equal(304, (int)again.StatusCode);
        Assert.Contains(first.Headers.GetValues("Access-Control-Allow-Origin"), v => v == "*");
    }

    [Fact]
    public async Task Two_days_compared_begin_with_dates_that_moved()
    {
        await using var site = await Published.Site();
        await site.Publish(Redate);
        var json = await site.Json("/changes.json?from=2026-11-20&to=2026-11-21");
        var moved = Assert.Single(json.GetProperty("moved").EnumerateArray());
        Assert.Equal("sssc-codes-review", moved.GetProperty("id").GetString());
        Assert.Equal("autumn 2027", moved.GetProperty("moves")[0].GetProperty("to")[0].GetProperty("text").GetString());
        Assert.Equal(0, json.GetProperty("added").GetArrayLength());
        Assert.Single((await site.Json("/changes.json?from=2021-03-31")).GetProperty("moved").EnumerateArray());
        var page = await site.Page("/changes?from=2026-11-20&to=2026-11-21");
        Assert.Equal("Dates that moved", page.QuerySelector("main h2")!.TextContent);
        Assert.StartsWith("what,kind,id,title,effective,field,from,to,url", (await site.Csv("/changes.csv?from=2026-11-20"))[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_spring_to_summer_2021_the_programme_answered()
    {
        var site = await ShippedSite.Shared;
        var json = await site.Json("/changes.json?from=2021-03-31&to=2021-07-01");
        Assert.Equal(70, json.GetProperty("added").EnumerateArray().Count(a => a.GetProperty("kind").GetString() == "commitment"));
        Assert.Equal(25, json.GetProperty("changed").EnumerateArray().Count(a => a.GetProperty("kind").GetString() == "action"));
        Assert.Equal(0, json.GetProperty("removed").GetArrayLength());
        Assert.Equal(0, (await site.Json("/changes.json?from=2021-07-01&to=2021-07-01")).GetProperty("added").GetArrayLength());
    }

    [Fact]
    public async Task A_moved_date_is_said_on_the_record_the_ledger_and_the_body()
    {
        await using var site = await Published.Site();
        await site.Publish(Redate);
        foreach (var path in (string[])["/commitments/sssc-codes-review", "/commitments?due=moved", "/organisations/scottish-social-services-council"])
            Assert.Contains("Moved from 21 November 2026", (await site.Page(path)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, (await site.Json("/commitments.json?due=moved")).GetProperty("total").GetInt32());
        Assert.Equal(0, (await site.Json("/commitments.json?due=moved&at=2026-11-20")).GetProperty("total").GetInt32());
    }
}
