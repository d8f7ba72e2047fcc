using System.Net;
using Kept.Core.Accounts;
using Kept.Core.Feedback;
using Kept.Core.Foundation;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Testing;
using Microsoft.EntityFrameworkCore;
using static Kept.Testing.FeedbackSamples;

namespace Kept.Web.Tests.Feedback;

/// <summary>Two to eight people at the same thing at once: one of them wins, the others are told and keep their words, and nothing is written over.</summary>
public sealed class RaceTests : IAsyncLifetime
{
    private const int Day = 100, Night = 5_000, Most = 8;
    private const string About = $"commitment/{FeedbackSamples.Commitment}";
    private static readonly string[] Ways = ["Accept", "Reject", "AskBack", "Claim", "Merge", "Accept", "Reject", "Route"];
    private readonly List<(Visitor Visitor, string Token)> _people = [];
    private TestSite _site = null!;

    private static int Races => Environment.GetEnvironmentVariable("KEPT_TEST_NIGHT") == "1" ? Night : Day;

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.WithPeople(TestClock.At(2026, 11, 21), Fill);
        for (var i = 0; i < Most; i++)
        {
            var email = FormattableString.Invariant($"person{i}@example.org");
            await _site.AddMember(email, Role.Editor);
            await _site.Give(email, Role.Contributor, Owner);
            var visitor = await _site.SignIn(email);
            _people.Add((visitor, (await visitor.Page("/account")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!));
        }
    }

    [Fact]
    public async Task Of_editors_who_decide_at_once_one_wins_and_what_is_published_is_published_once()
    {
        var wins = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var race = 0; race < Races; race++)
        {
            var random = new Random(race);
            var (one, into) = (await Made(race, draft: false), await Made(race, draft: false));
            var racers = _people.Take(random.Next(2, Most + 1)).Select(p => (p.Visitor, p.Token, Way: Ways[random.Next(Ways.Length)])).ToList();
            var answers = await Task.WhenAll(racers.Select(r => r.Visitor.Post($"/work/queue/{one.Id}?handler={r.Way}", ("__RequestVerificationToken", r.Token), ("Seen", "3"), ("Expect", "1"),
                ("Told.Words", Words(race) + " By " + r.Way), ("Reason", Words(race) + " By " + r.Way), ("Into", into.Id), ("To", FeedbackSamples.Action))));
            var won = Assert.Single(answers.Index(), a => a.Item.StatusCode == HttpStatusCode.SeeOther).Index;
            foreach (var (i, answer) in answers.Index())
            {
                using var _ = answer;
                if (i == won) continue;
                Assert.True(answer.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity, $"{racers[i].Way} after {racers[won].Way}: {answer.StatusCode}");
                var page = await Visitor.Read(answer, expect: (int)answer.StatusCode);
                Assert.NotEmpty(page.QuerySelector("#error-summary")!.TextContent);
                if (racers[i].Way is "Accept" or "Reject" or "AskBack") Assert.Contains(Words(race) + " By " + racers[i].Way, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            }
            wins[racers[won].Way] = wins.GetValueOrDefault(racers[won].Way) + 1;
            Assert.Equal(StateAfter(racers[won].Way), (await Row(one.Id)).State);
            Assert.Equal(racers[won].Way == "Merge" ? 4 : 3, (await Row(into.Id)).Version);
        }
        await PublishedOnce();
        Assert.Equal(Ways.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), wins.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Of_colleagues_who_change_a_draft_at_once_one_wins_and_the_others_see_both_texts()
    {
        for (var race = 0; race < Races; race++)
        {
            var random = new Random(race);
            var one = await Made(race, draft: true);
            var many = random.Next(2, Most + 1);
            var answers = await Task.WhenAll(_people.Take(many).Select((p, i) => p.Visitor.Post($"/work/contributions/{one.Id}/edit", [("__RequestVerificationToken", p.Token), ("Seen", "2"), ("Told.Words", Mine(i)),
                .. random.Next(3) == 0 ? Array.Empty<(string, string)>() : [("Draft", "true")]])));
            var won = Assert.Single(answers.Index(), a => a.Item.StatusCode == HttpStatusCode.SeeOther).Index;
            Assert.Equal(Mine(won), (await Row(one.Id)).Told.Words);
            foreach (var (i, answer) in answers.Index())
            {
                using var _ = answer;
                if (i == won) continue;
                var page = await Visitor.Read(answer, expect: 409);
                Assert.Contains(Mine(won), page.QuerySelector("#theirs ~ dl")!.TextContent, StringComparison.Ordinal);
                Assert.Equal(Mine(i), page.QuerySelector("textarea[name='Told.Words']")!.TextContent.TrimStart('\n'));
            }

            string Mine(int i) => FormattableString.Invariant($"Race {race}, by {i}.");
        }
    }

    [Fact]
    public async Task An_editor_who_was_late_finds_their_words_and_can_send_them_at_once()
    {
        var one = await Made(0, draft: false);
        var path = $"/work/queue/{one.Id}";
        var (late, first) = (_people[0].Visitor, _people[1].Visitor);
        var page = await late.Page(path);
        using var claimed = await first.Send(path, path + "?handler=Claim");
        using var freed = await first.Send(path, path + "?handler=LetGo");
        using var refused = await late.Send(page, path, path + "?handler=Accept", ("Told.Words", "My own words."));
        var again = await Visitor.Read(refused, expect: 409);
        Assert.Equal("My own words.", again.QuerySelector("textarea[name='Told.Words']")!.TextContent.TrimStart('\n'));
        using var accepted = await late.Send(again, path, path + "?handler=Accept");
        Assert.Equal(HttpStatusCode.SeeOther, accepted.StatusCode);
        Assert.Equal("My own words.", (await Row(one.Id)).Edited!.Words);
    }

    private async Task PublishedOnce()
    {
        var rows = await _site.Workroom.Read(w => w.Contributions.AsNoTracking().Where(c => c.State == ContributionState.Published).ToListAsync());
        var view = new View(_site.Register.Snapshot, LondonClock.DayOf(_site.Clock.GetUtcNow()));
        Assert.NotEmpty(rows);
        Assert.Equal(rows.Select(r => r.Became!).Order(StringComparer.Ordinal), view.All<Update>().Select(u => u.Key.ToString()).Order(StringComparer.Ordinal));
        Assert.All(rows, r => Assert.Equal((r.Became, r.Edited!.Words), (view.InForce(RecordKey.Parse(r.Became!))!.Entry.Record.ToString(), view.Find<Update>(RecordKey.Parse(r.Became!).Id)!.Value.Body.Said)));
        Assert.All(rows, r => Assert.Equal(r.Entry, view.InForce(RecordKey.Parse(r.Became!))!.Entry.Number));
    }

    private static ContributionState StateAfter(string way) => way switch
    {
        "Accept" => ContributionState.Published,
        "Reject" => ContributionState.Rejected,
        "AskBack" => ContributionState.AskedBack,
        "Merge" => ContributionState.Merged,
        _ => ContributionState.Received,
    };

    private Task<Contribution> Row(string id) => _site.Workroom.Read(w => w.Contributions.AsNoTracking().SingleAsync(c => c.Id == id));

    private static string Words(int race) => FormattableString.Invariant($"Race {race}.");

    // As its verb makes it, by somebody who does not race.
    private async Task<Contribution> Made(int race, bool draft)
    {
        var record = new View(_site.Register.Snapshot, LondonClock.DayOf(_site.Clock.GetUtcNow()));
        var about = race % 4 == 3 ? $"action/{FeedbackSamples.Action}" : About;
        var made = SendContribution.Of(new(RandomId.Next(), Owner, ContributionKind.Update, about, 1, new() { Words = Words(race) }, draft, HasApprover: false), record, new("nobody", "Nobody", "nobody@example.org", []), _site.Clock.GetUtcNow()).Made!;
        await _site.Workroom.Write(w => w.Contributions.AddAsync(made).AsTask());
        return made;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (visitor, _) in _people) visitor.Dispose();
        await _site.DisposeAsync();
    }
}
