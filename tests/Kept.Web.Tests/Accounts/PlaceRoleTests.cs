using System.Net;
using Kept.Core.Accounts;
using Kept.Core.Foundation;
using Kept.Core.Organisations;
using Kept.Core.Records;
using Kept.Testing;
using Microsoft.EntityFrameworkCore;
using static Kept.Testing.FeedbackSamples;

namespace Kept.Web.Tests.Accounts;

/// <summary>A role for a place is a role for every body that serves it, and for no other.</summary>
public sealed class PlaceRoleTests : IAsyncLifetime
{
    private const string Here = "here", There = "there";
    private TestSite _site = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.WithPeople(TestClock.At(2026, 11, 21), Fill);
        await _site.Register.AppendAsync(
            Change.Of(
                Write.Set(Here, FeedbackSamples.Day, new Place { Name = "Hereshire", Kind = "council area", Source = new("src", [1, 1]) }, 0),
                Write.Set("here-council", FeedbackSamples.Day, new Organisation { Name = "Hereshire Council", Type = "local authority", Place = Here }, 0),
                Write.Set("here-partnership", FeedbackSamples.Day, new Organisation { Name = "Hereshire Partnership", Type = "partnership", Place = Here }, 0)),
            Act.Operator("For a test.", "load"));
    }

    [Fact]
    public async Task Given_by_an_administrator_it_opens_the_workspaces_of_the_place_and_no_other()
    {
        using var administrator = await _site.Member(Role.Administrator);
        await _site.AddMember("of.here@example.org", Role.Analyst);
        var person = "/work/people/" + await IdOf("of.here@example.org");
        using var refused = await administrator.Send(person, person, ("Role", "contributor"), ("Body", "place/" + There));
        Assert.Contains("no body that serves the place", (await Visitor.Read(refused, expect: 422)).QuerySelector("#error-summary")!.TextContent, StringComparison.Ordinal);
        using var given = await administrator.Send(person, person, ("Role", "contributor"), ("Body", "place/" + Here));
        Assert.Equal(HttpStatusCode.SeeOther, given.StatusCode);
        Assert.Contains("Contributor for every body of Hereshire", (await administrator.Page(person)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await _site.Workroom.Write(w => w.Grants.Where(g => g.Role == Role.Analyst).ExecuteDeleteAsync());

        using var visitor = await _site.SignIn("of.here@example.org");
        foreach (var (body, expect) in ((string, HttpStatusCode)[])[("here-council", HttpStatusCode.OK), ("here-partnership", HttpStatusCode.OK), (Owner, HttpStatusCode.NotFound)])
        {
            using var answer = await visitor.Get($"/work/bodies/{body}");
            Assert.Equal(expect, answer.StatusCode);
        }
        using var sent = await visitor.Send("/work/bodies/here-council/write/commitment", null, ("Told.Promise", "Open a second house."), ("Told.Actions", FeedbackSamples.Action));
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        using var elsewhere = await visitor.Get("/work/queue");
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
    }

    [Fact]
    public async Task An_approver_of_a_place_is_waited_for_by_each_of_its_bodies()
    {
        await _site.AddMember("approver.here@example.org", Role.Analyst);
        var id = await IdOf("approver.here@example.org");
        await _site.Workroom.Write(w => w.Grants.AddAsync(new Grant { AccountId = id, Role = Role.Approver, Place = Here, GivenBy = "test", Given = _site.Clock.GetUtcNow() }).AsTask());
        using var contributor = await _site.Member(Role.Contributor, "here-council");
        using var sent = await contributor.Send("/work/bodies/here-council/write/commitment", null, ("Told.Promise", "Open a second house."), ("Told.Actions", FeedbackSamples.Action));
        Assert.Equal(Core.Feedback.ContributionState.InBody, await _site.Workroom.Read(w => w.Contributions.Select(c => c.State).SingleAsync()));
    }

    private Task<string> IdOf(string email) => _site.Workroom.Read(w => w.Users.Where(a => a.Email == email).Select(a => a.Id).SingleAsync());

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();
}
