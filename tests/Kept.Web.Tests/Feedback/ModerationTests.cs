using System.Net;
using AngleSharp.Dom;
using Kept.Core.Accounts;
using Kept.Core.Feedback;
using Kept.Core.Foundation;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Testing;
using Microsoft.EntityFrameworkCore;
using static Kept.Testing.FeedbackSamples;

namespace Kept.Web.Tests.Feedback;

/// <summary>What an editor can do with what was sent, and what nobody can do.</summary>
public sealed class ModerationTests : IAsyncLifetime
{
    private TestSite _site = null!;
    private Visitor _editor = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.WithPeople(TestClock.At(2026, 11, 21), Fill);
        _editor = await _site.Member(Role.Editor);
    }

    [Fact]
    public async Task An_editors_words_are_published_and_the_sender_sees_the_difference()
    {
        var path = await Sent("It is out, said Mr Smith of Leith Primary School.");
        var page = await _editor.Page(path);
        Assert.Contains("“Mr Smith” may be a person’s name", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("“Leith Primary School” may be a school", page.Body!.TextContent, StringComparison.Ordinal);
        using var unread = await _editor.Send(page, path, path + "?handler=Accept");
        Assert.Contains("Look at what is pointed out", (await Visitor.Read(unread, expect: 422)).QuerySelector("#error-summary")!.TextContent, StringComparison.Ordinal);
        using var accepted = await _editor.Send(page, path, path + "?handler=Accept", ("Told.Words", "It is out."));
        Assert.Equal(HttpStatusCode.SeeOther, accepted.StatusCode);
        var update = (await _site.Json("/commitments/families-c1.json")).GetProperty("updates")[0];
        Assert.Equal(("It is out.", true), (update.GetProperty("said").GetString(), update.GetProperty("edited").GetBoolean()));
        using var contributor = await _site.SignIn($"contributor.{Owner}@example.org");
        var seen = await contributor.Page(path.Replace("/queue/", "/contributions/", StringComparison.Ordinal));
        Assert.Contains("Mr Smith", seen.QuerySelector("del")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("It is out.", seen.QuerySelector("ins")!.TextContent);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("state=rejected&", false)]
    public async Task All_pages_of_the_queue_together_show_each_once_in_the_order_they_came(string which, bool oldestFirst)
    {
        const int Many = 237, InOneMoment = 20;
        await _site.Workroom.Write(w =>
        {
            w.Contributions.AddRange(Enumerable.Range(0, Many).Select(n => new Contribution
            {
                FormKey = $"many{n}",
                Kind = ContributionKind.Update,
                State = oldestFirst ? ContributionState.Received : ContributionState.Rejected,
                Body = Owner,
                About = "commitment/families-c1",
                Title = $"Moment {n / InOneMoment:00}",
                Told = new() { Words = "Words." },
                Author = "somebody",
                Provenance = Provenance.Web,
                Made = _site.Clock.GetUtcNow(),
                Sent = _site.Clock.GetUtcNow().AddSeconds(-1000 + (n / InOneMoment)),
            }));
            return Task.CompletedTask;
        });
        var (links, moments) = (new List<string>(), new List<string>());
        for (var page = 1; page <= 5; page++)
            foreach (var link in (await _editor.Page($"/work/queue?{which}page={page}")).QuerySelectorAll("tbody a"))
            {
                links.Add(link.GetAttribute("href")!);
                moments.Add(link.TextContent);
            }
        Assert.Equal(Many, links.Distinct().Count());
        Assert.Equal(Many, links.Count);
        Assert.Equal(oldestFirst ? moments.Order(StringComparer.Ordinal) : moments.OrderDescending(StringComparer.Ordinal), moments);
        await _editor.Page($"/work/queue?{which}page=6", 404);
    }

    [Fact]
    public async Task Asked_back_it_returns_with_the_answer_and_rejected_with_its_reason()
    {
        var path = await Sent("It is nearly out.");
        using var nothing = await _editor.Send(path, path + "?handler=AskBack");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        using var asked = await _editor.Send(path, path + "?handler=AskBack", ("Reason", "When exactly?"));
        Assert.Empty((await _editor.Page("/work/queue")).QuerySelectorAll("tbody tr"));
        using var contributor = await _site.SignIn($"contributor.{Owner}@example.org");
        var theirs = path.Replace("/queue/", "/contributions/", StringComparison.Ordinal);
        Assert.Contains("When exactly?", (await contributor.Page(theirs)).QuerySelector(".k-note")!.TextContent, StringComparison.Ordinal);
        using var answered = await contributor.Send(theirs + "/edit", null, ("Told.Words", "In May."));
        using var rejected = await _editor.Send(path, path + "?handler=AskBack", ("Reason", "It says nothing of the guidance."));
        Assert.Equal(HttpStatusCode.SeeOther, rejected.StatusCode);
        using var again = await contributor.Send(theirs + "/edit", null, ("Told.Words", "In May, we think."));
        var form = await _editor.Page(path);
        using var no = await _editor.Post(path + "?handler=Reject", ("__RequestVerificationToken", Token(form)), ("Reason", "Come back when it is out."));
        Assert.Equal(HttpStatusCode.SeeOther, no.StatusCode);
        Assert.Contains("Come back when it is out.", (await contributor.Page(theirs)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await _site.Json("/commitments/families-c1.json")).GetProperty("updates").EnumerateArray());
    }

    [Fact]
    public async Task Nobody_decides_on_their_own()
    {
        await _site.AddMember("both@example.org", Role.Editor);
        await _site.Give("both@example.org", Role.Contributor, Owner);
        using var both = await _site.SignIn("both@example.org");
        using var sent = await both.Send($"/work/bodies/{Owner}/write/update?about=commitment/families-c1", null, ("Told.Words", "Mine."));
        var path = sent.Headers.Location!.ToString().Replace("/contributions/", "/queue/", StringComparison.Ordinal);
        var page = await both.Page(path);
        Assert.Contains("Somebody else has to decide", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector($"form[action='{path}?handler=Accept']"));
        var token = Token(await both.Page("/account"));
        foreach (var handler in (string[])["Accept", "Reject", "AskBack", "Claim", "Route", "Merge"])
        {
            using var refused = await both.Post($"{path}?handler={handler}", ("__RequestVerificationToken", token), ("Seen", "3"), ("Told.Words", "Mine."), ("Reason", "Because."));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        }
        Assert.Equal(ContributionState.Received, (await _site.Workroom.Read(w => w.Contributions.SingleAsync())).State);
    }

    [Fact]
    public async Task Two_editors_cannot_publish_the_same_thing_twice()
    {
        var path = await Sent("Once.");
        await _site.AddMember("second@example.org", Role.Editor);
        using var second = await _site.SignIn("second@example.org");
        var (one, two) = (await _editor.Page(path), await second.Page(path));
        var answers = await Task.WhenAll(_editor.Send(one, path, path + "?handler=Accept"), second.Send(two, path, path + "?handler=Accept"));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.SeeOther);
        Assert.Single(answers, a => a.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity);
        Assert.Equal(1, (await _site.Json("/commitments/families-c1.json")).GetProperty("updates").GetArrayLength());
        foreach (var answer in answers) answer.Dispose();
    }

    [Fact]
    public async Task A_claim_keeps_others_off_for_half_an_hour()
    {
        var path = await Sent("Whose is it?");
        await _site.AddMember("second@example.org", Role.Editor);
        using var second = await _site.SignIn("second@example.org");
        using var claimed = await _editor.Send(path, path + "?handler=Claim");
        Assert.Contains("Another editor is at this", (await second.Page(path)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Single((await _editor.Page("/work/queue?mine=true")).QuerySelectorAll("tbody tr"));
        Assert.Empty((await second.Page("/work/queue?mine=true")).QuerySelectorAll("tbody tr"));
        _site.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.NotNull((await second.Page(path)).QuerySelector(".k-note"));
        await second.Page("/work");
        _site.Clock.Advance(TimeSpan.FromMinutes(2));
        using var accepted = await second.Send(path, path + "?handler=Accept");
        Assert.Equal(HttpStatusCode.SeeOther, accepted.StatusCode);
    }

    [Fact]
    public async Task An_editor_whose_record_changed_meanwhile_is_told_and_writes_nothing_over()
    {
        var path = await Sent("It is out.", ("Told.Status", "delivered"));
        var page = await _editor.Page(path);
        var standing = _site.Register.Snapshot.Newest(new("commitment", "families-c1"))!;
        await _site.Register.AppendAsync(Change.Of(Write.Set("families-c1", new(2026, 11, 1), ((Commitment)standing.Body!) with { Text = "Publish better guidance" }, 1)), Act.Operator("Meanwhile.", "publish"));
        using var late = await _editor.Send(page, path, path + "?handler=Accept", ("Told.Words", "My own words."));
        var again = await Visitor.Read(late, expect: 409);
        Assert.Contains("has changed since you saw it", again.QuerySelector("#error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Publish better guidance", again.QuerySelector("#says")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Equal("My own words.", again.QuerySelector("textarea[name='Told.Words']")!.TextContent.TrimStart('\n'));
        Assert.Equal(ContributionState.Received, (await _site.Workroom.Read(w => w.Contributions.SingleAsync())).State);
        using var now = await _editor.Send(again, path, path + "?handler=Accept");
        Assert.Equal(HttpStatusCode.SeeOther, now.StatusCode);
        Assert.Equal(("delivered", "Publish better guidance"), (Text("status"), Text("text")));

        string? Text(string field) => (_site.Json("/commitments/families-c1.json").GetAwaiter().GetResult()).GetProperty(field).GetString();
    }

    [Fact]
    public async Task Put_together_both_are_told_of_what_was_published()
    {
        var first = await Sent("One half.");
        var second = await Sent("The other half.");
        var into = second.Split('/')[^1];
        using var merged = await _editor.Send(first, first + "?handler=Merge", ("Into", into));
        Assert.Equal(HttpStatusCode.SeeOther, merged.StatusCode);
        using var accepted = await _editor.Send(second, second + "?handler=Accept");
        Assert.Equal("The other half.\n\nOne half.", (await _site.Json("/commitments/families-c1.json")).GetProperty("updates")[0].GetProperty("said").GetString());
        var steps = await _site.Workroom.Read(w => w.ContributionSteps.Where(s => s.ContributionId == first.Substring(first.LastIndexOf('/') + 1)).OrderBy(s => s.Id).Select(s => s.What).ToListAsync());
        Assert.Equal([StepKind.Sent, StepKind.Merged, StepKind.Published], steps);
    }

    [Fact]
    public async Task A_new_commitment_is_moved_to_its_action_and_published()
    {
        using var contributor = await _site.Member(Role.Contributor, Other);
        using var sent = await contributor.Send($"/work/bodies/{Other}/write/commitment", null, ("Told.Promise", "We will visit every family."), ("Told.Actions", FeedbackSamples.Action), ("Told.NewDate", "by the end of 2027"));
        var path = sent.Headers.Location!.ToString().Replace("/contributions/", "/queue/", StringComparison.Ordinal);
        using var moved = await _editor.Send(path, path + "?handler=Route", ("To", FeedbackSamples.Action));
        using var accepted = await _editor.Send(path, path + "?handler=Accept");
        Assert.Equal(HttpStatusCode.SeeOther, accepted.StatusCode);
        var made = (await _site.Json("/commitments.json")).GetProperty("items").EnumerateArray().Single(c => c.GetProperty("text").GetString() == "We will visit every family.");
        Assert.Equal((Other, "confirmed by Small Body", "by the end of 2027"), (made.GetProperty("who")[0].GetProperty("id").GetString(), made.GetProperty("statusBasis").GetString(), made.GetProperty("due")[0].GetProperty("text").GetString()));
        await _site.Page(made.GetProperty("url").GetString()!);
    }

    [Fact]
    public async Task A_correction_puts_the_record_right_and_marks_what_was_wrong()
    {
        using var contributor = await _site.Member(Role.Contributor, Owner);
        using var sent = await contributor.Send($"/work/bodies/{Owner}/write/correction?about=commitment/families-c1", null, ("Told.Words", "It is a framework."), ("Told.Right", "Publish the framework"));
        var path = sent.Headers.Location!.ToString().Replace("/contributions/", "/queue/", StringComparison.Ordinal);
        using var empty = await _editor.Send(path, path + "?handler=Accept", ("RightText", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        using var done = await _editor.Send(path, path + "?handler=Accept", ("Field", "text"), ("RightText", "Publish the framework"), ("WhyWrong", "It is no guidance."));
        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        Assert.Equal("Publish the framework", (await _site.Json("/commitments/families-c1.json")).GetProperty("text").GetString());
        Assert.Equal("It is no guidance.", (await _site.Json("/corrections.json")).GetProperty("items")[0].GetProperty("why").GetString());
    }

    private async Task<string> Sent(string words, params (string, string)[] more)
    {
        var email = $"contributor.{Owner}@example.org";
        using var contributor = await _site.Workroom.Read(w => w.Users.AnyAsync(a => a.Email == email)) ? await _site.SignIn(email) : await _site.Member(Role.Contributor, Owner);
        using var sent = await contributor.Send($"/work/bodies/{Owner}/write/update?about=commitment/families-c1", null, [("Told.Words", words), .. more]);
        return sent.Headers.Location!.ToString().Replace("/contributions/", "/queue/", StringComparison.Ordinal);
    }

    private static string Token(IDocument page) => page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    public async ValueTask DisposeAsync()
    {
        _editor.Dispose();
        await _site.DisposeAsync();
    }
}
