using Kept.Core.Accounts;
using Kept.Core.Notices;
using Kept.Core.Questionnaires;
using Kept.Testing;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Questionnaires;

/// <summary>Bodies and those who are invited answer; what a body said before stands there already.</summary>
public sealed class BodyTests : IAsyncLifetime
{
    private TestSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await TestSite.WithPeople(TestClock.At(2026, 11, 23), WorkSamples.Fill, s => s with { Smtp = "smtp://127.0.0.1:9", MailFrom = "kept@example.org" });

    [Fact]
    public async Task Only_who_acts_for_a_body_answers_for_it()
    {
        await _site.Live(Asked.Id, Questions.Small(Audience.Bodies));
        using var nobody = new Visitor(_site);
        var page = await nobody.Page(Asked.Start);
        Assert.Null(page.QuerySelector("main form"));
        Assert.Equal("/account/sign-in?to=%2Fanswer%2F" + Asked.Id, page.QuerySelector(".k-note a")!.GetAttribute("href"));
        using var editor = await _site.Member(Role.Editor);
        Assert.Null((await editor.Page(Asked.Start)).QuerySelector("main form"));
        using var contributor = await _site.Member(Role.Contributor, "celcis");
        Assert.Contains("You answer for CELCIS", (await contributor.Page(Asked.Start)).Words(), StringComparison.Ordinal);
        await contributor.Begin();
        Assert.Equal("celcis", (await _site.Replies()).Single().Body);
    }

    [Fact]
    public async Task Another_body_cannot_be_answered_for()
    {
        await _site.Live(Asked.Id, Questions.Small(Audience.Bodies));
        using var contributor = await _site.Member(Role.Contributor, "celcis");
        using var refused = await contributor.Send(Asked.Start, Asked.Start, ("Body", "scottish-government"));
        Assert.Equal(422, (int)refused.StatusCode);
        Assert.Empty(await _site.Replies());
    }

    [Fact]
    public async Task What_a_body_has_begun_its_people_find_again_and_nobody_else()
    {
        await _site.Live(Asked.Id, Questions.Small(Audience.Bodies));
        using var ann = await _site.Member(Role.Contributor, "celcis");
        var first = await ann.Begin();
        await ann.Answer(first, ("answer", "Yes"));
        using var ben = await _site.Member(Role.Approver, "celcis");
        var link = (await ben.Page(Asked.Start)).QuerySelectorAll("section a").Single(a => a.TextContent.StartsWith("Go on", StringComparison.Ordinal)).GetAttribute("href")!;
        Assert.StartsWith(link, first, StringComparison.Ordinal);
        using var other = await _site.Member(Role.Contributor, "scottish-government");
        Assert.DoesNotContain("begun", (await other.Page(Asked.Start)).QuerySelectorAll("section").Select(s => s.TextContent).LastOrDefault() ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_acts_for_a_body_sees_what_is_asked_of_it()
    {
        await _site.Live(Asked.Id, Questions.Small(Audience.Bodies));
        await _site.Live("invited0", Questions.Small(Audience.Invited, "Not for them"));
        using var ann = await _site.Member(Role.Contributor, "celcis");
        Assert.Contains((await ann.Page("/work")).QuerySelectorAll("main a"), a => a.GetAttribute("href") == "/work/questions");
        await ann.SendShort(await ann.Begin());
        var asked = (await ann.Page("/work/questions")).Words();
        Assert.Contains("How it is", asked, StringComparison.Ordinal);
        Assert.Contains("1 reply was sent.", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("Not for them", asked, StringComparison.Ordinal);
        Assert.Null((await _site.Replies()).Single().Word);
    }

    [Fact]
    public async Task What_was_said_last_time_stands_there_and_is_still_true_with_one_press()
    {
        await _site.Live(Asked.Id, Questions.Small(Audience.Bodies));
        using var ann = await _site.Member(Role.Contributor, "celcis");
        await ann.SendShort(await ann.Begin(), "More time");
        _site.Clock.Advance(TimeSpan.FromMinutes(10));
        var first = await ann.Begin();
        var page = await ann.Page(first);
        Assert.Contains("Last time, on 23 November 2026, you said:", page.Words(), StringComparison.Ordinal);
        var last = await ann.Answer(first, ("go", "still"));
        Assert.Equal("More time", (await ann.Page(last)).QuerySelector("textarea")!.TextContent.Trim());
        await ann.Answer(last, ("answer", "Less time"));
        var reply = (await _site.Replies()).Single(r => r.Sent is null);
        Assert.Equal((true, false), (reply.Answers["qfirst"].StillTrue, reply.Answers["qlast"].StillTrue));
        Assert.Equal(["No"], reply.Answers["qfirst"].Values);
        using var other = await _site.Member(Role.Contributor, "scottish-government");
        Assert.DoesNotContain("Last time", (await other.Page(await other.Begin())).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_goes_out_with_its_link_and_is_bound_to_the_version_when_it_is_begun()
    {
        await _site.Live(Asked.Id, Questions.Small(Audience.Invited));
        using var editor = await _site.Member(Role.Editor);
        var invited = $"/work/questionnaires/{Asked.Id}/invited";
        using var sent = await editor.Send(invited, invited, ("Name", "The clerk"), ("Email", "clerk@example.org"), ("Body", "celcis"));
        var link = new Uri((await Visitor.Read(sent)).QuerySelector(".k-key")!.TextContent).AbsolutePath;
        var letter = await Letter("questionnaire:");
        Assert.Equal("clerk@example.org", letter.To);
        Assert.Contains(link, letter.Text, StringComparison.Ordinal);
        Assert.Null((await _site.Replies()).Single().Version);
        using var clerk = new Visitor(_site);
        Assert.Contains("You were asked as The clerk", (await clerk.Page(link)).Words(), StringComparison.Ordinal);
        await clerk.SendShort(await clerk.Answer(link));
        var reply = (await _site.Replies()).Single();
        Assert.Equal((1, "celcis", null), (reply.Version, reply.Body, reply.Word));
        Assert.Contains($"reference {reply.Reference}", (await editor.Page(invited)).Words(), StringComparison.Ordinal);
        Assert.Equal(0, clerk.Cookies.Count);
    }

    [Fact]
    public async Task A_withdrawn_invitation_opens_nothing()
    {
        await _site.Live(Asked.Id, Questions.Small(Audience.Invited));
        using var editor = await _site.Member(Role.Editor);
        var invited = $"/work/questionnaires/{Asked.Id}/invited";
        using var sent = await editor.Send(invited, invited, ("Name", "The clerk"));
        var link = new Uri((await Visitor.Read(sent)).QuerySelector(".k-key")!.TextContent).AbsolutePath;
        using var withdrawn = await editor.Send(invited, invited + "?handler=Withdraw");
        await editor.Page(link, 404);
        using var bad = await editor.Send(invited, invited, ("Name", ""), ("Email", "no address"));
        var page = await Visitor.Read(bad, expect: 422);
        Assert.Equal("no address", page.QuerySelector("#Email")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_link_is_mailed_only_when_asked_once_to_each_address_and_never_from_a_form_for_anyone()
    {
        await _site.Live(Asked.Id, Questions.Small(Audience.Bodies));
        using var ann = await _site.Member(Role.Contributor, "celcis");
        var first = await ann.Begin();
        var resume = first[..first.LastIndexOf('/')];
        Assert.Equal(0, await _site.Workroom.Read(w => w.Outbox.CountAsync()));
        for (var press = 0; press < 2; press++)
        {
            using var asked = await ann.Send(resume, resume + "?handler=Mail", ("Email", "ann@example.org"));
            Assert.Contains("on its way to ann@example.org", (await Visitor.Read(asked)).Words(), StringComparison.Ordinal);
        }
        var letter = await Letter("answer-link:");
        Assert.Contains(resume, letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("How it is", letter.Text + letter.Subject, StringComparison.Ordinal);
        await _site.Workroom.Write(async w => (await w.FormVersions.ToListAsync()).ForEach(v => w.Entry(v).Property(x => x.Form).CurrentValue = Questions.Small()));
        Assert.Null((await ann.Page(resume)).QuerySelector("#Email"));
    }

    private Task<OutboxMessage> Letter(string about) => _site.Workroom.Read(w => w.Outbox.SingleAsync(m => m.Key.StartsWith(about)));

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();
}
