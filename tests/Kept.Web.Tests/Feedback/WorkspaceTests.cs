using System.Net;
using Kept.Core.Accounts;
using Kept.Testing;
using static Kept.Testing.FeedbackSamples;

namespace Kept.Web.Tests.Feedback;

/// <summary>A body's workspace: what falls to it, in the order in which it is wanted, and what it was asked.</summary>
public sealed class WorkspaceTests : IAsyncLifetime
{
    private TestSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await TestSite.WithPeople(TestClock.At(2026, 11, 21), Fill);

    [Fact]
    public async Task What_passed_wants_words_and_they_settle_it()
    {
        using var contributor = await _site.Member(Role.Contributor, Owner);
        var path = $"/work/bodies/{Owner}";
        var page = await contributor.Page(path);
        var task = Assert.Single(page.QuerySelectorAll(".k-tasks > li"));
        Assert.Contains("Date passed on 31 March 2026, and nothing heard", task.TextContent, StringComparison.Ordinal);
        Assert.Null(task.QuerySelector("form"));
        Assert.True((await _site.Json("/commitments/families-c1.json")).GetProperty("passed").GetBoolean());
        using var silent = await contributor.Post(path + "?handler=StillTrue", ("__RequestVerificationToken", (await contributor.Page("/account")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), ("about", "commitment/families-c1"), ("key", "1"));
        Assert.Contains("Say in a sentence how it stands", (await Visitor.Read(silent, expect: 422)).QuerySelector("#error-summary")!.TextContent, StringComparison.Ordinal);
        using var sent = await contributor.Send(task.QuerySelector("a.k-btn")!.GetAttribute("href")!, null, ("Told.Words", "It takes until May."));
        using var editor = await _site.Member(Role.Editor);
        var queue = sent.Headers.Location!.ToString().Replace("/contributions/", "/queue/", StringComparison.Ordinal);
        using var accepted = await editor.Send(queue, queue + "?handler=Accept");
        Assert.False((await _site.Json("/commitments/families-c1.json")).GetProperty("passed").GetBoolean());
        Assert.Empty((await contributor.Page(path)).QuerySelectorAll(".k-tasks > li"));
    }

    [Fact]
    public async Task Still_true_in_one_press_is_in_the_record_at_once_and_once_only()
    {
        using var council = await _site.Member(Role.Contributor, Council);
        var path = $"/work/bodies/{Council}";
        var page = await council.Page(path + "?all=yes");
        using var said = await council.Send(page, path, path + "?handler=StillTrue");
        using var twice = await council.Send(page, path, path + "?handler=StillTrue");
        Assert.Equal(said.Headers.Location!.ToString(), twice.Headers.Location!.ToString());
        var commitment = await _site.Json("/commitments/families-c2.json");
        Assert.True(Assert.Single(commitment.GetProperty("updates").EnumerateArray()).GetProperty("stillTrue").GetBoolean());
        Assert.Equal("planned", commitment.GetProperty("status").GetString());
        Assert.Contains("1 answer needed no new words", (await council.Page(path)).QuerySelector("#burden")!.ParentElement!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_of_it_is_listed_with_the_part_the_body_has()
    {
        using var contributor = await _site.Member(Role.Contributor, Other);
        var tasks = (await contributor.Page($"/work/bodies/{Other}?all=yes")).QuerySelectorAll(".k-tasks > li");
        Assert.Contains("With others", Assert.Single(tasks).TextContent, StringComparison.Ordinal);
        using var council = await _site.Member(Role.Contributor, Council);
        Assert.Contains("One for all of you", Assert.Single((await council.Page($"/work/bodies/{Council}?all=yes")).QuerySelectorAll(".k-tasks > li")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_promise_of_all_councils_has_an_answer_from_each()
    {
        Assert.Equal(["not-asked", "not-asked"], await States());
        using var editor = await _site.Member(Role.Editor);
        using var asked = await editor.Send("/work/ask?about=commitment/families-c2", null, ("Whom", "all-councils"), ("AnswerBy", "31 December 2026"), ("Why", "The Oversight Board wants to know."));
        Assert.Equal("/commitments/families-c2", asked.Headers.Location!.ToString());
        Assert.Equal(["asked", "asked"], await States());
        using var council = await _site.Member(Role.Contributor, Council);
        Assert.Contains("Asked; answer by 31 December 2026", (await council.Page($"/work/bodies/{Council}")).QuerySelector(".k-tasks")!.TextContent, StringComparison.Ordinal);
        using var said = await council.Send($"/work/bodies/{Council}", $"/work/bodies/{Council}?handler=StillTrue");
        Assert.Equal(["answered", "asked"], await States());
        Assert.Equal("asked-no-answer", (await States("?at=2027-01-01"))[1]);
        var page = await _site.Page("/commitments/families-c2?at=2027-01-01");
        Assert.Contains("Asked, no answer", page.QuerySelector("#bodies-say")!.ParentElement!.TextContent, StringComparison.Ordinal);

        async Task<string[]> States(string at = "") => [.. (await _site.Json("/commitments/families-c2.json" + at)).GetProperty("answers").EnumerateArray().Select(a => a.GetProperty("state").GetString()!)];
    }

    [Fact]
    public async Task A_question_sent_twice_is_asked_once_and_another_one_from_the_same_page_is_not_lost()
    {
        const string path = "/work/ask?about=commitment/families-c1";
        using var editor = await _site.Member(Role.Editor);
        var page = await editor.Page(path);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Ask("31 December 2026")));
        Assert.All(answers, a => Assert.Equal("/commitments/families-c1", a.Headers.Location!.ToString()));
        Assert.Single((await _site.Json("/commitments/families-c1.json")).GetProperty("requests").EnumerateArray());
        using var other = await Ask("31 January 2027");
        var back = await Visitor.Read(other, expect: 422);
        Assert.Contains("asked with this form already", back.QuerySelector("#error-summary")!.TextContent, StringComparison.Ordinal);
        using var sent = await editor.Send(back, path, null);
        Assert.Equal(2, (await _site.Json("/commitments/families-c1.json")).GetProperty("requests").GetArrayLength());

        Task<HttpResponseMessage> Ask(string until) => editor.Send(page, path, null, ("Whom", Owner), ("AnswerBy", until), ("Why", "For the report."));
    }

    [Theory]
    [InlineData("Whom", "", "Choose whom to ask")]
    [InlineData("AnswerBy", "1 December 2026", "two weeks")]
    [InlineData("AnswerBy", "soon", "Write the last day")]
    [InlineData("Why", "", "Say why you ask")]
    public async Task Asking_needs_somebody_a_fair_time_and_a_reason(string field, string value, string why)
    {
        using var editor = await _site.Member(Role.Editor);
        (string, string)[] fields = [.. new[] { ("Whom", Owner), ("AnswerBy", "31 December 2026"), ("Why", "For the report.") }.Where(f => f.Item1 != field), (field, value)];
        using var refused = await editor.Send("/work/ask?about=commitment/families-c1", null, fields);
        Assert.Contains(why, (await Visitor.Read(refused, expect: 422)).QuerySelector("#error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await editor.Get("/work/ask?about=commitment/none")).StatusCode);
    }

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();
}
