using System.Net;
using AngleSharp.Dom;
using Kept.Core.Accounts;
using Kept.Core.Feedback;
using Kept.Core.Questionnaires;
using Kept.Testing;
using Kept.Web.Features.Feedback.Telling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Kept.Testing.FeedbackSamples;

namespace Kept.Web.Tests.Questionnaires;

/// <summary>What a body answered goes to the queue as everything of bodies does, and what became of it is seen by whoever sent it.</summary>
public sealed class BecameTests : IAsyncLifetime
{
    private const string One = "/work/questionnaires/" + Asked.Id, Enter = One + "/enter", Reference = "/work/reference";
    private TestSite _site = null!;
    private Visitor _contributor = null!, _editor = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.WithPeople(TestClock.At(2026, 11, 23), Fill, s => s with { Smtp = "smtp://127.0.0.1:9", MailFrom = "kept@example.org", PublicUrl = "https://kept.example.org" });
        (_contributor, _editor) = (await _site.Member(Role.Contributor, Owner), await _site.Member(Role.Editor));
    }

    private static Form WithActions(Audience audience = Audience.Bodies)
    {
        var form = Questions.Small(audience);
        return EditForm.ChangeQuestion(form, form.Find("qhow")! with { Kind = QuestionKind.Actions, Label = "Which actions?" });
    }

    private async Task<(string Reference, string Queue)> Answers(bool ofAction = true, string last = "We send the guidance out.", bool tell = false)
    {
        if (!await _site.Workroom.Read(w => w.Questionnaires.AnyAsync())) await _site.Live(Asked.Id, WithActions());
        var next = await _contributor.Answer(await _contributor.Begin(), ("answer", ofAction ? "Yes" : "No"));
        if (ofAction) next = await _contributor.Answer(next, ("answer", FeedbackSamples.Action));
        var check = await _contributor.Answer(next, ("answer", last));
        var page = await _contributor.Page(await _contributor.Answer(check, tell ? [("TellMe", "true")] : []));
        var reference = page.QuerySelector(".k-reference")!.TextContent;
        return (reference, "/work/queue/" + await _site.Workroom.Read(w => w.Contributions.Where(c => c.Reference == reference).Select(c => c.Id).SingleAsync()));
    }

    [Fact]
    public async Task Answers_of_a_body_wait_in_the_one_queue_under_their_own_reference()
    {
        var (reference, path) = await Answers();
        var line = (await _editor.Page("/work/queue?kind=answers")).QuerySelector("tbody tr")!.TextContent;
        foreach (var said in (string[])["Answers to How it is", reference, "Big Body"]) Assert.Contains(said, line, StringComparison.Ordinal);
        Assert.Single((await _editor.Page($"/work/queue?action={FeedbackSamples.Action}")).QuerySelectorAll("tbody tr"));
        var page = await _editor.Page(path);
        Assert.Contains("Which actions?\nFamilies together\n\nWhat else should we know?\nWe send the guidance out.", page.QuerySelector("#sent ~ .k-typed")!.TextContent, StringComparison.Ordinal);
        var reply = page.QuerySelectorAll("main a").Single(a => a.TextContent.StartsWith("The reply", StringComparison.Ordinal)).GetAttribute("href")!;
        Assert.Contains((await _editor.Page(reply)).QuerySelectorAll("main a"), a => a.GetAttribute("href") == path);
        Assert.Contains(reference, (await _contributor.Page($"/work/bodies/{Owner}")).QuerySelector("#sent ~ table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taken_note_of_it_is_said_in_plain_words_and_nothing_is_published()
    {
        var (reference, path) = await Answers(tell: true);
        using var noted = await _editor.Send(path, path + "?handler=TakeNote", ("NoteWords", "Thank you: this helps."));
        Assert.Equal(HttpStatusCode.SeeOther, noted.StatusCode);
        var became = (await _contributor.Page(path.Replace("/queue/", "/contributions/", StringComparison.Ordinal))).QuerySelector("section[aria-labelledby=became]")!.TextContent;
        Assert.Contains("Read, and counted with the other answers", became, StringComparison.Ordinal);
        Assert.Contains("Thank you: this helps.", became, StringComparison.Ordinal);
        var receipt = await Receipt(reference);
        Assert.Contains("Read, and counted with the other answers, 23 November 2026", receipt, StringComparison.Ordinal);
        Assert.DoesNotContain("this helps", receipt, StringComparison.Ordinal);
        Assert.Single((await _editor.Page("/work/queue?state=noted")).QuerySelectorAll("tbody tr"));
        var made = await _site.Workroom.Read(w => w.Contributions.SingleAsync());
        Assert.Equal((ContributionState.Noted, null, null), (made.State, made.Entry, made.Became));
        await _site.Services.GetRequiredService<TellingPeople>().TellDue(CancellationToken.None);
        var letter = await _site.Workroom.Read(w => w.Outbox.SingleAsync(m => m.Key.StartsWith("moved:")));
        Assert.Contains($"what you sent as {reference} has moved: Read, and counted with the other answers.", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_editors_own_words_of_it_are_published_as_what_the_body_says_of_the_action()
    {
        var (reference, path) = await Answers();
        var form = await _editor.Page(path);
        Assert.Equal("", form.QuerySelector("textarea[name='Told.Words']")!.TextContent.Trim());
        using var empty = await _editor.Send(form, path, path + "?handler=Accept");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        using var accepted = await _editor.Send(path, path + "?handler=Accept", ("Told.Words", "The guidance goes out."));
        Assert.Equal(HttpStatusCode.SeeOther, accepted.StatusCode);
        var one = await _site.Workroom.Read(w => w.Contributions.SingleAsync());
        Assert.Equal((ContributionState.Published, $"action/{FeedbackSamples.Action}"), (one.State, one.About));
        Assert.StartsWith("update/", one.Became, StringComparison.Ordinal);
        Assert.Contains("Used: it is in the record", await Receipt(reference), StringComparison.Ordinal);
        Assert.Contains("We send the guidance out.", one.Told.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_about_no_single_action_are_said_to_be_about_one_before_anything_is_published()
    {
        var (_, path) = await Answers(ofAction: false);
        var page = await _editor.Page(path);
        Assert.Null(page.QuerySelector($"form[action='{path}?handler=Accept']"));
        using var routed = await _editor.Send(page, path, path + "?handler=Route", ("To", FeedbackSamples.Action));
        using var accepted = await _editor.Send(path, path + "?handler=Accept", ("Told.Words", "The guidance goes out."));
        Assert.Equal(HttpStatusCode.SeeOther, accepted.StatusCode);
        Assert.Equal("Answers to How it is", await _site.Workroom.Read(w => w.Contributions.Select(c => c.Title).SingleAsync()));
    }

    [Fact]
    public async Task Asked_back_the_body_adds_to_its_answers_and_loses_none()
    {
        var (_, path) = await Answers(last: new string('x', 5_900));
        using var asked = await _editor.Send(path, path + "?handler=AskBack", ("Reason", "Since when?"));
        var edit = path.Replace("/queue/", "/contributions/", StringComparison.Ordinal) + "/edit";
        using var empty = await _contributor.Send(edit);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        using var answered = await _contributor.Send(edit, null, ("Told.Words", "Since May."));
        Assert.Equal(HttpStatusCode.SeeOther, answered.StatusCode);
        var words = await _site.Workroom.Read(w => w.Contributions.Select(c => c.Told).SingleAsync());
        Assert.EndsWith(new string('x', 5_900) + "\n\nSince when?\nSince May.", words.Words, StringComparison.Ordinal);
        Assert.Contains("Answers to How it is", (await _editor.Page("/work/queue")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sent_at_once_from_many_hands_it_is_one_contribution()
    {
        await _site.Live(Asked.Id, WithActions());
        var check = await _contributor.Answer(await _contributor.Answer(await _contributor.Begin(), ("answer", "No")), ("answer", "x"));
        var page = await _contributor.Page(check);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _contributor.Send(page, check, null)));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.SeeOther, a.StatusCode));
        var made = await _site.Workroom.Read(w => w.Contributions.SingleAsync());
        Assert.Equal((await _site.Replies()).Single().Reference, made.Reference);
        Assert.Equal((Provenance.Web, Owner), (made.Provenance, made.Body));
    }

    [Fact]
    public async Task Who_entered_answers_for_a_body_does_not_decide_on_them()
    {
        await _site.Live(Asked.Id, Questions.Small(Audience.Bodies));
        using var entered = await _editor.Send(Enter, Enter, ("Channel", "Paper"), ("CameOn", "2026-11-20"), ("Body", Owner), ("qfirst", "No"), ("qlast", "By hand"));
        var made = await _site.Workroom.Read(w => w.Contributions.SingleAsync());
        Assert.Equal((Provenance.Paper, new DateOnly(2026, 11, 20)), (made.Provenance, made.CameOn!.Value));
        Assert.Contains("Somebody else has to decide", (await _editor.Page("/work/queue/" + made.Id)).Words(), StringComparison.Ordinal);
        using var nobodys = await _editor.Send(Enter, Enter, ("Channel", "Paper"), ("CameOn", "2026-11-20"), ("qfirst", "No"), ("qlast", "For no body"));
        using var risk = await _editor.Send(Enter, Enter, ("Channel", "Paper"), ("CameOn", "2026-11-20"), ("Body", Owner), ("qfirst", "No"), ("AtRisk", "true"));
        Assert.Equal((1, 3), (await _site.Workroom.Read(w => w.Contributions.CountAsync()), (await _site.Replies()).Count));
    }

    [Fact]
    public async Task What_it_was_used_in_is_a_page_that_is_there_and_its_sender_is_told()
    {
        var (reference, path) = await Answers(tell: true);
        using var early = await _editor.Post(path + "?handler=Used", ("__RequestVerificationToken", Token(await _editor.Page(path))), ("UsedAddress", "/commitments"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
        using var noted = await _editor.Send(path, path + "?handler=TakeNote");
        foreach (var bad in (string[])["/commitments/none", "//example.org", "/work/queue", "http://example.org", "javascript:alert(1)", ""])
        {
            using var refused = await _editor.Send(path, path + "?handler=Used", ("UsedAddress", bad));
            var page = await Visitor.Read(refused, bad, expect: 422);
            Assert.Equal(bad, page.QuerySelector("#UsedAddress")!.GetAttribute("value"));
        }
        using var analyst = await _site.Member(Role.Analyst);
        using var used = await analyst.Send(path, path + "?handler=Used", ("UsedAddress", $"/commitments/{FeedbackSamples.Commitment}"));
        using var away = await analyst.Send(path, path + "?handler=Used", ("UsedAddress", "https://example.org/report"));
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (used.StatusCode, away.StatusCode));
        using var somebody = new Visitor(_site);
        using var answer = await somebody.Send(Reference, null, ("Reference", reference));
        var links = (await Visitor.Read(answer)).QuerySelectorAll("#found ~ ol a").Select(a => (a.GetAttribute("href"), a.GetAttribute("rel"))).ToList();
        Assert.Equal([($"/commitments/{FeedbackSamples.Commitment}", null), ("https://example.org/report", "nofollow noopener")], links);
    }

    [Fact]
    public async Task Passed_on_it_leaves_the_queue_and_comes_back_when_two_agree_that_nobody_is_at_risk()
    {
        var (reference, path) = await Answers(last: "Words for few.");
        using var asked = await _editor.Send(path, path + "?handler=AskBack", ("Reason", "How do you know?"));
        using var answered = await _contributor.Send(path.Replace("/queue/", "/contributions/", StringComparison.Ordinal) + "/edit", null, ("Told.Words", "He showed us the bruise."));
        var one = $"{One}/replies/{reference}";
        using var passed = await _editor.Send(one, one + "?handler=Pass");
        foreach (var closed in (string[])[path, path.Replace("/queue/", "/contributions/", StringComparison.Ordinal), path.Replace("/queue/", "/contributions/", StringComparison.Ordinal) + "/files", "/work/queue?state=safeguarded"]) await _editor.Page(closed, 404);
        Assert.Empty((await _editor.Page("/work/queue")).QuerySelectorAll("tbody tr"));
        Assert.Contains("Received", await Receipt(reference), StringComparison.Ordinal);
        foreach (var name in (string[])["ann", "ben"]) await _site.AddMember($"{name}@example.org", Role.Safeguarding);
        using var ann = await _site.SignIn("ann@example.org");
        using var ben = await _site.SignIn("ben@example.org");
        var risk = "/work/safeguarding/" + reference;
        foreach (var visitor in (Visitor[])[ann, ben])
        {
            using var looked = await visitor.Send(risk, risk + "?handler=Look");
            Assert.Contains("How do you know?\nHe showed us the bruise.", (await Visitor.Read(looked)).Words(), StringComparison.Ordinal);
        }
        Assert.Contains("Read by an editor, 23 November 2026", await Receipt(reference), StringComparison.Ordinal);
        using var none = await ann.Send(risk, risk + "?handler=Decide", ("Decide", "None"));
        using var agreed = await ben.Send(risk, risk + "?handler=Confirm");
        var back = await _site.Workroom.Read(w => w.Contributions.SingleAsync());
        Assert.Equal((reference, ContributionState.Received), (back.Reference, back.State));
        Assert.Contains("Words for few.\n\nHow do you know?\nHe showed us the bruise.", back.Told.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_acts_for_no_body_sees_by_reference_when_it_was_read_and_what_it_was_used_in()
    {
        await _site.Live(Asked.Id, Questions.Small(Audience.Invited));
        var invited = One + "/invited";
        using var sent = await _editor.Send(invited, invited, ("Name", "The clerk"));
        var link = new Uri((await Visitor.Read(sent)).QuerySelector(".k-key")!.TextContent).AbsolutePath;
        using var clerk = new Visitor(_site);
        var reference = await clerk.SendShort(await clerk.Answer(link), "The clerk's words");
        Assert.Equal(0, await _site.Workroom.Read(w => w.Contributions.CountAsync()));
        Assert.DoesNotContain("Read,", await Receipt(reference), StringComparison.Ordinal);
        var one = $"{One}/replies/{reference}";
        foreach (var _ in (string[])["once", "twice"]) await _editor.Page(one);
        Assert.Equal(0, await _site.Workroom.Read(w => w.ReplySteps.CountAsync()));
        Assert.DoesNotContain("Read,", await Receipt(reference), StringComparison.Ordinal);
        using var bad = await _editor.Send(one, one + "?handler=Used", ("UsedAddress", "/nowhere"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bad.StatusCode);
        using var used = await _editor.Send(one, one + "?handler=Used", ("UsedAddress", "/commitments"));
        var receipt = await Receipt(reference);
        Assert.Matches(@"Received, 23 November 2026\.\s+Read, 23 November 2026\.\s+Used, 23 November 2026\.", receipt);
        Assert.DoesNotContain("The clerk", receipt, StringComparison.Ordinal);
        Assert.Equal(2, await _site.Workroom.Read(w => w.ReplySteps.CountAsync()));
        Assert.Null((await _editor.Page(one)).QuerySelector($"form[action='{one}?handler=Read']"));
    }

    [Fact]
    public async Task Staff_say_that_they_have_read_it_with_a_press_and_it_counts_once()
    {
        await _site.Live(Asked.Id, Questions.Small(Audience.Bodies));
        using var entered = await _editor.Send(Enter, Enter, ("Channel", "Paper"), ("CameOn", "2026-11-20"), ("qfirst", "No"), ("qlast", "For no body"));
        var reference = (await _site.Replies()).Single().Reference!;
        var one = $"{One}/replies/{reference}";
        var page = await _editor.Page(one);
        foreach (var _ in (string[])["once", "twice"])
        {
            using var read = await _editor.Send(page, one, one + "?handler=Read");
            Assert.Equal(HttpStatusCode.SeeOther, read.StatusCode);
        }
        Assert.Contains("Read, 23 November 2026.", await Receipt(reference), StringComparison.Ordinal);
        Assert.Equal(1, await _site.Workroom.Read(w => w.ReplySteps.CountAsync()));
        using var unsigned = await _editor.Post(one + "?handler=Read");
        Assert.Equal(HttpStatusCode.BadRequest, unsigned.StatusCode);
    }

    private async Task<string> Receipt(string reference)
    {
        using var somebody = new Visitor(_site);
        using var answer = await somebody.Send(Reference, null, ("Reference", reference));
        return (await Visitor.Read(answer)).QuerySelector("section[aria-labelledby=found]")!.TextContent;
    }

    private static string Token(IDocument page) => page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    public async ValueTask DisposeAsync()
    {
        _contributor.Dispose();
        _editor.Dispose();
        await _site.DisposeAsync();
    }
}
