using Kept.Core.Accounts;
using Kept.Core.Questionnaires;
using Kept.Testing;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Questionnaires;

/// <summary>What says that somebody may be at risk goes to those who safeguard, and to nobody else.</summary>
public sealed class AtRiskTests : IAsyncLifetime
{
    private const string Queue = "/work/safeguarding", Words = "He hits me";
    private TestSite _site = null!;
    private Visitor _ann = null!, _ben = null!, _editor = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.WithPeople(TestClock.At(2026, 11, 23), WorkSamples.Fill, s => s with { Smtp = "smtp://127.0.0.1:9", MailFrom = "kept@example.org" });
        await _site.Open();
        (_ann, _ben, _editor) = (await _site.SignIn("ann@example.org"), await _site.SignIn("ben@example.org"), await _site.Member(Role.Editor));
    }

    private async Task<string> AtRisk()
    {
        using var child = new Visitor(_site);
        return await child.SendShort(await child.Begin(), Words, risk: true);
    }

    [Fact]
    public async Task It_is_with_those_who_safeguard_and_nowhere_else()
    {
        var reference = await AtRisk();
        Assert.Contains(reference, (await _ann.Page(Queue)).Words(), StringComparison.Ordinal);
        var replies = $"/work/questionnaires/{Asked.Id}/replies";
        Assert.Contains("1 more is with the people who safeguard", (await _editor.Page(replies)).Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(reference, (await _editor.Page(replies)).Words(), StringComparison.Ordinal);
        await _editor.Page($"{replies}/{reference}", 404);
        using var file = await _editor.Get(replies + "/download");
        Assert.DoesNotContain(Words, await file.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var administrator = await _site.Member(Role.Administrator);
        foreach (var path in (string[])[Queue, $"{Queue}/{reference}"])
        {
            await _editor.Page(path, 404);
            await administrator.Page(path, 404);
        }
    }

    [Fact]
    public async Task It_is_told_at_once_to_each_of_them_without_a_word_of_it()
    {
        var reference = await AtRisk();
        var letters = await _site.Workroom.Read(w => w.Outbox.Where(m => m.Key.StartsWith("safeguarding:")).ToListAsync());
        Assert.Equal(["ann@example.org", "ben@example.org"], letters.Select(l => l.To).Order(StringComparer.Ordinal));
        Assert.All(letters, l => Assert.DoesNotContain(reference, l.Subject + l.Text, StringComparison.Ordinal));
        Assert.All(letters, l => Assert.DoesNotContain(Words, l.Subject + l.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_look_is_asked_for_and_recorded_and_a_decision_follows_it()
    {
        var one = $"{Queue}/{await AtRisk()}";
        Assert.DoesNotContain(Words, (await _ann.Page(one)).Words(), StringComparison.Ordinal);
        Assert.Equal(0, await _site.Workroom.Read(w => w.SafeguardingSteps.CountAsync()));
        using var blind = await _ann.Send(one, one + "?handler=Decide", ("Decide", "Concern"));
        Assert.Contains("Open what was written first.", (await Visitor.Read(blind, expect: 422)).Words(), StringComparison.Ordinal);
        using var looked = await _ann.Send(one, one + "?handler=Look");
        Assert.Contains(Words, (await Visitor.Read(looked)).Words(), StringComparison.Ordinal);
        using var decided = await _ann.Send(one, one + "?handler=Decide", ("Decide", "ImmediateDanger"));
        using var handed = await _ann.Send(one, one + "?handler=HandOver", ("To", "Police"));
        var log = (await _ben.Page(one)).QuerySelector("section[aria-labelledby=log]")!.TextContent;
        Assert.Contains("looked at it", log, StringComparison.Ordinal);
        Assert.Contains("decided: Immediate danger", log, StringComparison.Ordinal);
        Assert.Contains("handed it over to: Police", log, StringComparison.Ordinal);
        var steps = await _site.Workroom.Read(w => w.SafeguardingSteps.ToListAsync());
        Assert.DoesNotContain(Words, FormJson.Write(steps), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_two_people_together_say_that_nobody_is_at_risk_and_then_it_is_read_as_others_are()
    {
        var reference = await AtRisk();
        var one = $"{Queue}/{reference}";
        foreach (var visitor in (Visitor[])[_ann, _ben])
            using (await visitor.Send(one, one + "?handler=Look")) { }
        using var none = await _ann.Send(one, one + "?handler=Decide", ("Decide", "None"));
        Assert.DoesNotContain((await _ann.Page(one)).QuerySelectorAll("form"), f => f.GetAttribute("action") == one + "?handler=Confirm");
        await _editor.Page($"/work/questionnaires/{Asked.Id}/replies/{reference}", 404);
        using var agreed = await _ben.Send(one, one + "?handler=Confirm");
        Assert.Contains(Words, (await _editor.Page($"/work/questionnaires/{Asked.Id}/replies/{reference}")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_age_is_said_against_one_working_day()
    {
        await AtRisk();
        Assert.Contains("24 hours left of one working day", (await _ann.Page(Queue)).Words(), StringComparison.Ordinal);
        _site.Clock.Advance(TimeSpan.FromHours(25.5));
        using var later = await _site.SignIn("ann@example.org");
        Assert.Contains("Past one working day by 1 hour", (await later.Page(Queue)).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_says_so_is_told_where_help_is_and_can_send_at_once_whatever_is_missing_or_closed()
    {
        using var child = new Visitor(_site);
        var first = await child.Begin();
        using var ticked = await child.Send(first, null, ("risk", "true"));
        var page = await Visitor.Read(ticked, expect: 422);
        Assert.Contains("Nothing is sent yet", page.Words(), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("input[name=risk][checked]"));
        await _site.Workroom.Write(async w => GoLive.Close(await w.Questionnaires.FirstAsync(), _site.Clock.GetUtcNow()));
        var check = page.QuerySelector(".k-note a")!.GetAttribute("href")!;
        Assert.NotNull((await child.Page(await child.Answer(check))).QuerySelector(".k-reference"));
        Assert.True((await _site.Replies()).Single().IsSafeguarded);
    }

    [Fact]
    public async Task An_editor_who_reads_of_risk_passes_it_on_and_no_longer_reads_it()
    {
        using var child = new Visitor(_site);
        var reference = await child.SendShort(await child.Begin(), "It is about a friend");
        var one = $"/work/questionnaires/{Asked.Id}/replies/{reference}";
        using var passed = await _editor.Send(one, one + "?handler=Pass");
        await _editor.Page(one, 404);
        Assert.Contains("passed it on", (await _ann.Page($"{Queue}/{reference}")).Words(), StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in (Visitor[])[_ann, _ben, _editor]) visitor.Dispose();
        await _site.DisposeAsync();
    }
}
