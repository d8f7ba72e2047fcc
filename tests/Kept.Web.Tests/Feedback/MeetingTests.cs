using System.Net;
using Kept.Core.Accounts;
using Kept.Testing;
using Microsoft.EntityFrameworkCore;
using static Kept.Testing.FeedbackSamples;

namespace Kept.Web.Tests.Feedback;

/// <summary>Meetings are written down, and show whom the programme has heard and whom not.</summary>
public sealed class MeetingTests : IAsyncLifetime
{
    private const string Form = "/work/record-meeting";
    private TestSite _site = null!;
    private Visitor _analyst = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.WithPeople(TestClock.At(2026, 11, 21), Fill);
        _analyst = await _site.Member(Role.Analyst);
    }

    [Fact]
    public async Task A_meeting_is_recorded_and_counts_as_heard()
    {
        var before = await Line("Big Body");
        Assert.Contains("Families together", Squeezed(before), StringComparison.Ordinal);
        using var saved = await _analyst.Send(Form, null, ("Day", "3 November 2026"), ("Whom", "big body\r\n"), ("Of", FeedbackSamples.Action), ("HappensNow", "Guidance is drafted."),
            ("NextSteps[0].What", "Send the draft"), ("NextSteps[0].Owner", "Big Body"), ("NextSteps[0].ByWhen", "December"));
        var page = await _analyst.Page(saved.Headers.Location!.ToString());
        Assert.Equal("Meeting of 3 November 2026", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Guidance is drafted.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Big Body, December", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("All heard", await Line("Big Body"), StringComparison.Ordinal);
        Assert.Contains("3 November 2026", await Line("Big Body"), StringComparison.Ordinal);
        Assert.Single((await _analyst.Page($"/work/meetings?body={Owner}&action={FeedbackSamples.Action}")).QuerySelectorAll("tbody tr"));
        Assert.Empty((await _analyst.Page($"/work/meetings?body={Other}")).QuerySelectorAll("tbody tr"));
    }

    [Theory]
    [InlineData("Day", "tomorrow", "Write the day")]
    [InlineData("Day", "1 January 2031", "has not come yet")]
    [InlineData("Whom", "Big Bo", "Did you mean Big Body?")]
    [InlineData("Whom", "", "Say whom you met")]
    [InlineData("HappensNow", "", "Write down what was said")]
    [InlineData("Of", "nothing", "Choose from the actions")]
    public async Task What_is_missing_is_said_and_what_was_typed_stays(string field, string value, string why)
    {
        (string, string)[] fields = [.. new[] { ("Day", "3 November 2026"), ("Whom", "Big Body"), ("HappensNow", "Long notes."), ("Attended", "Two managers") }.Where(f => f.Item1 != field), (field, value)];
        using var refused = await _analyst.Send(Form, null, fields);
        var page = await Visitor.Read(refused, expect: 422);
        Assert.Contains(why, page.QuerySelector("#error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Two managers", page.QuerySelector("#Attended")!.GetAttribute("value"));
        Assert.Equal(0, await _site.Workroom.Read(w => w.Meetings.CountAsync()));
    }

    [Fact]
    public async Task A_change_over_a_colleagues_change_shows_both()
    {
        using var saved = await _analyst.Send(Form, null, ("Day", "3 November 2026"), ("Whom", "Big Body"), ("HappensNow", "First."));
        var path = Form + "/" + saved.Headers.Location!.ToString().Split('/')[^1];
        var mine = await _analyst.Page(path);
        using var theirs = await _analyst.Send(path, null, ("HappensNow", "Theirs."));
        Assert.Equal(HttpStatusCode.SeeOther, theirs.StatusCode);
        using var late = await _analyst.Send(mine, path, null, ("HappensNow", "Mine."));
        var both = await Visitor.Read(late, expect: 409);
        Assert.Contains("Theirs.", both.QuerySelector("#theirs")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Mine.", both.QuerySelector("#HappensNow")!.TextContent.TrimStart('\n'));
        using var settled = await _analyst.Send(both, path, null, ("HappensNow", "Both."));
        Assert.Equal("Both.", (await _site.Workroom.Read(w => w.Meetings.SingleAsync())).HappensNow);
    }

    [Fact]
    public async Task The_operators_own_list_stands_among_those_to_be_heard()
    {
        using var added = await _analyst.Send("/work/coverage", "/work/coverage", ("Name", "A network of carers"));
        using var twice = await _analyst.Send("/work/coverage", "/work/coverage", ("Name", "A network of carers"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
        Assert.Contains("Not yet", await Line("A network of carers"), StringComparison.Ordinal);
        var contact = await _site.Workroom.Read(w => w.Contacts.Select(c => c.Id).SingleAsync());
        using var met = await _analyst.Send(Form, null, ("Day", "3 November 2026"), ("Whom", ""), ("Contacts", contact), ("GetsInTheWay", "Money."));
        Assert.Contains("3 November 2026", await Line("A network of carers"), StringComparison.Ordinal);
        using var off = await _analyst.Send("/work/coverage", "/work/coverage?handler=End");
        Assert.DoesNotContain("A network of carers", (await _analyst.Page("/work/coverage")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("A network of carers", (await _analyst.Page("/work/meetings")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_came_by_telephone_says_so_and_its_writer_does_not_decide_on_it()
    {
        using var editor = await _site.Member(Role.Editor);
        var path = $"/work/enter?from={Owner}&about=commitment/families-c1";
        using var nothing = await editor.Send(path, null, ("Told.Words", "They told us."));
        Assert.Contains("Say how it came", (await Visitor.Read(nothing, expect: 422)).QuerySelector("#error-summary")!.TextContent, StringComparison.Ordinal);
        using var entered = await editor.Send(path, null, ("How", "Telephone"), ("CameOn", "19 November 2026"), ("Told.Words", "They told us."));
        var queue = entered.Headers.Location!.ToString();
        Assert.Contains("Somebody else has to decide", (await editor.Page(queue)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await _site.AddMember("second@example.org", Role.Editor);
        using var second = await _site.SignIn("second@example.org");
        using var accepted = await second.Send(queue, queue + "?handler=Accept");
        var update = (await _site.Json("/commitments/families-c1.json")).GetProperty("updates")[0];
        Assert.Equal(("by telephone", "2026-11-19"), (update.GetProperty("came").GetString(), update.GetProperty("sent").GetString()));
    }

    private async Task<string> Line(string name) =>
        (await _analyst.Page("/work/coverage")).QuerySelectorAll("tbody tr").Single(r => r.Children[0].TextContent.Trim() == name).TextContent;

    private static string Squeezed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public async ValueTask DisposeAsync()
    {
        _analyst.Dispose();
        await _site.DisposeAsync();
    }
}
