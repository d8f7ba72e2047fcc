using System.Net;
using Kept.Core.Questionnaires;
using Kept.Core.Workroom;
using Kept.Testing;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Questionnaires;

/// <summary>Answering a form that is open to anyone, from the first page to the reference.</summary>
public sealed class AnsweringTests : IAsyncLifetime
{
    private TestSite _site = null!;
    private readonly List<Visitor> _visitors = [];

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.WithPeople(TestClock.At(2026, 11, 23), WorkSamples.Fill);
        await _site.Open();
    }

    private Visitor Somebody()
    {
        _visitors.Add(new(_site));
        return _visitors[^1];
    }

    [Fact]
    public async Task The_first_page_says_what_must_be_known_before_writing()
    {
        var words = (await Somebody().Page(Asked.Start)).Words();
        foreach (var said in (string[])["Two people read it.", "Five minutes", "not an emergency service", "999", "0800 1111", "When somebody may be seriously harmed.", "within one working day", "does not delete the history"])
            Assert.Contains(said, words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_lead_where_they_lead_and_are_sent_with_a_reference()
    {
        var visitor = Somebody();
        var first = await visitor.Begin();
        var page = await visitor.Page(first);
        Assert.Equal("Does it help?", page.H1());
        Assert.Equal("First things. Question 1; at most 2 more", page.QuerySelector(".k-progress")!.TextContent);
        var last = await visitor.Answer(first, ("answer", "No"));
        page = await visitor.Page(last);
        Assert.Equal("What else should we know? (optional)", page.H1());
        Assert.Equal("Last things. Question 2, the last one", page.QuerySelector(".k-progress")!.TextContent);
        var check = await visitor.Answer(last, ("answer", "Dogs & <cats>\r\nand more"));
        page = await visitor.Page(check);
        Assert.Equal("Check your answers", page.H1());
        Assert.Contains("Dogs & <cats>\nand more", page.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("How does it help?", page.Words(), StringComparison.Ordinal);
        page = await visitor.Page(await visitor.Answer(check));
        Assert.Matches("^[0-9A-Z]{4}-[0-9A-Z]{4}$", page.QuerySelector(".k-reference")!.TextContent);
        Assert.Contains("What happens next", page.Words(), StringComparison.Ordinal);
        var reply = Assert.Single(await _site.Replies());
        Assert.Equal((1, Channel.Web, null, null, false), (reply.Version, reply.Channel, reply.AccountId, reply.Word, reply.IsSafeguarded));
    }

    [Fact]
    public async Task Nothing_is_kept_of_who_or_where_and_nobody_else_keeps_the_pages()
    {
        var visitor = Somebody();
        var first = await visitor.Begin();
        foreach (var path in (string[])[Asked.Start, Asked.Start + "/paper", first, first[..first.LastIndexOf('/')]])
        {
            using var answer = await visitor.Get(path);
            Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
            Assert.Contains("noindex", answer.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
            Assert.StartsWith("Questions", (await Visitor.Read(answer)).Title, StringComparison.Ordinal);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }
        await visitor.Answer(first, ("answer", "No"));
        Assert.Equal(0, visitor.Cookies.Count);
        var columns = await _site.Workroom.Read(w => Task.FromResult(w.Model.FindEntityType(typeof(Reply))!.GetProperties().Select(p => p.Name).ToList()));
        Assert.DoesNotContain(columns, c => c.Contains("Address", StringComparison.Ordinal) || c.Contains("Agent", StringComparison.Ordinal) || c.Contains("Device", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_bad_answer_comes_back_with_the_text_and_says_why()
    {
        var visitor = Somebody();
        var how = await visitor.Answer(await visitor.Begin(), ("answer", "Yes"));
        using var bad = await visitor.Send(how, null, ("answer", new string('a', 250)));
        var page = await Visitor.Read(bad, expect: 422);
        Assert.Equal("#answer", page.QuerySelector(".ds_error-summary a")!.GetAttribute("href"));
        Assert.Equal(new string('a', 250), page.QuerySelector("#answer")!.GetAttribute("value"));
        using var empty = await visitor.Send(how, null, ("answer", " "));
        Assert.Contains("Write an answer.", (await Visitor.Read(empty, expect: 422)).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Back_loses_nothing_not_even_what_could_not_be_taken()
    {
        var visitor = Somebody();
        var first = await visitor.Begin();
        var how = await visitor.Answer(first, ("answer", "Yes"));
        Assert.Equal(first, await visitor.Answer(how, ("answer", new string('b', 250)), ("go", "back")));
        Assert.Equal("Yes", (await visitor.Page(first)).QuerySelector("input[checked]")!.GetAttribute("value"));
        Assert.Equal(new string('b', 250), (await visitor.Page(how)).QuerySelector("#answer")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_link_brings_one_back_for_thirty_days_and_then_says_so()
    {
        var visitor = Somebody();
        var first = await visitor.Begin();
        var how = await visitor.Answer(first, ("answer", "Yes"));
        var link = first[..first.LastIndexOf('/')];
        _site.Clock.Advance(TimeSpan.FromDays(29));
        var later = Somebody();
        var page = await later.Page(link);
        Assert.Contains(link, page.QuerySelector(".k-key")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(how, page.QuerySelector("a.k-btn")!.GetAttribute("href"));
        _site.Clock.Advance(TimeSpan.FromDays(2));
        var gone = await later.Page(link, 404);
        Assert.Contains("30 days are over", gone.Words(), StringComparison.Ordinal);
        Assert.Equal(gone.Words(), (await later.Page(Asked.Start + "/never", 404)).Words());
        await Retention.Run(_site.Workroom, _site.Clock.GetUtcNow(), CancellationToken.None);
        Assert.Empty(await _site.Replies());
    }

    [Fact]
    public async Task Sent_at_once_from_many_hands_it_is_one_row_with_one_reference()
    {
        var visitor = Somebody();
        var check = await visitor.Answer(await visitor.Answer(await visitor.Begin(), ("answer", "No")), ("answer", "x"));
        var page = await visitor.Page(check);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => visitor.Send(page, check, null)));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.SeeOther, a.StatusCode));
        var reference = (await visitor.Page(check[..check.LastIndexOf('/')] + "/sent")).QuerySelector(".k-reference")!.TextContent;
        using var again = await visitor.Send(page, check, null);
        Assert.Equal(reference, Assert.Single(await _site.Replies()).Reference);
    }

    [Fact]
    public async Task A_changed_answer_leads_to_what_it_opens_and_back_to_the_check()
    {
        var visitor = Somebody();
        var first = await visitor.Begin();
        var check = await visitor.Answer(await visitor.Answer(first, ("answer", "No")), ("answer", "x"));
        var change = (await visitor.Page(check)).QuerySelector(".ds_summary-list__actions a")!.GetAttribute("href")!;
        Assert.Equal(first + "?change=1", change);
        var how = await visitor.Answer(change, ("answer", "Yes"));
        Assert.Equal("How does it help?", (await visitor.Page(how)).H1());
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.Get(check)).StatusCode);
        var last = await visitor.Answer(how, ("answer", "A lot"));
        Assert.Equal("x", (await visitor.Page(last)).QuerySelector("textarea")!.TextContent.Trim());
        Assert.Equal(check, await visitor.Answer(last));
    }

    [Fact]
    public async Task An_exit_page_ends_it_and_sends_nothing()
    {
        var visitor = Somebody();
        var exit = await visitor.Answer(await visitor.Begin(), ("answer", "Not for me"));
        var page = await visitor.Page(exit);
        Assert.Equal("Then this is not for you", page.H1());
        Assert.Contains("Nothing was sent.", page.Words(), StringComparison.Ordinal);
        Assert.Null((await _site.Replies()).Single().Sent);
    }

    [Fact]
    public async Task A_closed_questionnaire_says_so_keeps_what_is_typed_and_takes_no_more()
    {
        var visitor = Somebody();
        var first = await visitor.Begin();
        var last = await visitor.Answer(first, ("answer", "No"));
        var open = await visitor.Page(last);
        await Set(q => GoLive.Close(q, _site.Clock.GetUtcNow()));
        using var typed = await visitor.Send(open, last, null, ("answer", "typed while it closed"));
        var resume = typed.Headers.Location!.ToString();
        var words = (await visitor.Page(resume)).Words();
        Assert.Contains("This questionnaire is closed since 23 November 2026", words, StringComparison.Ordinal);
        Assert.Contains("typed while it closed", words, StringComparison.Ordinal);
        var start = await visitor.Page(Asked.Start);
        Assert.Contains("closed", start.Words(), StringComparison.Ordinal);
        Assert.Null(start.QuerySelector("main form"));
        await Set(q => q.State = QuestionnaireState.Live);
        Assert.NotNull((await visitor.Page(await visitor.Answer(resume + "/check"))).QuerySelector(".k-reference"));
    }

    [Fact]
    public async Task A_reply_goes_on_with_the_version_it_began_with()
    {
        var visitor = Somebody();
        var first = await visitor.Begin();
        var newer = EditForm.ChangeQuestion(Questions.Small(), Questions.Small().Find("qfirst")! with { Label = "Is it better?" });
        await _site.Workroom.Write(async w =>
        {
            w.FormVersions.Add(new() { QuestionnaireId = Asked.Id, Number = 2, Form = newer, Made = _site.Clock.GetUtcNow(), MadeBy = "x" });
            (await w.Questionnaires.FirstAsync(q => q.Id == Asked.Id)).Version = 2;
        });
        Assert.Equal("Does it help?", (await visitor.Page(first)).H1());
        Assert.Equal("Is it better?", (await Somebody().Page(await Somebody().Begin())).H1());
        await visitor.SendShort(first);
        Assert.Equal([1, 2], (await _site.Replies()).OrderByDescending(r => r.Sent != null).Select(r => r.Version!.Value));
    }

    [Fact]
    public async Task A_form_without_our_signature_comes_back_with_the_text()
    {
        var visitor = Somebody();
        var how = await visitor.Answer(await visitor.Begin(), ("answer", "Yes"));
        using var bare = await visitor.Post(how, ("answer", "words that took an hour"));
        var page = await Visitor.Read(bare, expect: 400);
        Assert.Equal("words that took an hour", page.QuerySelector("#answer")!.GetAttribute("value"));
        using var again = await visitor.Send(page, how, null);
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
        // The signature of another reply opens nothing here.
        var other = await Somebody().Begin();
        var token = (await visitor.Page(other)).QuerySelector("input[name=token]")!.GetAttribute("value")!;
        using var foreign = await visitor.Post(how, ("answer", "x"), ("token", token));
        Assert.Equal(HttpStatusCode.BadRequest, foreign.StatusCode);
    }

    [Fact]
    public async Task Nobody_begins_while_nobody_stands_by()
    {
        var open = await Somebody().Page(Asked.Start);
        _site.Clock.Advance(TimeSpan.FromDays(31));
        var page = await Somebody().Page(Asked.Start);
        Assert.Contains("shut for the moment", page.Words(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main form"));
        using var late = await Somebody().Send(open, Asked.Start, null);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Empty(await _site.Replies());
    }

    [Fact]
    public async Task A_question_nobody_was_led_to_leads_to_where_one_is()
    {
        var visitor = Somebody();
        var first = await visitor.Begin();
        using var ahead = await visitor.Get(first.Replace("qfirst", "qlast", StringComparison.Ordinal));
        Assert.Equal(first, ahead.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get(first.Replace("qfirst", "qnone", StringComparison.Ordinal))).StatusCode);
    }

    private Task Set(Action<Questionnaire> change) => _site.Workroom.Write(async w => change(await w.Questionnaires.FirstAsync(q => q.Id == Asked.Id)));

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in _visitors) visitor.Dispose();
        await _site.DisposeAsync();
    }
}
