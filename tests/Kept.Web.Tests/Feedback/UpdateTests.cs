using System.Net;
using AngleSharp.Dom;
using Kept.Core.Accounts;
using Kept.Testing;
using Microsoft.EntityFrameworkCore;
using static Kept.Testing.FeedbackSamples;

namespace Kept.Web.Tests.Feedback;

/// <summary>A body writes, an editor says yes, and everybody sees it; and what the contributor sees on the way.</summary>
public sealed class UpdateTests : IAsyncLifetime
{
    private const string Form = $"/work/bodies/{Owner}/write/update?about=commitment/{FeedbackSamples.Commitment}";
    private TestSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await TestSite.WithPeople(TestClock.At(2026, 11, 21), Fill);

    [Fact]
    public async Task An_update_is_accepted_and_the_commitment_says_so_at_once()
    {
        var receipt = await Send("It is out.", ("Told.Status", "delivered"), ("Told.Evidence[0].Text", "The guidance"), ("Told.Evidence[0].Address", "https://example.org/guidance"));
        Assert.Contains("With the programme", receipt.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("planned", (await _site.Json("/commitments/families-c1.json")).GetProperty("status").GetString());

        using var editor = await _site.Member(Role.Editor);
        var queue = await editor.Page("/work/queue");
        var line = Assert.Single(queue.QuerySelectorAll("tbody tr"));
        Assert.Contains("Publish the guidance", line.TextContent, StringComparison.Ordinal);
        var path = line.QuerySelector("a")!.GetAttribute("href")!;
        using var accepted = await editor.Send(path, path + "?handler=Accept");
        Assert.Equal(HttpStatusCode.SeeOther, accepted.StatusCode);

        var commitment = await _site.Json("/commitments/families-c1.json");
        Assert.Equal(("delivered", "confirmed by Big Body"), (commitment.GetProperty("status").GetString(), commitment.GetProperty("statusBasis").GetString()));
        var update = commitment.GetProperty("updates")[0];
        Assert.Equal(("It is out.", "Big Body", "2026-11-21", "through Kept"), (update.GetProperty("said").GetString(), update.GetProperty("body").GetProperty("name").GetString(), update.GetProperty("sent").GetString(), update.GetProperty("came").GetString()));
        var page = await _site.Page("/commitments/families-c1");
        Assert.Equal("https://example.org/guidance", page.QuerySelector("#bodies-say ~ ol a[rel~=nofollow]")!.GetAttribute("href"));
        Assert.DoesNotContain("Person", page.Body!.TextContent, StringComparison.Ordinal);
        // The past does not change with it.
        Assert.Equal("planned", (await _site.Json("/commitments/families-c1.json?at=2026-11-20")).GetProperty("status").GetString());
        Assert.Empty((await _site.Json("/commitments/families-c1.json?at=2026-11-20")).GetProperty("updates").EnumerateArray());
    }

    [Fact]
    public async Task What_became_of_it_is_dated_and_leads_into_the_record()
    {
        var (visitor, _, path) = await Send("It is out.", ("Told.Status", "delivered"));
        await Accept();
        var page = await visitor.Page(path);
        Assert.Equal(["Received", "Used: it is in the record", "Changed: the record says something else because of it"], page.QuerySelectorAll("#became ~ ol strong").Select(s => s.TextContent));
        Assert.StartsWith("/commitments/families-c1#update-", page.QuerySelector("#became ~ ol a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_its_reference_anybody_sees_how_far_it_is_and_none_of_its_words()
    {
        await Send("Words of nobody else.");
        var reference = await _site.Workroom.Read(w => w.Contributions.Select(c => c.Reference).SingleAsync());
        using var somebody = new Visitor(_site);
        using var answer = await somebody.Send("/work/reference", null, ("Reference", " " + reference.ToLowerInvariant().Replace('-', ' ')));
        var page = await Visitor.Read(answer);
        Assert.Contains("Received, 21 November 2026", page.QuerySelector("#found ~ ol")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Words of nobody else", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Publish the guidance", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var wrong = await somebody.Send("/work/reference", null, ("Reference", "0000-0000"));
        Assert.Contains("Nothing was received", (await Visitor.Read(wrong, expect: 422)).QuerySelector("#error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_that_moves_needs_a_reason_and_keeps_the_earlier_one()
    {
        using var contributor = await _site.Member(Role.Contributor, Owner);
        using var refused = await contributor.Send(Form, null, ("Told.Words", "It takes longer."), ("Told.NewDate", "spring 2027"));
        var mend = await Visitor.Read(refused, expect: 422);
        Assert.Contains("why the date moves", mend.QuerySelector("#error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("It takes longer.", mend.QuerySelector("textarea[name='Told.Words']")!.TextContent.TrimStart('\n'));
        using var sent = await contributor.Send(mend, Form, null, ("Told.WhyMoved", "The consultation ran over."));
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        await Accept();
        var commitment = await _site.Json("/commitments/families-c1.json");
        Assert.Equal("spring 2027", commitment.GetProperty("due")[0].GetProperty("text").GetString());
        Assert.Equal("The consultation ran over.", commitment.GetProperty("moves")[0].GetProperty("why").GetString());
        Assert.Equal("March 2026", commitment.GetProperty("moves")[0].GetProperty("from")[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_form_sent_twice_is_one_contribution_with_one_receipt_and_other_words_are_kept_apart()
    {
        using var contributor = await _site.Member(Role.Contributor, Owner);
        var form = await contributor.Page(Form);
        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => contributor.Send(form, Form, null, ("Told.Words", "Once."))));
        Assert.Single(both.Select(a => a.Headers.Location!.ToString()).Distinct(StringComparer.Ordinal));
        using var other = await contributor.Send(form, Form, null, ("Told.Words", "Twice."));
        var page = await Visitor.Read(other, expect: 409);
        Assert.Equal("Twice.", page.QuerySelector("textarea[name='Told.Words']")!.TextContent.TrimStart('\n'));
        Assert.Equal(1, await _site.Workroom.Read(w => w.Contributions.CountAsync()));
        using var second = await contributor.Send(page, Form, null);
        Assert.Equal(HttpStatusCode.SeeOther, second.StatusCode);
        Assert.Equal(["Once.", "Twice."], (await _site.Workroom.Read(w => w.Contributions.ToListAsync())).Select(c => c.Told.Words).Order(StringComparer.Ordinal));
        foreach (var answer in both) answer.Dispose();
    }

    [Fact]
    public async Task A_draft_is_seen_by_its_body_alone_and_sent_when_it_is_ready()
    {
        using var contributor = await _site.Member(Role.Contributor, Owner);
        using var kept = await contributor.Send(Form, null, ("Draft", "true"), ("Told.Words", ""));
        var path = kept.Headers.Location!.ToString();
        using var editor = await _site.Member(Role.Editor);
        Assert.Empty((await editor.Page("/work/queue")).QuerySelectorAll("tbody tr"));
        Assert.Equal(HttpStatusCode.NotFound, (await editor.Get(path)).StatusCode);
        using var sent = await contributor.Send(path + "/edit", null, ("Told.Words", "Ready now."));
        Assert.Equal(path, sent.Headers.Location!.ToString());
        Assert.Single((await editor.Page("/work/queue")).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task Where_a_body_names_somebody_to_say_yes_it_waits_for_them()
    {
        await _site.AddMember("head@example.org", Role.Approver, Owner);
        var (visitor, page, path) = await Send("Looks fine.");
        Assert.Contains("Waits for a yes in your body", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var forbidden = await visitor.Post(path + "?handler=Approve", ("__RequestVerificationToken", page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forbidden.StatusCode);
        using var head = await _site.SignIn("head@example.org");
        using var yes = await head.Send(path, path + "?handler=Approve");
        Assert.Contains("With the programme", (await head.Page(path)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_body_sees_and_changes_nothing_of_it()
    {
        var (_, _, path) = await Send("Ours alone.");
        using var other = await _site.Member(Role.Contributor, Other);
        foreach (var hidden in (string[])[path, path + "/edit", $"/work/bodies/{Owner}", Form])
        {
            using var answer = await other.Get(hidden);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
        var own = await other.Page("/account");
        var token = own.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var hidden in (string[])[path + "?handler=Withdraw", path + "/edit", Form, $"/work/bodies/{Owner}?handler=StillTrue"])
        {
            using var answer = await other.Post(hidden, ("__RequestVerificationToken", token), ("Told.Words", "Not ours."), ("about", "commitment/families-c1"));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
        Assert.Equal("Ours alone.", (await _site.Workroom.Read(w => w.Contributions.SingleAsync())).Told.Words);
    }

    [Fact]
    public async Task A_colleagues_change_meanwhile_shows_both_texts()
    {
        using var contributor = await _site.Member(Role.Contributor, Owner);
        using var kept = await contributor.Send(Form, null, ("Draft", "true"), ("Told.Words", "First."));
        var path = kept.Headers.Location + "/edit";
        var mine = await contributor.Page(path);
        using var theirs = await contributor.Send(path, null, ("Draft", "true"), ("Told.Words", "Theirs."));
        using var late = await contributor.Send(mine, path, null, ("Told.Words", "Mine."));
        var page = await Visitor.Read(late, expect: 409);
        Assert.Contains("Theirs.", page.QuerySelector("#theirs ~ dl")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Mine.", page.QuerySelector("textarea[name='Told.Words']")!.TextContent.TrimStart('\n'));
        Assert.Equal("Theirs.", (await _site.Workroom.Read(w => w.Contributions.SingleAsync())).Told.Words);
    }

    [Theory]
    [InlineData("Told.Words", "", "Say in a sentence")]
    [InlineData("Told.Status", "splendid", "Choose from the list")]
    [InlineData("Told.NewDate", "whenever", "")]
    [InlineData("Told.Since", "1 January 2031", "has not come yet")]
    [InlineData("Told.Evidence[0].Address", "javascript:alert(1)", "whole web address")]
    [InlineData("Told.Reports", "gossip", "Choose from the reports")]
    public async Task What_cannot_be_taken_is_said_in_words_and_nothing_is_lost(string field, string value, string why)
    {
        using var contributor = await _site.Member(Role.Contributor, Owner);
        (string, string)[] fields = [.. new[] { ("Told.Words", "Kept words."), ("Told.Evidence[0].Text", "Minutes"), ("Told.WhyMoved", "Because.") }.Where(f => f.Item1 != field), (field, value)];
        using var refused = await contributor.Send(Form, null, fields);
        var page = await Visitor.Read(refused, expect: 422);
        Assert.Contains(why, page.QuerySelector("#error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Because.", page.QuerySelector("textarea[name='Told.WhyMoved']")!.TextContent.TrimStart('\n'));
        Assert.Equal(0, await _site.Workroom.Read(w => w.Contributions.CountAsync()));
    }

    [Theory]
    [InlineData("/write/update")]
    [InlineData("/write/update?about=/x")]
    [InlineData("/write/update?about=commitment/")]
    [InlineData("/write/update?about=commitment/none")]
    [InlineData("/write/update?about=source/src")]
    [InlineData("/write/gossip?about=commitment/families-c1")]
    [InlineData("/reports/child-poverty.exe")]
    public async Task What_is_about_nothing_there_is_answers_like_what_does_not_exist(string path)
    {
        using var contributor = await _site.Member(Role.Contributor, Owner);
        using var answer = await contributor.Get($"/work/bodies/{Owner}{path}");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<(Visitor Visitor, IDocument Page, string Path)> Send(string words, params (string, string)[] more)
    {
        var contributor = await _site.Member(Role.Contributor, Owner);
        using var sent = await contributor.Send(Form, null, [("Told.Words", words), .. more]);
        var path = sent.Headers.Location?.ToString() ?? throw new InvalidOperationException(await sent.Content.ReadAsStringAsync());
        return (contributor, await contributor.Page(path), path);
    }

    private async Task Accept()
    {
        using var editor = await _site.Member(Role.Editor);
        var path = (await editor.Page("/work/queue")).QuerySelector("tbody a")!.GetAttribute("href")!;
        using var accepted = await editor.Send(path, path + "?handler=Accept");
        Assert.Equal(HttpStatusCode.SeeOther, accepted.StatusCode);
    }

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();
}
