using System.Net;
using Kept.Core.Foundation;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Testing;
using static Kept.Testing.FeedbackSamples;

namespace Kept.Web.Tests.Feedback;

/// <summary>Everything that bodies say in one list, as a page and as data, with the reports it also goes into.</summary>
public sealed class UpdatesListTests : IAsyncLifetime
{
    private TestSite _site = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.WithPeople(TestClock.At(2026, 11, 21), Fill);
        await _site.Register.AppendAsync(Change.Of(Write.Set("m1", Day, new Milestone { Title = "A first meeting", Basis = "heard", Action = FeedbackSamples.Action, Due = new() { Text = "2026", Qualifier = "in", End = new(2026, 12, 31) }, Source = new("src", [1, 1]) }, 0)), Act.Operator("For a test.", "load"));
        await Say("update-one", new(2026, 3, 1), Owner, $"commitment/{FeedbackSamples.Commitment}", "It is out.", "child-poverty", "corporate-parenting");
        await Say("update-two", new(2026, 6, 1), Other, "milestone/m1", "We met; all of us.");
        await Say("update-three", new(2026, 9, 1), Owner, $"action/{FeedbackSamples.Action}", "=We lead", "childrens-services-plan");
    }

    private Task<Appended> Say(string id, DateOnly since, string body, string of, string said, params string[] reports) => _site.Register.AppendAsync(
        Change.Of(Write.Set(id, since, new Update { Of = of, Body = body, Said = said, Status = "underway", Reports = reports, Sent = since, Came = "through Kept" }, 0)), Act.Operator("For a test.", "feedback"));

    private async Task<IEnumerable<string>> Ids(string query = "") =>
        [.. (await _site.Json("/updates.json" + query)).GetProperty("items").EnumerateArray().Select(u => u.GetProperty("id").GetString()!)];

    // No cell of these tables holds a comma.
    private async Task<string[][]> Table(string path) => [.. (await _site.Csv(path)).Select(line => line.Split(','))];

    [Fact]
    public async Task All_that_bodies_say_stands_newest_first_with_what_it_is_about_and_what_it_also_goes_into()
    {
        var page = await _site.Page("/updates");
        Assert.Equal(["update-three", "update-two", "update-one"], page.QuerySelectorAll("main ol.k-rows > li").Select(li => li.Id));
        var one = page.GetElementById("update-one")!;
        foreach (var said in (string[])["About Publish the guidance", "Big Body", "1 March 2026", "It is out.", "Also for: Local child poverty action report · Corporate parenting report"])
            Assert.Contains(said, one.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/commitments/{FeedbackSamples.Commitment}#update-one", one.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains(page.QuerySelectorAll("footer a"), a => a.GetAttribute("href") == "/updates");
        Assert.Contains((await _site.Page("/commitments")).QuerySelectorAll("main a"), a => a.GetAttribute("href") == "/updates");
    }

    [Fact]
    public async Task The_data_says_the_same_with_ids_and_names_and_no_formula()
    {
        var list = await _site.Json("/updates.json");
        Assert.Equal(3, list.GetProperty("total").GetInt32());
        var one = list.GetProperty("items")[2];
        Assert.Equal(["child-poverty", "corporate-parenting"], one.GetProperty("reports").EnumerateArray().Select(r => r.GetString()!));
        Assert.Equal(("Publish the guidance", FeedbackSamples.Action, "area-a"), (one.GetProperty("title").GetString(), one.GetProperty("actions")[0].GetProperty("id").GetString(), one.GetProperty("areas")[0].GetProperty("id").GetString()));
        var rows = await Table("/updates.csv");
        var at = Array.IndexOf(rows[0], "report_ids");
        Assert.Equal(("childrens-services-plan", "Children’s services plan"), (rows[1][at], rows[1][at + 1]));
        Assert.Equal("'=We lead", rows[1][Array.IndexOf(rows[0], "said")]);
        Assert.Equal("child-poverty; corporate-parenting", rows[3][at]);
    }

    [Fact]
    public async Task The_table_of_commitments_says_which_reports_what_was_said_goes_into()
    {
        var rows = await Table("/commitments.csv");
        var row = rows.Single(r => r[0] == FeedbackSamples.Commitment);
        string Of(string column) => row[Array.IndexOf(rows[0], column)];
        Assert.Equal(("1", "2026-03-01", "corporate-parenting; child-poverty"), (Of("updates"), Of("last_update"), Of("report_ids")));
        Assert.Equal("", rows.Single(r => r[0] == ForAll)[Array.IndexOf(rows[0], "reports")]);
    }

    [Fact]
    public async Task It_is_narrowed_by_body_action_area_report_and_days_and_as_of_any_date()
    {
        Assert.Equal(["update-three", "update-one"], await Ids($"?body={Owner}"));
        Assert.Equal(["update-two"], await Ids($"?body={Other}&action={FeedbackSamples.Action}"));
        Assert.Equal(3, (await Ids("?area=area-a")).Count());
        Assert.Equal(["update-three", "update-one"], await Ids("?report=child-poverty&report=childrens-services-plan"));
        Assert.Equal(["update-two"], await Ids("?from=2026-03-02&to=2026-06-01"));
        Assert.Equal(["update-two", "update-one"], await Ids("?at=2026-07-01"));
        Assert.Empty(await Ids("?known=2026-11-20"));
        var page = await _site.Page($"/updates?body={Owner}&report=child-poverty&from=2026-01-01");
        Assert.Contains("1 update with these filters", page.GetElementById("result")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Owner, page.QuerySelector("select[name=body] option[selected]")!.GetAttribute("value"));
        Assert.Equal(("child-poverty", "2026-01-01"), (page.QuerySelector("input[name=report][checked]")!.GetAttribute("value"), page.QuerySelector("input[name=from]")!.GetAttribute("value")));
        Assert.Equal($"/updates.csv?body={Owner}&report=child-poverty&from=2026-01-01", page.QuerySelector(".k-down a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("colour=red")]
    [InlineData("body=nobody")]
    [InlineData("action=none")]
    [InlineData("report=diary")]
    [InlineData("from=yesterday")]
    [InlineData("from=2026-01-01&from=2026-02-01")]
    [InlineData("from=2026-06-02&to=2026-06-01")]
    [InlineData("page=2")]
    [InlineData("page=x")]
    public async Task What_is_asked_wrongly_is_said_with_what_would_be_right(string query)
    {
        using var answer = await _site.Get("/updates?" + query);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        if (query.StartsWith("page", StringComparison.Ordinal)) return;
        using var data = await _site.Get("/updates.json?" + query);
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (data.StatusCode, data.Content.Headers.ContentType!.MediaType));
        using var table = await _site.Get("/updates.csv?" + query);
        Assert.Equal(HttpStatusCode.BadRequest, table.StatusCode);
    }

    [Fact]
    public async Task Where_nothing_was_said_and_where_nothing_fits_it_says_so()
    {
        Assert.Contains("Nothing heard yet No body had said anything here by 1 January 2022.", (await _site.Page("/updates?at=2022-01-01")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("No update fits.", (await _site.Page("/updates?report=improvement-framework")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fifty_stand_on_a_page_and_the_data_is_whole()
    {
        for (var i = 0; i < 50; i++) await Say($"update-more-{i}", new(2025, 1, 1), Other, $"action/{FeedbackSamples.Action}", $"More {i}");
        Assert.Equal(50, (await _site.Page("/updates")).QuerySelectorAll("main ol.k-rows > li").Length);
        Assert.Equal(3, (await _site.Page("/updates?page=2")).QuerySelectorAll("main ol.k-rows > li").Length);
        Assert.Equal(53, (await Ids()).Count());
    }

    [Fact]
    public async Task What_was_erased_is_in_no_list()
    {
        var entry = _site.Register.Snapshot.Newest(new("update", "update-one"))!.Entry.Number;
        Assert.IsType<Appended.Done>(await _site.Register.AppendAsync(Change.Of(Write.Redact(new("update", "update-one"), entry, null)), Act.Operator("For a test.", "publish")));
        Assert.Equal(["update-three", "update-two"], await Ids());
        Assert.DoesNotContain("It is out.", (await _site.Page("/updates")).Body!.TextContent, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();
}
