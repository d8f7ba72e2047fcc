using Kept.Core.Accounts;
using Kept.Core.Workroom;
using Kept.Testing;

namespace Kept.Web.Tests.Questionnaires;

/// <summary>Words that may mean somebody is at risk make people look sooner, and tell whoever wrote them nothing.</summary>
public sealed class WordHintTests : IAsyncLifetime
{
    private const string Queue = "/work/safeguarding", Words = "My uncle hits me.";
    private TestSite _site = null!;
    private Visitor _child = null!, _ann = null!, _ben = null!, _editor = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.WithPeople(TestClock.At(2026, 11, 23), WorkSamples.Fill);
        await _site.Open();
        (_child, _ann, _ben, _editor) = (new(_site), await _site.SignIn("ann@example.org"), await _site.SignIn("ben@example.org"), await _site.Member(Role.Editor));
    }

    [Fact]
    public async Task They_come_first_with_those_who_safeguard_and_whoever_wrote_them_sees_nothing_of_it()
    {
        var ticked = await _child.SendShort(await _child.Begin(), "Nothing more", risk: true);
        _site.Clock.Advance(TimeSpan.FromMinutes(5));
        var first = await _child.Begin();
        var check = await _child.Answer(await _child.Answer(first, ("answer", "No")), ("answer", Words));
        var (before, sent) = ((await _child.Page(check)).Words(), await _child.Page(await _child.Answer(check)));
        foreach (var page in (string[])[before, sent.Words()]) Assert.DoesNotContain("risk", page, StringComparison.OrdinalIgnoreCase);
        var flagged = sent.QuerySelector(".k-reference")!.TextContent;
        var rows = (await _ann.Page(Queue)).QuerySelectorAll("tbody tr").Select(r => r.TextContent).ToList();
        Assert.Contains(flagged, rows[0], StringComparison.Ordinal);
        Assert.Contains("Flagged by words that may mean somebody is at risk: read this first.", rows[0], StringComparison.Ordinal);
        Assert.Contains(ticked, rows[1], StringComparison.Ordinal);
        Assert.DoesNotContain("Flagged", rows[1], StringComparison.Ordinal);
        await _editor.Page($"/work/questionnaires/{Asked.Id}/replies/{flagged}", 404);
    }

    [Fact]
    public async Task That_nobody_is_at_risk_needs_a_second_person_and_then_it_is_kept_no_longer_than_others()
    {
        var reference = await _child.SendShort(await _child.Begin(), Words);
        var one = $"{Queue}/{reference}";
        foreach (var visitor in (Visitor[])[_ann, _ben])
            using (await visitor.Send(one, one + "?handler=Look")) { }
        using var none = await _ann.Send(one, one + "?handler=Decide", ("Decide", "None"));
        await _editor.Page($"/work/questionnaires/{Asked.Id}/replies/{reference}", 404);
        using var agreed = await _ben.Send(one, one + "?handler=Confirm");
        Assert.Contains(Words, (await _editor.Page($"/work/questionnaires/{Asked.Id}/replies/{reference}")).Words(), StringComparison.Ordinal);
        _site.Clock.Advance(TimeSpan.FromDays(366));
        await Retention.Run(_site.Workroom, _site.Clock.GetUtcNow(), CancellationToken.None);
        Assert.Empty(await _site.Replies());
    }

    [Fact]
    public async Task A_word_of_a_body_is_no_hint()
    {
        await _site.Live("bodies00", Questions.Small(Core.Questionnaires.Audience.Bodies));
        using var body = await _site.Member(Role.Contributor, "celcis");
        using var begun = await body.Send("/answer/bodies00", "/answer/bodies00");
        await body.SendShort(begun.Headers.Location!.ToString(), "Children who were abused get help.");
        Assert.False((await _site.Replies()).Single().IsSafeguarded);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in (Visitor[])[_child, _ann, _ben, _editor]) visitor.Dispose();
        await _site.DisposeAsync();
    }
}
