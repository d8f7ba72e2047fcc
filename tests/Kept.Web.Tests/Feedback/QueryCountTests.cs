using Kept.Core.Accounts;
using Kept.Core.Feedback;
using Kept.Core.Foundation;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Testing;
using static Kept.Testing.FeedbackSamples;

namespace Kept.Web.Tests.Feedback;

/// <summary>What a page asks of the database does not grow with what is in it, whoever opens it.</summary>
public sealed class QueryCountTests : IAsyncLifetime
{
    /// <summary>Two of them are the session and its account.</summary>
    private const int Most = 9;

    private TestSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await TestSite.WithPeople(TestClock.At(2026, 11, 21), Fill);

    [Theory]
    [InlineData(Role.Contributor)]
    [InlineData(Role.Approver)]
    [InlineData(Role.Analyst)]
    [InlineData(Role.Editor)]
    public async Task Twenty_times_as_much_takes_no_more_queries(Role role)
    {
        using var visitor = await _site.Member(role, Kept.Core.Accounts.Roles.IsOfBody(role) ? Owner : null);
        string[] pages = Kept.Core.Accounts.Roles.IsOfBody(role) ? [$"/work/bodies/{Owner}", $"/work/bodies/{Owner}?all=yes", $"/work/bodies/{Owner}/updates.csv", "/work"]
            : [$"/work/bodies/{Owner}?all=yes", "/work/queue", $"/work/queue?body={Owner}", "/work/queue?action=families", "/work/meetings", "/work/coverage", "/work"];
        using var queries = await Queries.Of(_site);
        await More(10);
        var few = await Counts(queries, visitor, pages);
        await More(200);
        var many = await Counts(queries, visitor, pages);
        Assert.Equal(few, many);
        Assert.All(many, m => Assert.InRange(m.Count, 1, Most));
    }

    private static async Task<List<(string Page, int Count)>> Counts(Queries queries, Visitor visitor, string[] pages)
    {
        var counts = new List<(string, int)>();
        foreach (var page in pages)
        {
            // What is asked once for a process, such as the keys of cookies, is not the page's.
            (await visitor.Get(page)).Dispose();
            var before = queries.Count;
            using var answer = await visitor.Get(page);
            answer.EnsureSuccessStatusCode();
            counts.Add((page, queries.Count - before));
        }
        return counts;
    }

    private int _made;

    private async Task More(int count)
    {
        var numbers = Enumerable.Range(_made, count).ToList();
        _made += count;
        var commitment = (Commitment)_site.Register.Snapshot.Newest(new("commitment", "families-c1"))!.Body!;
        await _site.Register.AppendAsync(new Change([.. numbers.Select(n => Write.Set($"many-{n}", Day, commitment with { Text = $"Promise {n}", Printed = [] }, 0))]), Act.Operator("For a test.", "load"));
        await _site.Workroom.Write(w =>
        {
            w.Contributions.AddRange(numbers.Select(n => new Contribution
            {
                FormKey = $"many{n}",
                Kind = ContributionKind.Update,
                State = ContributionState.Received,
                Body = Owner,
                About = $"commitment/many-{n}",
                Action = FeedbackSamples.Action,
                Title = "Promise",
                Told = new() { Words = "Words." },
                Author = "somebody",
                Provenance = Provenance.Web,
                Made = _site.Clock.GetUtcNow(),
                Sent = _site.Clock.GetUtcNow(),
            }));
            w.Meetings.AddRange(numbers.Select(n => new Meeting { FormKey = $"many{n}", Day = Day, Bodies = [Owner], Contacts = [], Actions = [], HappensNow = "Something.", RecordedBy = "somebody", Made = _site.Clock.GetUtcNow() }));
            return Task.CompletedTask;
        });
    }

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();
}
