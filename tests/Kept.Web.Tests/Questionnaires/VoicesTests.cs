using System.Net;
using Kept.Core.Accounts;
using Kept.Core.Questionnaires;
using Kept.Core.Workroom;
using Kept.Testing;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Questionnaires;

/// <summary>What people who say no name agree to, and that nothing more is done; and that their words go when they have to.</summary>
public sealed class VoicesTests : IAsyncLifetime
{
    private const string Replies = "/work/questionnaires/" + Asked.Id + "/replies", Words = "My very own words";
    private TestSite _site = null!;
    private Visitor _child = null!, _editor = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.WithPeople(TestClock.At(2026, 11, 23), WorkSamples.Fill);
        await _site.Open();
        (_child, _editor) = (new(_site), await _site.Member(Role.Editor));
    }

    private async Task<string> Sent(bool risk = false, params (string, string)[] ticks)
    {
        var next = await _child.Answer(await _child.Begin(), risk ? [("answer", "No"), ("risk", "true")] : [("answer", "No")]);
        return (await _child.Page(await _child.Answer(await _child.Answer(next, ("answer", Words)), ticks))).QuerySelector(".k-reference")!.TextContent;
    }

    [Fact]
    public async Task Two_ticks_stand_apart_unticked_and_without_them_only_the_team_reads_it()
    {
        var check = await _child.Answer(await _child.Answer(await _child.Begin(), ("answer", "No")), ("answer", Words));
        var page = await _child.Page(check);
        var ticks = page.QuerySelectorAll("main input[type=checkbox]");
        Assert.Equal(["MayBeUsed", "MayBePublished"], ticks.Select(t => t.GetAttribute("name")));
        Assert.DoesNotContain(ticks, t => t.HasAttribute("checked"));
        foreach (var said in (string[])["You may use what I wrote in reports, without my name", "You may publish what I wrote, word for word, without my name", "If you tick nothing, only the team reads it."])
            Assert.Contains(said, page.Words(), StringComparison.Ordinal);
        Assert.Contains("The team may read it, and nothing else.", (await _child.Page(await _child.Answer(check))).Words(), StringComparison.Ordinal);
        var reply = (await _site.Replies()).Single();
        Assert.Equal((false, false), (reply.MayBeUsed, reply.MayBePublished));
    }

    [Fact]
    public async Task Each_tick_counts_for_itself_and_is_shown_to_staff_in_the_file_and_by_reference()
    {
        var reference = await Sent(false, ("MayBeUsed", "true"));
        var second = await Sent(false, ("MayBePublished", "true"));
        Assert.Contains("The team may read it, and use it in reports without a name.", (await _editor.Page($"{Replies}/{reference}")).Words(), StringComparison.Ordinal);
        using var file = await _editor.Get(Replies + "/download");
        var lines = (await file.Content.ReadAsStringAsync()).Split("\r\n");
        Assert.Contains(",may_be_used,may_be_published,", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, l => l.StartsWith(reference, StringComparison.Ordinal) && l.Contains(",yes,no,", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith(second, StringComparison.Ordinal) && l.Contains(",no,yes,", StringComparison.Ordinal));
        Assert.Contains("publish it word for word without a name", await Receipt(second), StringComparison.Ordinal);
        Assert.DoesNotContain(Words, await Receipt(second), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_agreed_to_cannot_be_said_to_be_used()
    {
        var one = $"{Replies}/{await Sent()}";
        var page = await _editor.Page(one);
        Assert.Null(page.QuerySelector($"form[action='{one}?handler=Used']"));
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var refused = await _editor.Post(one + "?handler=Used", ("__RequestVerificationToken", token), ("UsedAddress", "/commitments"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var agreed = $"{Replies}/{await Sent(false, ("MayBeUsed", "true"))}";
        using var used = await _editor.Send(agreed, agreed + "?handler=Used", ("UsedAddress", "/commitments"));
        Assert.Equal(HttpStatusCode.SeeOther, used.StatusCode);
    }

    [Fact]
    public async Task A_reply_that_somebody_may_be_at_risk_looks_by_reference_as_every_other()
    {
        var (one, other) = (await Receipt(await Sent(risk: true)), await Receipt(await Sent()));
        Assert.Equal(one[9..].Trim(), other[9..].Trim());
        Assert.Single(one.Split("at risk")[1..]);
    }

    [Fact]
    public async Task Without_a_name_it_is_kept_for_twelve_months_and_the_page_of_what_is_held_says_so()
    {
        await Sent();
        await Sent(risk: true);
        _site.Clock.Advance(TimeSpan.FromDays(364));
        await Retention.Run(_site.Workroom, _site.Clock.GetUtcNow(), CancellationToken.None);
        Assert.Equal(2, (await _site.Replies()).Count);
        _site.Clock.Advance(TimeSpan.FromDays(2));
        await Retention.Run(_site.Workroom, _site.Clock.GetUtcNow(), CancellationToken.None);
        Assert.True(Assert.Single(await _site.Replies()).AtRisk);
        var row = (await _site.Page("/privacy/held")).QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("said no name", StringComparison.Ordinal));
        Assert.Contains("1 year after they were sent", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_safeguards_erases_the_words_by_hand_with_a_reason_at_the_second_press()
    {
        var reference = await Sent(risk: true);
        var one = "/work/safeguarding/" + reference;
        using var ann = await _site.SignIn("ann@example.org");
        Assert.Null((await ann.Page(one)).QuerySelector($"form[action='{one}?handler=Erase']"));
        using var looked = await ann.Send(one, one + "?handler=Look");
        using var decided = await ann.Send(one, one + "?handler=Decide", ("Decide", "Wellbeing"));
        using var why = await ann.Send(one, one + "?handler=Erase");
        Assert.Contains("Choose why it is erased.", (await Visitor.Read(why, expect: 422)).Words(), StringComparison.Ordinal);
        using var first = await ann.Send(one, one + "?handler=Erase", ("Because", "TimeIsOver"));
        var sure = await Visitor.Read(first);
        Assert.Contains("Nothing is erased yet.", sure.Words(), StringComparison.Ordinal);
        Assert.Null((await _site.Replies()).Single().Erased);
        using var erased = await ann.Send(sure, one, one + "?handler=Erase");
        Assert.Equal(HttpStatusCode.SeeOther, erased.StatusCode);
        var reply = (await _site.Replies()).Single();
        Assert.Equal((0, true), (reply.Answers.Count, reply.Erased is not null));
        var page = await ann.Page(one);
        Assert.Contains("What was written was erased on 23 November 2026", page.Words(), StringComparison.Ordinal);
        Assert.Contains("erased what was written: the time for which it had to be kept is over", page.QuerySelector("section[aria-labelledby=log]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Words, FormJson.Write(await _site.Workroom.Read(w => w.SafeguardingSteps.ToListAsync())) + FormJson.Write(reply), StringComparison.Ordinal);
        Assert.Contains("Received", await Receipt(reference), StringComparison.Ordinal);
    }

    private async Task<string> Receipt(string reference)
    {
        using var somebody = new Visitor(_site);
        using var answer = await somebody.Send("/work/reference", null, ("Reference", reference));
        return string.Concat((await Visitor.Read(answer)).QuerySelectorAll("section[aria-labelledby=found], section[aria-labelledby=agreed]").Select(s => s.TextContent));
    }

    public async ValueTask DisposeAsync()
    {
        _child.Dispose();
        _editor.Dispose();
        await _site.DisposeAsync();
    }
}
