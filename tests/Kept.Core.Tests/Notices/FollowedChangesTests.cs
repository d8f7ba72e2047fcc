using Kept.Core.Assessments;
using Kept.Core.Connections;
using Kept.Core.Evidence;
using Kept.Core.Foundation;
using Kept.Core.Notices;
using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Core.Tests.Records;
using Kept.Testing;

namespace Kept.Core.Tests.Notices;

/// <summary>Which new entries fall under which follows.</summary>
public sealed class FollowedChangesTests : IDisposable
{
    private static readonly DateOnly First = new(2026, 1, 1);
    private static readonly Cite Page = new("report", [1, 1]);
    private static readonly HashSet<RecordKey> Nothing = [];
    private readonly TestClock _clock = TestClock.At(2026, 11, 21);
    private readonly Register _register;

    public FollowedChangesTests() => _register = Register.Open(new MemoryStore(), _clock);

    [Fact]
    public async Task An_action_is_followed_with_everything_that_names_it()
    {
        var before = await Programme();
        await Do(Write.Set("c", First, Commitment("Open the doors"), 0),
            Write.Set("m", First, new Milestone { Title = "Open", Action = "doors", Due = By("2027"), Basis = "commitment", Source = Page }, 0),
            Write.Set("a", First, new Assessment { Action = "doors", Category = "underway", Wording = "Underway.", Assessor = "assessor", Source = Page }, 0),
            Write.Set("l", First, new Link { From = "walls", To = "doors", ToKind = "action", Strength = "explicit", Reason = "Doors stand in walls", Source = Page }, 0),
            Write.Set("other", First, new Commitment { Text = "Paint the walls", Actions = ["walls"], Status = "made", StatusWording = "will", StatusBasis = "as worded" }, 0));
        Assert.Equal(["commitment/c", "milestone/m", "assessment/a", "link/l"], Told(before, new(FollowedKind.Action, "doors")));
    }

    [Fact]
    public async Task An_area_is_followed_with_its_actions_and_theirs()
    {
        var before = await Programme();
        await Do(Write.Set("c", First, Commitment("Open the doors"), 0),
            Write.Set("homes", First, new PriorityArea { Title = "Good homes", Plan = "plan", Order = 1, Source = Page }, 1),
            Write.Set("roof", First, new PlanAction { Title = "Roofs", Plan = "plan", Area = "above", Order = 3, Source = Page }, 0));
        Assert.Equal(["commitment/c", "area/homes"], Told(before, new(FollowedKind.Area, "homes")));
    }

    [Fact]
    public async Task A_body_is_followed_where_it_is_named_and_where_it_was_named_before()
    {
        var before = await Programme();
        await Do(Write.Set("c", First, Commitment("Open the doors") with { Who = ["council"] }, 0));
        var named = await Do(Write.Set("c", First, Commitment("Open the doors") with { Who = ["assessor"] }, 1));
        Assert.Equal(["commitment/c"], Told(before, new(FollowedKind.Body, "council")));
        Assert.Equal(["commitment/c"], Told(named - 1, new(FollowedKind.Body, "council")));
        await Do(Write.Set("c", First, Commitment("Open all the doors") with { Who = ["assessor"] }, 2));
        Assert.Empty(Told(named, new(FollowedKind.Body, "council")));
    }

    [Fact]
    public async Task A_place_is_followed_with_its_council_and_not_with_its_neighbours()
    {
        var before = await Programme();
        await Do(Write.Set("c", First, Commitment("Open the doors") with { Who = ["council"] }, 0),
            Write.Set("e", First, new Example { Place = "S1", Heading = "A door", Source = Page }, 0));
        Assert.Equal(["commitment/c", "example/e"], Told(before, new(FollowedKind.Place, "S1")));
        var then = await Do(Write.Set("S2", First, new Place { Name = "Next door", Kind = "council", Neighbours = ["S1"], Note = "New", Source = Page }, 1));
        Assert.Empty(Told(then - 1, new(FollowedKind.Place, "S1")));
        Assert.Equal(["place/S2"], Told(then - 1, new(FollowedKind.Place, "S2")));
    }

    [Fact]
    public async Task A_search_is_followed_by_what_it_finds_among_what_changed()
    {
        var before = await Programme();
        await Do(Write.Set("c", First, Commitment("Open the doors"), 0));
        Assert.Equal(["commitment/c"], Told(before, q => q == "q=doors" ? [RecordKey.Of<Commitment>("c"), RecordKey.Of<PlanAction>("doors")] : Nothing, new Followed(FollowedKind.Search, "q=doors")));
    }

    [Fact]
    public async Task A_record_that_falls_under_two_follows_is_told_once_with_all_that_happened_to_it()
    {
        var before = await Programme();
        await Do(Write.Set("c", First, Commitment("Open the doors") with { Due = [By("2027")], Who = ["council"] }, 0));
        await Do(Write.Set("c", First, Commitment("Open the doors") with { Due = [By("2028")] }, 1));
        var changes = Changes(before).For(before, [Follow(new(FollowedKind.Body, "council"), 2), Follow(new(FollowedKind.Action, "doors"), 1)]);
        var change = Assert.Single(changes);
        Assert.Equal((FollowedKind.Action, 2), (change.Because.Kind, change.Versions.Count));
    }

    [Fact]
    public async Task Nothing_is_told_of_before_the_follow_was_confirmed_or_of_what_was_told_already()
    {
        var before = await Programme();
        var told = await Do(Write.Set("c", First, Commitment("Open the doors"), 0));
        var follow = Follow(new(FollowedKind.Action, "doors"), 1);
        Assert.Empty(Changes(before).For(told, [follow]));
        follow.Since = told;
        Assert.Empty(Changes(before).For(before, [follow]));
        await Do(Write.Delete(RecordKey.Of<Commitment>("c"), First, 1));
        Assert.Equal([told + 1], Assert.Single(Changes(before).For(before, [follow])).Versions.Select(v => v.Entry.Number));
        follow.Confirmed = null;
        Assert.Empty(Changes(before).For(before, [follow]));
    }

    [Fact]
    public async Task Several_versions_together_say_from_what_to_what()
    {
        await Programme();
        await Do(Write.Set("c", First, Commitment("Open the doors") with { Due = [By("2027")] }, 0));
        var before = _register.Snapshot.Number;
        await Do(Write.Set("c", First, Commitment("Open the doors") with { Due = [By("2028")] }, 1));
        await Do(Write.Set("c", First, Commitment("Open the doors") with { Due = [By("2029")], Note = "Again" }, 2));
        var change = Across(before);
        Assert.Equal(RecordChange.Changed, change.What);
        var due = change.Fields.Single(f => f.Field == "due");
        Assert.Equal(("2027", "2029"), (due.From!.Value[0].GetProperty("text").GetString(), due.To!.Value[0].GetProperty("text").GetString()));
        await Do(Write.Delete(RecordKey.Of<Commitment>("c"), First, 3));
        Assert.Equal(RecordChange.Removed, Across(before).What);
        Assert.Equal(RecordChange.Removed, Across(before - 1).What);
        await Do(Write.Set("c", First, Commitment("Open the doors"), 4));
        Assert.Equal(RecordChange.Changed, Across(before).What);
        Assert.Equal(RecordChange.Added, Across(before - 1).What);
    }

    private RecordChange Across(long since)
    {
        var key = RecordKey.Of<Commitment>("c");
        return RecordChange.Across(_register.Snapshot.Newest(key)!, [.. FollowedChanges.Since(_register.Snapshot, since).Where(v => v.Entry.Record == key)]);
    }

    private IEnumerable<string> Told(long since, Followed what) => Told(since, _ => Nothing, what);

    private IEnumerable<string> Told(long since, Func<string, IReadOnlySet<RecordKey>> found, Followed what) =>
        new FollowedChanges(_register.Snapshot, FollowedChanges.Since(_register.Snapshot, since), found).For(since, [Follow(what, 1)]).Select(c => c.Key.ToString());

    private FollowedChanges Changes(long since) => new(_register.Snapshot, FollowedChanges.Since(_register.Snapshot, since), _ => Nothing);

    private Follow Follow(Followed what, int order) =>
        new() { FollowerId = "somebody", Kind = what.Kind, Target = what.Id, Made = _clock.GetUtcNow(), Confirmed = _clock.GetUtcNow().AddMinutes(order) };

    private Task<long> Programme() => Do(
        Write.Set("report", First, new Source { Title = "A report", Kind = "report" }, 0),
        Write.Set("S1", First, new Place { Name = "Here", Kind = "council", Organisation = "council", Neighbours = ["S2"], Source = Page }, 0),
        Write.Set("S2", First, new Place { Name = "Next door", Kind = "council", Neighbours = ["S1"], Source = Page }, 0),
        Write.Set("assessor", First, new Organisation { Name = "The assessor", Type = "regulator" }, 0),
        Write.Set("council", First, new Organisation { Name = "The council", Type = "local authority", Place = "S1" }, 0),
        Write.Set("plan", First, new Plan { Title = "Plan", Source = Page }, 0),
        Write.Set("homes", First, new PriorityArea { Title = "Homes", Plan = "plan", Order = 1, Source = Page }, 0),
        Write.Set("above", First, new PriorityArea { Title = "Above", Plan = "plan", Order = 2, Source = Page }, 0),
        Write.Set("doors", First, new PlanAction { Title = "Doors", Plan = "plan", Area = "homes", Order = 1, Source = Page }, 0),
        Write.Set("walls", First, new PlanAction { Title = "Walls", Plan = "plan", Area = "above", Order = 2, Source = Page }, 0));

    private async Task<long> Do(params Write[] writes)
    {
        var answer = await _register.AppendAsync(Change.Of(writes), Act.Operator("A test.", "test"));
        if (answer is Appended.Refused refused) Assert.Fail(string.Join('\n', refused.Why));
        return _register.Snapshot.Number;
    }

    private static Commitment Commitment(string text) => new() { Text = text, Actions = ["doors"], Status = "made", StatusWording = "will", StatusBasis = "as worded" };

    private static Due By(string year) => new() { Text = year, Qualifier = "by" };

    public void Dispose() => _register.Dispose();
}
