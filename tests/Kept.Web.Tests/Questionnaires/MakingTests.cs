using AngleSharp.Dom;
using Kept.Core.Accounts;
using Kept.Core.Questionnaires;
using Kept.Testing;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Questionnaires;

/// <summary>Staff make a questionnaire, see it as others will, and make it live.</summary>
public sealed class MakingTests : IAsyncLifetime
{
    private const string All = "/work/questionnaires";
    private TestSite _site = null!;
    private Visitor _editor = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.WithPeople(TestClock.At(2026, 11, 23), WorkSamples.Fill);
        _editor = await _site.Member(Role.Editor);
    }

    private async Task<string> Made(string title = "How it is", string audience = "Bodies")
    {
        using var made = await _editor.Send(All, All, ("Title", title), ("Audience", audience));
        var words = made.Headers.Location!.ToString();
        using var saved = await _editor.Send(words, words, ("About", "About it."), ("Takes", "Five minutes"), ("Readers", "We do."), ("Next", "We read."), ("Help", audience == "Anyone" ? "When somebody may be harmed." : ""));
        return saved.Headers.Location!.ToString();
    }

    private async Task<string> Add(string one, string label, string kind, params (string, string)[] more)
    {
        var add = (await _editor.Page(one)).QuerySelectorAll("a").First(a => a.TextContent.StartsWith("Add a question", StringComparison.Ordinal)).GetAttribute("href")!;
        using var added = await _editor.Send(add, one + "/question/new", [("Label", label), ("Kind", kind), .. more]);
        return added.Headers.Location!.ToString();
    }

    private async Task<List<string>> Faults(string one) =>
        [.. (await _editor.Page(one)).QuerySelectorAll("section[aria-labelledby=open] > .k-plainlist li").Select(l => l.TextContent.Trim())];

    [Fact]
    public async Task A_form_is_made_question_by_question_seen_and_made_live()
    {
        var one = await Made();
        Assert.Contains("It asks nothing yet. Add a question.", await Faults(one));
        var leads = await Add(one, "Does it help?", "OneChoice", ("Choices", "Yes\nNo\n\nYes"), ("Required", "true"));
        Assert.EndsWith("#leads", leads, StringComparison.Ordinal);
        await Add(one, "How?", "LongText");
        await Add(one, "What else?", "Date", ("Hint", "When it was."));
        var first = leads.Split('#')[0];
        var page = await _editor.Page(first);
        var to = page.QuerySelectorAll("select[name='To[1]'] option").Single(o => o.TextContent.StartsWith("Question 3", StringComparison.Ordinal)).GetAttribute("value")!;
        using var routed = await _editor.Send(first, first, ("To[1]", to));
        Assert.Contains("“No” leads to question 3, “What else?”", (await _editor.Page(one)).Words(), StringComparison.Ordinal);

        var preview = await _editor.Page(one + "/preview");
        var begin = preview.QuerySelector("a.k-btn")!.GetAttribute("href")!;
        Assert.Equal("What else? (optional)", (await _editor.Page(await _editor.Answer(begin, ("answer", "No")))).H1());
        Assert.Equal("How? (optional)", (await _editor.Page(await _editor.Answer(begin, ("answer", "Yes")))).H1());
        Assert.Equal(422, (int)(await _editor.Send(begin, null)).StatusCode);
        Assert.Empty(await _site.Replies());

        Assert.Empty(await Faults(one));
        using var nobody = new Visitor(_site);
        var address = one.Replace(All, "/answer", StringComparison.Ordinal);
        await nobody.Page(address, 404);
        using var live = await _editor.Send(one, one + "?handler=Live");
        Assert.Equal("How it is", (await nobody.Page(address)).H1());
        Assert.Contains("Live (version 1)", (await _editor.Page(one)).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_live_form_is_changed_in_a_draft_beside_it()
    {
        var one = await Made();
        await Add(one, "What?", "ShortText");
        using var live = await _editor.Send(one, one + "?handler=Live");
        await Add(one, "And then?", "ShortText");
        Assert.Contains("Live, with a draft beside it", (await _editor.Page(one)).Words(), StringComparison.Ordinal);
        Assert.Single((await _site.Workroom.Read(w => w.FormVersions.SingleAsync())).Form.Questions);
        using var dropped = await _editor.Send(one, one + "?handler=Drop");
        Assert.DoesNotContain("And then?", (await _editor.Page(one)).Words(), StringComparison.Ordinal);
        await Add(one, "And then?", "ShortText");
        using var second = await _editor.Send(one, one + "?handler=Live");
        Assert.Equal([1, 2], (await _site.Workroom.Read(w => w.FormVersions.OrderBy(v => v.Number).ToListAsync())).Select(v => v.Form.Questions.Count()));
        using var closed = await _editor.Send(one, one + "?handler=Close");
        Assert.Contains("Closed (version 2)", (await _editor.Page(one)).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_else_changed_meanwhile_is_not_written_over_and_both_texts_are_shown()
    {
        var one = await Made();
        var words = one + "/words";
        var mine = await _editor.Page(words);
        using var theirs = await _editor.Send(words, words, ("About", "Their words."));
        using var late = await _editor.Send(mine, words, words, ("About", "My words."));
        var page = await Visitor.Read(late, expect: 409);
        Assert.Equal("My words.", page.QuerySelector("#About")!.TextContent.Trim());
        Assert.Contains("Their words.", page.QuerySelector(".k-note")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Their words.", (await _editor.Page(one)).Words(), StringComparison.Ordinal);
        using var again = await _editor.Send(page, words, words);
        Assert.Contains("My words.", (await _editor.Page(one)).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_for_anyone_is_refused_identifying_questions_and_shut_until_two_people_stand_by()
    {
        var one = await Made(audience: "Anyone");
        var add = (await _editor.Page(one)).QuerySelectorAll("a").First(a => a.TextContent.StartsWith("Add a question", StringComparison.Ordinal)).GetAttribute("href")!;
        using var refused = await _editor.Send(add, one + "/question/new", ("Label", "What is your date of birth?"), ("Kind", "ShortText"));
        Assert.Contains("nothing that says who a child is", (await Visitor.Read(refused, expect: 422)).Words(), StringComparison.Ordinal);
        await Add(one, "What happened?", "LongText");
        Assert.Equal(["No safeguarding reviewer is named.", "No safeguarding deputy is named."], await Faults(one));
        await Press(one, "Live", 422);

        await _site.AddMember("ann@example.org", Role.Safeguarding);
        await _site.AddMember("ben@example.org", Role.Safeguarding);
        var choices = (await _editor.Page(one)).QuerySelectorAll("#Reviewer option").Skip(1).Select(o => o.GetAttribute("value")!).ToList();
        using var named = await _editor.Send(one, one + "?handler=Guardians", ("Reviewer", choices[0]), ("Deputy", choices[1]));
        Assert.All(await Faults(one), f => Assert.Contains("has not signed in within the last 30 days", f, StringComparison.Ordinal));
        using var ann = await _site.SignIn("ann@example.org");
        using var ben = await _site.SignIn("ben@example.org");
        Assert.Empty(await Faults(one));
        await _site.Workroom.Write(async w => (await w.Users.FirstAsync(a => a.Email == "ben@example.org")).Disabled = _site.Clock.GetUtcNow());
        Assert.Contains("disabled", Assert.Single(await Faults(one)), StringComparison.Ordinal);
        await Press(one, "Live", 422);
        await _site.Workroom.Write(async w => (await w.Users.FirstAsync(a => a.Email == "ben@example.org")).Disabled = null);
        await Press(one, "Live", 303);
        Assert.Equal(QuestionnaireState.Live, (await _site.Workroom.Read(w => w.Questionnaires.SingleAsync())).State);
    }

    [Fact]
    public async Task The_programmes_two_subjects_stand_there_once_as_drafts_that_could_go_live()
    {
        using var first = await _editor.Send(All, All + "?handler=First");
        var drafts = await _site.Workroom.Read(w => w.Questionnaires.ToListAsync());
        Assert.Equal(2, drafts.Count);
        Assert.All(drafts, d => Assert.Equal(QuestionKind.Actions, d.Draft!.Questions.First().Kind));
        var page = await _editor.Page(All);
        Assert.DoesNotContain(page.QuerySelectorAll("form"), f => f.GetAttribute("action") == All + "?handler=First");
        using var analyst = await _site.Member(Role.Analyst);
        Assert.Null((await analyst.Page(All)).QuerySelector("main form"));
    }

    [Fact]
    public async Task Questions_sections_and_exit_pages_are_moved_changed_and_taken_out()
    {
        var one = await Made();
        await Add(one, "First?", "ShortText");
        var second = (await Add(one, "Second?", "ShortText")).Split('#')[1];
        using var section = await _editor.Send(one, one + "?handler=Section", ("SectionTitle", "Later"));
        var page = await _editor.Page(one);
        var form = page.QuerySelectorAll("form").Single(f => f.QuerySelector($"input[value='{second}']") is not null);
        using var up = await _editor.Post(one + "?handler=Move", [.. form.QuerySelectorAll("input").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!)), ("up", "true")]);
        Assert.Equal(["Second?", "First?"], (await Form()).Questions.Select(q => q.Label));
        var removes = await _editor.Page(one + "/question/" + second);
        using var removed = await _editor.Post(one + "/question/" + second + "?handler=Remove", [.. removes.QuerySelectorAll("main form input[type=hidden]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!))]);
        Assert.Equal(["First?"], (await Form()).Questions.Select(q => q.Label));
        using var exit = await _editor.Send(one + "/exit/new", null, ("Title", "Not for you"), ("Words", "Sorry."));
        Assert.Contains("No answer leads to the exit page “Not for you”.", await Faults(one));
    }

    private Task<Form> Form() => _site.Workroom.Read(async w => (await w.Questionnaires.SingleAsync()).Draft!);

    private async Task Press(string one, string handler, int expect)
    {
        // The button is not there while something has to be mended; the form is sent all the same.
        var page = await _editor.Page(one);
        using var pressed = await _editor.Post(one + "?handler=" + handler, ("Revision", Hidden(page, "Revision")), ("__RequestVerificationToken", Hidden(page, "__RequestVerificationToken")));
        Assert.Equal(expect, (int)pressed.StatusCode);
    }

    private static string Hidden(IDocument page, string name) => page.QuerySelector($"main input[name={name}]")!.GetAttribute("value")!;

    public async ValueTask DisposeAsync()
    {
        _editor.Dispose();
        await _site.DisposeAsync();
    }
}
