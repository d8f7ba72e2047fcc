using System.Net;
using System.Text.Json;
using Kept.Core.Accounts;
using Kept.Testing;
using Kept.Web.Features.Feedback.Queue;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Kept.Testing.FeedbackSamples;

namespace Kept.Web.Tests.Feedback;

/// <summary>A figure or a quotation waits ten minutes after the yes, and can be taken back until then.</summary>
public sealed class WaitingTests : IAsyncLifetime
{
    private TestSite _site = null!;
    private Visitor _editor = null!, _contributor = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.WithPeople(TestClock.At(2026, 11, 21), Fill, s => s with { WaitMinutes = 10 });
        (_editor, _contributor) = (await _site.Member(Role.Editor), await _site.Member(Role.Contributor, Owner));
    }

    [Fact]
    public async Task A_figure_is_published_when_its_hour_comes_and_not_before()
    {
        var path = await Accepted("We trained 340 workers.");
        Assert.Contains("It holds “340”", (await _editor.Page(path)).QuerySelector(".k-note")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("12:10", (await _editor.Page(path)).QuerySelector(".k-note")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await Publish());
        Assert.Empty(await Updates());
        _site.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(1, await Publish());
        Assert.Equal("We trained 340 workers.", Assert.Single(await Updates()).GetProperty("said").GetString());
        Assert.Equal(0, await Publish());
        Assert.Contains("In the record", (await _contributor.Page(path.Replace("/queue/", "/contributions/", StringComparison.Ordinal))).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_with_neither_are_public_at_once()
    {
        await Accepted("The guidance is out.");
        Assert.Single(await Updates());
    }

    [Fact]
    public async Task Taken_back_it_waits_for_a_decision_again()
    {
        var path = await Accepted("“Nobody asked us at all”, they said.");
        using var back = await _editor.Send(path, path + "?handler=TakeBack");
        Assert.Equal(HttpStatusCode.SeeOther, back.StatusCode);
        _site.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(0, await Publish());
        Assert.Empty(await Updates());
        using var accepted = await _editor.Send(path, path + "?handler=Accept", ("Told.Words", "They said that they were not asked."));
        Assert.Equal("They said that they were not asked.", Assert.Single(await Updates()).GetProperty("said").GetString());
    }

    [Fact]
    public async Task Where_whoever_said_yes_is_no_editor_any_more_it_goes_back_to_the_queue_with_the_reason()
    {
        var path = await Accepted("We trained 340 workers.");
        await _site.Workroom.Write(w => w.Grants.Where(g => g.Role == Role.Editor).ExecuteDeleteAsync());
        _site.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(0, await Publish());
        Assert.Empty(await Updates());
        await _site.AddMember("second@example.org", Role.Editor);
        using var second = await _site.SignIn("second@example.org");
        var page = await second.Page(path);
        Assert.Contains("is no editor any more", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"form[action='{path}?handler=Accept']"));
    }

    private async Task<string> Accepted(string words)
    {
        using var sent = await _contributor.Send($"/work/bodies/{Owner}/write/update?about=commitment/{FeedbackSamples.Commitment}", null, ("Told.Words", words));
        var path = sent.Headers.Location!.ToString().Replace("/contributions/", "/queue/", StringComparison.Ordinal);
        using var accepted = await _editor.Send(path, path + "?handler=Accept");
        Assert.Equal(HttpStatusCode.SeeOther, accepted.StatusCode);
        return path;
    }

    private Task<int> Publish() => _site.Services.GetRequiredService<PublishingAccepted>().PublishDue(TestContext.Current.CancellationToken);

    private async Task<JsonElement[]> Updates() => [.. (await _site.Json($"/commitments/{FeedbackSamples.Commitment}.json")).GetProperty("updates").EnumerateArray()];

    public async ValueTask DisposeAsync()
    {
        _editor.Dispose();
        _contributor.Dispose();
        await _site.DisposeAsync();
    }
}
