using System.Net;
using AngleSharp.Dom;
using Kept.Core.Accounts;
using Kept.Core.Feedback;
using Kept.Core.Questionnaires;
using Kept.Testing;
using Kept.Web.Features.Feedback.Queue;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Kept.Testing.FeedbackSamples;

namespace Kept.Web.Tests.Questionnaires;

/// <summary>What was agreed to is changed and taken back with the reference, and from then on nothing goes beyond it.</summary>
public sealed class AgreementTests : IAsyncLifetime
{
    private const string One = "/work/questionnaires/" + Asked.Id, Enter = One + "/enter", Path = "/work/reference", Agree = Path + "?handler=Agree#agreed", Words = "My very own words";
    private TestSite _site = null!;
    private Visitor _somebody = null!, _editor = null!, _analyst = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.WithPeople(TestClock.At(2026, 11, 23), Fill, s => s with { WaitMinutes = 10 });
        await _site.Open();
        (_somebody, _editor, _analyst) = (new(_site), await _site.Member(Role.Editor), await _site.Member(Role.Analyst));
    }

    private async Task<string> Sent(params (string, string)[] ticks)
    {
        var check = await _somebody.Answer(await _somebody.Answer(await _somebody.Begin(), ("answer", "No")), ("answer", Words));
        return (await _somebody.Page(await _somebody.Answer(check, ticks))).QuerySelector(".k-reference")!.TextContent;
    }

    // On paper, for a body: what may be published of it waits in the queue.
    private async Task<(string Reference, string Queue)> OnPaper(string words = Words, bool publish = true)
    {
        using var entered = await _analyst.Send(Enter, Enter, [("Channel", "Paper"), ("CameOn", "2026-11-20"), ("Body", Owner), ("qfirst", "No"), ("qlast", words), .. publish ? [("MayBePublished", "true")] : Array.Empty<(string, string)>()]);
        var reference = entered.Headers.Location!.ToString().Split('=')[1];
        return (reference, "/work/queue/" + await _site.Workroom.Read(w => w.Contributions.Where(c => c.Reference == reference).Select(c => c.Id).FirstOrDefaultAsync()));
    }

    private async Task<string> Published(string queue, string words = "They say so.")
    {
        using var routed = await _editor.Send(queue, queue + "?handler=Route", ("To", FeedbackSamples.Action));
        using var accepted = await _editor.Send(queue, queue + "?handler=Accept", ("Told.Words", words));
        Assert.Equal(HttpStatusCode.SeeOther, accepted.StatusCode);
        return words;
    }

    private async Task<IDocument> Show(string reference, Visitor? by = null)
    {
        using var answer = await (by ?? _somebody).Send(Path, Path, ("Reference", reference));
        return await Visitor.Read(answer);
    }

    private async Task<IDocument> Choose(string reference, bool used, bool published, int expect = 200, Visitor? by = null) => await Choose(await Show(reference, by), used, published, expect, by);

    private async Task<IDocument> Choose(IDocument page, bool used, bool published, int expect = 200, Visitor? by = null)
    {
        using var answer = await (by ?? _somebody).Send(page, Path, Agree, ("MayBeUsed", used ? "true" : "false"), ("MayBePublished", published ? "true" : "false"));
        return await Visitor.Read(answer, expect: expect);
    }

    private async Task<(bool, bool)> Stands(string reference) => (await _site.Replies()).Where(r => r.Reference == reference).Select(r => (r.MayBeUsed, r.MayBePublished)).Single();

    private Task<Contribution> Queued(string reference) => _site.Workroom.Read(w => w.Contributions.Include(c => c.Steps).SingleAsync(c => c.Reference == reference));

    private async Task<string> OfAction()
    {
        using var client = new HttpClient { BaseAddress = _site.Address };
        return await client.GetStringAsync(new Uri($"/plans/plan-a/actions/{FeedbackSamples.Action}.json", UriKind.Relative));
    }

    [Fact]
    public async Task With_the_reference_it_is_seen_since_when_something_was_agreed_to_and_it_is_changed_with_its_day()
    {
        var reference = await Sent(("MayBeUsed", "true"));
        Assert.Contains("Since 23 November 2026: The team may read it, and use it in reports without a name.", (await Show(reference)).QuerySelector("section[aria-labelledby=agreed]")!.TextContent, StringComparison.Ordinal);
        _site.Clock.Advance(TimeSpan.FromDays(2));
        var changed = (await Choose(reference, false, true)).Words();
        foreach (var said in (string[])["It is changed, from now on.", "Since 25 November 2026: The team may read it, and publish it word for word without a name.", "What may be done with it was changed, 25 November 2026.", "What it cannot undo"])
            Assert.Contains(said, changed, StringComparison.Ordinal);
        Assert.DoesNotContain(Words, changed, StringComparison.Ordinal);
        Assert.Equal((false, true), await Stands(reference));
    }

    [Fact]
    public async Task Staff_see_what_is_agreed_to_now_by_the_reply_in_the_list_and_in_the_file()
    {
        var reference = await Sent(("MayBeUsed", "true"));
        await Sent();
        await Choose(reference, false, false);
        const string Now = "The team may read it, and nothing else. Changed on 23 November 2026, by its reference.";
        var reply = await _analyst.Page($"{One}/replies/{reference}");
        Assert.Contains(Now, reply.Words(), StringComparison.Ordinal);
        Assert.Contains("What may be done with it was changed, 23 November 2026.", reply.QuerySelector("section[aria-labelledby=became]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Now, (await _analyst.Page(One + "/replies")).Words(), StringComparison.Ordinal);
        Assert.Single((await _analyst.Page(One + "/replies?state=changed")).QuerySelectorAll("tbody tr"));
        using var file = await _analyst.Get(One + "/replies/download");
        var lines = (await file.Content.ReadAsStringAsync()).Split("\r\n");
        Assert.Contains(",may_be_used,may_be_published,agreed,", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, l => l.StartsWith(reference, StringComparison.Ordinal) && l.Contains(",no,no,2026-11-23,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Both_are_taken_back_with_one_press_and_a_second_press_changes_nothing()
    {
        var reference = await Sent(("MayBeUsed", "true"), ("MayBePublished", "true"));
        var page = await Show(reference);
        Assert.Equal(2, page.QuerySelectorAll("main input[type=checkbox][checked]").Length);
        using var first = await _somebody.Send(page, Path, Agree, ("Neither", "true"));
        using var second = await _somebody.Send(page, Path, Agree, ("Neither", "true"));
        Assert.Contains("It is changed, from now on.", (await Visitor.Read(first)).Words(), StringComparison.Ordinal);
        var again = await Visitor.Read(second);
        Assert.Contains("It stood like this already.", again.Words(), StringComparison.Ordinal);
        Assert.Null(again.QuerySelector("button[name=Neither]"));
        Assert.Equal((false, false), await Stands(reference));
        Assert.Equal(1, await _site.Workroom.Read(w => w.ReplySteps.CountAsync()));
    }

    [Fact]
    public async Task Who_saw_something_older_can_agree_to_less_and_not_to_more()
    {
        var reference = await Sent();
        var old = await Show(reference);
        await Choose(reference, true, true);
        await Choose(reference, true, false);
        var refused = await Choose(old, true, true, expect: 422);
        Assert.Contains("This was changed since you opened the page", refused.Words(), StringComparison.Ordinal);
        Assert.Equal((true, false), await Stands(reference));
        _site.Clock.Advance(TimeSpan.FromMinutes(1));
        await Choose(old, false, false);
        Assert.Equal((false, false), await Stands(reference));
        await Choose(refused, true, true, expect: 422);
    }

    [Fact]
    public async Task Staff_who_are_asked_take_it_back_for_somebody_and_agree_to_nothing_in_their_place()
    {
        var reference = await Sent(("MayBeUsed", "true"));
        Assert.Contains("only whoever sent it can agree to more", (await Choose(reference, true, true, expect: 422, by: _analyst)).Words(), StringComparison.Ordinal);
        Assert.Equal((true, false), await Stands(reference));
        Assert.Contains("changed by staff, who were asked to", (await Choose(reference, false, false, by: _analyst)).Words(), StringComparison.Ordinal);
        Assert.Equal((false, false), await Stands(reference));
    }

    [Fact]
    public async Task What_was_used_before_is_pointed_out_to_staff_and_nothing_more_can_be_used()
    {
        var reference = await Sent(("MayBeUsed", "true"));
        var one = $"{One}/replies/{reference}";
        using var used = await _analyst.Send(one, one + "?handler=Used", ("UsedAddress", "/commitments"));
        var open = await _analyst.Page(one);
        await Choose(reference, false, false);
        using var late = await _analyst.Send(open, one, one + "?handler=Used", ("UsedAddress", "/plans"));
        var page = await Visitor.Read(late, expect: 422);
        Assert.Contains("agreed that the team reads it, and to nothing else", page.Words(), StringComparison.Ordinal);
        Assert.Contains("Take their words out wherever that can still be done.", page.Words(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector($"form[action='{one}?handler=Used']"));
        Assert.Contains("Used, 23 November 2026", (await Show(reference)).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_in_the_queue_leaves_it_and_comes_back_when_it_is_agreed_to_again()
    {
        var (reference, queue) = await OnPaper();
        var open = await _editor.Page(queue);
        await Choose(reference, true, false);
        Assert.Equal(ContributionState.Withdrawn, (await Queued(reference)).State);
        Assert.Empty((await _editor.Page("/work/queue")).QuerySelectorAll("tbody tr"));
        using var late = await _editor.Send(open, queue, queue + "?handler=TakeNote");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        // What may be used in reports is followed on its own page.
        var one = $"{One}/replies/{reference}";
        using var used = await _analyst.Send(one, one + "?handler=Used", ("UsedAddress", "/commitments"));
        Assert.Equal(HttpStatusCode.SeeOther, used.StatusCode);
        await Choose(reference, true, true);
        Assert.Contains("publish it word for word", (await _editor.Page(queue)).Words(), StringComparison.Ordinal);
        Assert.Equal([StepKind.Sent, StepKind.AgreementEnded, StepKind.AgreedAgain], (await Queued(reference)).Steps.OrderBy(s => s.Id).Select(s => s.What));
        await Published(queue);
        Assert.Equal(ContributionState.Published, (await Queued(reference)).State);
    }

    [Fact]
    public async Task What_may_be_published_from_now_on_comes_into_the_queue_and_what_its_body_took_back_stays_out()
    {
        var (reference, _) = await OnPaper(publish: false);
        Assert.Equal(0, await _site.Workroom.Read(w => w.Contributions.CountAsync()));
        await Choose(reference, false, true);
        var id = (await Queued(reference)).Id;
        using var contributor = await _site.Member(Role.Contributor, Owner);
        using var back = await contributor.Send($"/work/contributions/{id}", $"/work/contributions/{id}?handler=Withdraw");
        await Choose(reference, false, false);
        await Choose(reference, false, true);
        Assert.Equal(ContributionState.Withdrawn, (await Queued(reference)).State);
    }

    [Fact]
    public async Task What_was_published_is_taken_down_at_once_on_every_date_and_the_record_stays_whole()
    {
        var (reference, queue) = await OnPaper();
        var said = await Published(queue);
        Assert.Contains(said, await OfAction(), StringComparison.Ordinal);
        var became = (await Queued(reference)).Became!;
        var done = await Choose(reference, false, false);
        Assert.Contains("What was published of it is taken down, from earlier dates too.", done.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(said, await OfAction(), StringComparison.Ordinal);
        var one = await Queued(reference);
        Assert.Equal((ContributionState.Withdrawn, null, null, null), (one.State, one.Became, one.Entry, one.Edited));
        var versions = _site.Register.Snapshot.Newest(Core.Records.RecordKey.Parse(became))!;
        Assert.All(new[] { versions.Previous! }, v => Assert.True(v.IsRedacted));
        var corrections = (await _somebody.Page("/corrections")).Words();
        Assert.Contains("Whoever sent this no longer agrees that it is published.", corrections, StringComparison.Ordinal);
        Assert.DoesNotContain(said, corrections, StringComparison.Ordinal);
        Assert.DoesNotContain(said, (await _editor.Page(queue)).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_for_its_hour_is_not_published_when_it_comes()
    {
        var (reference, queue) = await OnPaper();
        await Published(queue, "We reached 40 families.");
        Assert.Equal(ContributionState.Accepted, (await Queued(reference)).State);
        await Choose(reference, false, false);
        _site.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(0, await _site.Services.GetRequiredService<PublishingAccepted>().PublishDue(CancellationToken.None));
        Assert.DoesNotContain("40 families", await OfAction(), StringComparison.Ordinal);
        Assert.Equal(ContributionState.Withdrawn, (await Queued(reference)).State);
    }

    [Fact]
    public async Task Words_that_went_with_others_come_down_with_them_and_the_others_wait_anew()
    {
        var (one, first) = await OnPaper("Words of one");
        var (other, second) = await OnPaper("Words of another");
        using var merged = await _editor.Send(first, first + "?handler=Merge", ("Into", second.Split('/')[^1]));
        var said = await Published(second);
        await Choose(one, false, false);
        Assert.DoesNotContain(said, await OfAction(), StringComparison.Ordinal);
        var (gone, left) = (await Queued(one), await Queued(other));
        Assert.Equal((ContributionState.Withdrawn, null, ContributionState.Received, null), (gone.State, gone.MergedInto, left.State, left.Became));
        Assert.DoesNotContain("Words of one", left.Told.Words, StringComparison.Ordinal);
        Assert.Contains("Words of another", left.Told.Words, StringComparison.Ordinal);
        await Published(second, "Said anew.");
        Assert.Contains("Said anew.", await OfAction(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_went_into_it_is_decided_by_itself_when_it_is_taken_back()
    {
        var (one, first) = await OnPaper("Words of one");
        var (other, second) = await OnPaper("Words of another");
        using var merged = await _editor.Send(first, first + "?handler=Merge", ("Into", second.Split('/')[^1]));
        await Choose(other, false, false);
        var (left, gone) = (await Queued(one), await Queued(other));
        Assert.Equal((ContributionState.Received, null, ContributionState.Withdrawn), (left.State, left.MergedInto, gone.State));
        Assert.DoesNotContain("Words of one", gone.Told.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_those_who_safeguard_it_looks_the_same_goes_on_and_comes_back_to_no_queue()
    {
        var (one, _) = await OnPaper();
        var (other, _) = await OnPaper();
        var reply = $"{One}/replies/{one}";
        using var passed = await _analyst.Send(reply, reply + "?handler=Pass");
        var texts = new List<string>();
        foreach (var reference in (string[])[one, other]) texts.Add((await Choose(reference, false, false)).Words().Replace(reference, "", StringComparison.Ordinal));
        Assert.Equal(texts[1], texts[0]);
        Assert.Equal(ContributionState.Safeguarded, (await Queued(one)).State);
        var risk = "/work/safeguarding/" + one;
        foreach (var (name, handler, field) in ((string, string, (string, string)[])[])[("ann", "Decide", [("Decide", "None")]), ("ben", "Confirm", [])])
        {
            using var safe = await _site.SignIn($"{name}@example.org");
            using var looked = await safe.Send(risk, risk + "?handler=Look");
            Assert.Contains("The team may read it, and nothing else. Changed on 23 November 2026", (await Visitor.Read(looked)).Words(), StringComparison.Ordinal);
            using var done = await safe.Send(risk, $"{risk}?handler={handler}", field);
            Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        }
        Assert.Equal(ContributionState.Withdrawn, (await Queued(one)).State);
    }

    [Fact]
    public async Task Pressed_by_many_at_once_while_an_editor_publishes_nothing_stays_beyond_what_is_agreed()
    {
        var (reference, queue) = await OnPaper();
        using var routed = await _editor.Send(queue, queue + "?handler=Route", ("To", FeedbackSamples.Action));
        var (form, page) = (await _editor.Page(queue), await Show(reference));
        var publish = _editor.Send(form, queue, queue + "?handler=Accept", ("Told.Words", "They say so."));
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => _somebody.Send(page, Path, Agree, ("Neither", "true"))));
        using var published = await publish;
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        Assert.DoesNotContain("They say so.", await OfAction(), StringComparison.Ordinal);
        Assert.Equal((ContributionState.Withdrawn, null), ((await Queued(reference)).State, (await Queued(reference)).Became));
        Assert.Equal(1, await _site.Workroom.Read(w => w.ReplySteps.CountAsync(s => s.What == ReplyDeed.Agreed)));
    }

    [Fact]
    public async Task A_reference_of_nothing_an_old_page_and_too_many_tries_change_nothing_and_say_so()
    {
        var reference = await Sent(("MayBeUsed", "true"));
        var page = await Show(reference);
        using var wrong = await _somebody.Send(page, Path, Agree, ("Reference", "0000-0000"), ("Neither", "true"));
        Assert.Contains("Nothing was received under this reference.", (await Visitor.Read(wrong, expect: 422)).Words(), StringComparison.Ordinal);
        using var unsigned = await _somebody.Send(page, Path, Agree, ("token", "none"), ("MayBePublished", "true"));
        var again = await Visitor.Read(unsigned, expect: 400);
        Assert.Equal(2, again.QuerySelectorAll("main input[type=checkbox][checked]").Length);
        Assert.Equal((true, false), await Stands(reference));
        await Choose(again, true, true);
        Assert.Equal((true, true), await Stands(reference));
        for (var i = 0; i < 60; i++) (await _somebody.Send(page, Path, Path, ("Reference", "0000-0000"))).Dispose();
        using var many = await _somebody.Send(page, Path, Agree, ("Neither", "true"));
        Assert.Contains("Too many references", (await Visitor.Read(many, expect: 422)).Words(), StringComparison.Ordinal);
        Assert.Equal((true, true), await Stands(reference));
    }

    public async ValueTask DisposeAsync()
    {
        _somebody.Dispose();
        _editor.Dispose();
        _analyst.Dispose();
        await _site.DisposeAsync();
    }
}
