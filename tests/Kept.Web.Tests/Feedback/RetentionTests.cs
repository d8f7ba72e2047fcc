using System.Net;
using System.Text.Json;
using Kept.Core.Accounts;
using Kept.Core.Records;
using Kept.Testing;
using Kept.Web.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Kept.Testing.FeedbackSamples;

namespace Kept.Web.Tests.Feedback;

/// <summary>What is held goes when its time is over, and on request; the record stays whole.</summary>
public sealed class RetentionTests : IAsyncLifetime
{
    private TestSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await TestSite.WithPeople(TestClock.At(2026, 11, 21), Fill);

    [Fact]
    public async Task What_was_held_long_enough_is_erased_once_a_day_and_the_page_says_so()
    {
        using var contributor = await _site.Member(Role.Contributor, Owner);
        using var draft = await contributor.Send($"/work/bodies/{Owner}/write/commitment", null, ("Draft", "true"), ("Told.Promise", "Some day"));
        await Run();
        Assert.Equal(1, await _site.Workroom.Read(w => w.Contributions.CountAsync()));
        Assert.Contains("21 November 2026: 0 erased", await Row("Drafts"), StringComparison.Ordinal);
        _site.Clock.Advance(TimeSpan.FromDays(366));
        await Run();
        Assert.Equal((0, 0), (await _site.Workroom.Read(w => w.Contributions.CountAsync()), await _site.Workroom.Read(w => w.Sessions.CountAsync())));
        Assert.Contains("22 November 2027: 1 erased", await Row("Drafts"), StringComparison.Ordinal);
        await Run();
        Assert.Contains("22 November 2027: 1 erased", await Row("Drafts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_takes_away_what_is_held_on_them_and_erases_themselves()
    {
        using var contributor = await _site.Member(Role.Contributor, Owner);
        using var sent = await contributor.Send($"/work/bodies/{Owner}/write/update?about=commitment/families-c1", null, ("Told.Words", "It is out."));
        var path = sent.Headers.Location!.ToString();
        using var editor = await _site.Member(Role.Editor);
        using var accepted = await editor.Send(path.Replace("/contributions/", "/queue/", StringComparison.Ordinal), path.Replace("/contributions/", "/queue/", StringComparison.Ordinal) + "?handler=Accept");
        var held = JsonDocument.Parse(await (await contributor.Get("/account?handler=Data")).Content.ReadAsStringAsync()).RootElement;
        Assert.Equal($"contributor.{Owner}@example.org", held.GetProperty("account").GetProperty("email").GetString());
        Assert.Equal("It is out.", held.GetProperty("contributions")[0].GetProperty("told").GetProperty("words").GetString());
        Assert.Equal(1, held.GetProperty("sessions").GetArrayLength());

        using var unsure = await contributor.Send("/account", "/account?handler=Erase", ("Confirm", "somebody@example.org"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsure.StatusCode);
        using var erased = await contributor.Send("/account", "/account?handler=Erase", ("Confirm", $"contributor.{Owner}@example.org"));
        Assert.Equal("/", erased.Headers.Location!.ToString());
        using var gone = await contributor.Get("/account");
        Assert.Equal(HttpStatusCode.SeeOther, gone.StatusCode);
        var rows = await _site.Workroom.Read(w => w.Users.Where(a => a.Grants.Count == 0).ToListAsync());
        Assert.Equal(("", null, null), (rows.Single().Name, rows.Single().Email, rows.Single().PasswordHash));
        // What the body said stays, and the record is whole.
        Assert.Equal("It is out.", (await _site.Json("/commitments/families-c1.json")).GetProperty("updates")[0].GetProperty("said").GetString());
        using var store = _site.OpenToRead();
        Assert.True(Verification.Of(store).IsWhole);
        using var half = await new Visitor(_site).Send("/account/sign-in", "/account/sign-in", ("Email", $"contributor.{Owner}@example.org"), ("Password", Members.Password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, half.StatusCode);
    }

    [Fact]
    public async Task The_last_administrator_cannot_erase_themselves()
    {
        using var administrator = await _site.Member(Role.Administrator);
        using var refused = await administrator.Send("/account", "/account?handler=Erase", ("Confirm", "administrator@example.org"));
        Assert.Contains("only administrator", (await Visitor.Read(refused, expect: 422)).QuerySelector("#error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await administrator.Get("/work/people")).StatusCode);
    }

    private Task Run() => _site.Services.GetRequiredService<DailyErasing>().RunIfDue(CancellationToken.None);

    private async Task<string> Row(string what) =>
        (await _site.Page("/privacy/held")).QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains(what, StringComparison.Ordinal)).TextContent;

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();
}
