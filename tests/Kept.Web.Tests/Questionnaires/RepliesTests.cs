using Kept.Core.Accounts;
using Kept.Core.Questionnaires;
using Kept.Testing;

namespace Kept.Web.Tests.Questionnaires;

/// <summary>What staff read of replies, take away as a file, print, and enter from paper.</summary>
public sealed class RepliesTests : IAsyncLifetime
{
    private const string One = "/work/questionnaires/" + Asked.Id, Enter = One + "/enter";
    private TestSite _site = null!;
    private Visitor _analyst = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.WithPeople(TestClock.At(2026, 11, 23), WorkSamples.Fill, s => s with { ReturnAddress = "The office; 1 Long Street; Town" });
        await _site.Live(Asked.Id, Questions.Small(Audience.Bodies));
        _analyst = await _site.Member(Role.Analyst);
    }

    [Fact]
    public async Task Replies_are_listed_filtered_and_read_with_their_questions()
    {
        using var ann = await _site.Member(Role.Contributor, "celcis");
        using var ben = await _site.Member(Role.Contributor, "scottish-government");
        var first = await ann.SendShort(await ann.Begin(), "More time");
        var second = await ben.SendShort(await ben.Begin(), "More money");
        await ben.Begin();
        var list = await _analyst.Page(One + "/replies");
        Assert.Contains("2 replies", list.Words(), StringComparison.Ordinal);
        var some = (await _analyst.Page(One + "/replies?Body=celcis")).QuerySelector("table")!.TextContent;
        Assert.Contains(first, some, StringComparison.Ordinal);
        Assert.DoesNotContain(second, some, StringComparison.Ordinal);
        Assert.Contains("Not yet; last saved 23 November 2026", (await _analyst.Page(One + "/replies?State=begun")).Words(), StringComparison.Ordinal);
        var reply = await _analyst.Page($"{One}/replies/{first}");
        Assert.Contains("CELCIS", reply.Words(), StringComparison.Ordinal);
        Assert.Contains("More time", reply.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_has_a_row_for_each_reply_a_column_for_each_question_and_no_formulas()
    {
        using var ann = await _site.Member(Role.Contributor, "celcis");
        var reference = await ann.SendShort(await ann.Begin(), "=1+1, or \"so\"");
        using var file = await _analyst.Get(One + "/replies/download");
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.False(file.Headers.Contains("Access-Control-Allow-Origin"));
        var lines = (await file.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("reference,version,sent,came,how,body,body_name,invited,may_be_used,may_be_published,agreed,Does it help?,How does it help?,What else should we know?", lines[0]);
        Assert.Equal($"{reference},1,2026-11-23,,On this site,celcis,CELCIS,,,,,No,,\"'=1+1, or \"\"so\"\"\"", Assert.Single(lines[1..]));
    }

    [Fact]
    public async Task What_came_on_paper_is_entered_with_how_and_when_and_once()
    {
        var page = await _analyst.Page(Enter);
        (string, string)[] fields = [("Channel", "Paper"), ("CameOn", "2026-11-20"), ("Body", "celcis"), ("qfirst", "No"), ("qlast", "By hand")];
        using var entered = await _analyst.Send(page, Enter, Enter, fields);
        using var again = await _analyst.Send(page, Enter, Enter, fields);
        Assert.Equal(entered.Headers.Location, again.Headers.Location);
        var reply = Assert.Single(await _site.Replies());
        Assert.Equal((Channel.Paper, new DateOnly(2026, 11, 20), "celcis", 1), (reply.Channel, reply.CameOn!.Value, reply.Body, reply.Version));
        Assert.NotNull(reply.EnteredBy);
        Assert.Contains(reply.Reference!, (await _analyst.Page(entered.Headers.Location!.ToString())).Words(), StringComparison.Ordinal);
        Assert.Contains("On paper, on 20 November 2026; entered by staff", (await _analyst.Page($"{One}/replies/{reply.Reference}")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_said_at_its_question_and_nothing_typed_is_lost()
    {
        using var bad = await _analyst.Send(Enter, Enter, ("CameOn", "2026-12-01"), ("qfirst", "Yes"), ("qlast", "Kept"));
        var page = await Visitor.Read(bad, expect: 422);
        var summary = page.QuerySelector(".ds_error-summary")!.TextContent;
        foreach (var said in (string[])["Choose how it came.", "This day is still to come.", "Write an answer."]) Assert.Contains(said, summary, StringComparison.Ordinal);
        Assert.Equal("Kept", page.QuerySelector("#qlast")!.TextContent.Trim());
        Assert.NotNull(page.QuerySelector("#qfirst[checked]"));
        Assert.Empty(await _site.Replies());
    }

    [Fact]
    public async Task Every_form_prints_with_boxes_lines_routes_in_words_and_an_address()
    {
        using var nobody = new Visitor(_site);
        var page = await nobody.Page(Asked.Start + "/paper");
        Assert.Equal(["1. Does it help?", "2. How does it help?", "3. What else should we know? (you can leave this out)"], page.QuerySelectorAll(".k-paper__q h3").Select(h => h.TextContent));
        Assert.Equal(["Yes", "No", "Not for me"], page.QuerySelectorAll(".k-boxes li").Select(l => l.TextContent.Trim()));
        Assert.Equal(["If you chose “No”, go to question 3.", "If you chose “Not for me”, you can stop here: Then this is not for you."], page.QuerySelectorAll(".k-route").Select(r => r.TextContent));
        Assert.Contains("1 Long Street", page.QuerySelector("address")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_return_address_staff_are_told_and_there_are_lines()
    {
        await using var site = await TestSite.WithPeople(TestClock.At(2026, 11, 23), WorkSamples.Fill);
        await site.Live(Asked.Id, Questions.Small(Audience.Bodies));
        using var nobody = new Visitor(site);
        var page = await nobody.Page(Asked.Start + "/paper");
        Assert.Null(page.QuerySelector("address"));
        Assert.DoesNotContain("No return address is set", page.Words(), StringComparison.Ordinal);
        using var editor = await site.Member(Role.Editor);
        Assert.Contains("No return address is set", (await editor.Page(Asked.Start + "/paper")).Words(), StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        _analyst.Dispose();
        await _site.DisposeAsync();
    }
}
