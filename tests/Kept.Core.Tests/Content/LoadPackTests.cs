using Kept.Core.Content;
using Kept.Core.Foundation;
using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Testing;

namespace Kept.Core.Tests.Content;

public sealed class LoadPackTests
{
    [Fact]
    public async Task The_shipped_pack_loads_whole_and_a_second_load_appends_nothing()
    {
        using var database = new TestDatabase();
        using var register = Register.Open(database.Open(), TestClock.At(2026, 11, 21));
        var pack = PackFolder.Read(Repository.ShippedPack);
        var first = LoadPack.Plan(register.Snapshot, pack);
        Assert.IsType<Appended.Done>(await register.AppendAsync(first.Change, Act.Operator("Loaded.", LoadPack.Via)));
        Assert.Equal((784, 809), (first.Added.Count, (int)register.Snapshot.Number));
        var second = LoadPack.Plan(register.Snapshot, pack, prune: true);
        Assert.True(second.IsEmpty);
        Assert.Equal((784, 0, 0, 0, 0), (second.Unchanged.Count, second.Added.Count, second.Changed.Count, second.Pruned.Count, second.Skipped.Count));
    }

    [Fact]
    public void Records_come_in_the_order_of_the_pack_and_actions_in_the_order_of_the_plan()
    {
        var register = new Loaded();
        register.Load(PackFolder.Read(Repository.ShippedPack));
        var view = register.At(2026, 11, 21);
        Assert.Equal(Enumerable.Range(1, 25), view.All<PlanAction>().Select(a => a.Body.Order));
        Assert.Equal("support-c1", view.All<Commitment>().First().Id);
    }

    [Fact]
    public void A_past_date_shows_the_version_of_the_plan()
    {
        var register = new Loaded();
        using var pack = new SmallPack();
        register.Load(pack.Read());
        Assert.Empty(register.At(2021, 3, 1).Get<PlanAction>("build").Body.Leads);
        Assert.Single(register.At(2021, 7, 1).Get<PlanAction>("build").Body.Leads);
        Assert.Null(register.At(2020, 12, 31).Find<PlanAction>("build"));
    }

    [Fact]
    public void Only_what_differs_is_appended()
    {
        var register = new Loaded();
        using var pack = new SmallPack();
        register.Load(pack.Read());
        pack.Replace("organisations/organisations.csv", "\"Builders, the\"", "The Builders")
            .Append("links/links.csv", "link-2,2021-07-01,build,homes,area,implied,Another reason,report 26\n");
        var plan = register.Load(pack.Read());
        Assert.Equal(["link/link-2"], plan.Added.Select(k => k.ToString()));
        Assert.Equal(["organisation/builders"], plan.Changed.Select(k => k.ToString()));
        Assert.Equal(2, plan.Change.Writes.Count);
        Assert.Equal(2, register.Newest("organisation/builders").Entry.Version);
    }

    [Fact]
    public void A_change_to_the_first_version_shows_in_the_later_one_that_keeps_it()
    {
        var register = new Loaded();
        using var pack = new SmallPack();
        register.Load(pack.Read());
        pack.Replace("actions/build.yaml", "title: Build", "title: Build homes");
        var plan = register.Load(pack.Read());
        Assert.Equal([new DateOnly(2021, 1, 1), new DateOnly(2021, 6, 30)], plan.Change.Writes.Select(w => w.Effective));
        Assert.Equal("Build homes", register.At(2022, 1, 1).Get<PlanAction>("build").Body.Title);
    }

    [Fact]
    public void A_record_that_came_by_another_way_is_left_alone_and_named()
    {
        var register = new Loaded();
        using var pack = new SmallPack();
        register.Load(pack.Read());
        var council = (Organisation)register.Newest("organisation/council").Body!;
        register.Publish(Write.Set("council", new DateOnly(2020, 1, 1), council with { Name = "The City Council" }, 1));
        var plan = register.Load(pack.Read(), prune: true);
        var skipped = Assert.Single(plan.Skipped);
        Assert.Equal(("organisation/council", "its newest entry came by another way (publish)"), (skipped.Record.ToString(), skipped.Why));
        Assert.True(plan.IsEmpty);
        Assert.Equal("The City Council", register.At(2021, 1, 1).Get<Organisation>("council").Body.Name);
    }

    [Fact]
    public void A_record_published_with_the_words_of_the_pack_is_unchanged()
    {
        var register = new Loaded();
        using var pack = new SmallPack();
        var read = pack.Read();
        register.Load(read);
        register.Publish(Write.Set("council", new DateOnly(2020, 1, 1), read.Records.Single(r => r.Key.ToString() == "organisation/council").Body, 1));
        Assert.Contains(RecordKey.Of<Organisation>("council"), register.Load(read).Unchanged);
    }

    [Fact]
    public void What_was_deleted_by_another_way_does_not_come_back()
    {
        var register = new Loaded();
        using var pack = new SmallPack();
        register.Load(pack.Read());
        register.Publish(Write.Delete(RecordKey.Parse("link/link-1"), new DateOnly(2021, 6, 30), 1));
        var plan = register.Load(pack.Read());
        Assert.Equal("it was deleted by another way (publish)", Assert.Single(plan.Skipped).Why);
        Assert.True(plan.IsEmpty);
    }

    [Fact]
    public void A_deletion_of_a_later_date_by_another_way_is_not_in_the_way_of_an_unchanged_pack()
    {
        var register = new Loaded();
        using var pack = new SmallPack();
        register.Load(pack.Read());
        register.Publish(Write.Delete(RecordKey.Parse("link/link-1"), new DateOnly(2023, 1, 1), 1));
        Assert.True(register.Load(pack.Read(), prune: true).IsEmpty);
    }

    [Fact]
    public void Erased_words_and_corrected_words_do_not_come_back()
    {
        var register = new Loaded();
        using var pack = new SmallPack();
        register.Load(pack.Read());
        var link = register.Newest("link/link-1");
        var council = register.Newest("organisation/council");
        register.Publish(
            Write.Redact(link.Entry.Record, link.Entry.Number, 1),
            Write.Correct("council", new DateOnly(2020, 1, 1), (Organisation)council.Body! with { Name = "The right council" }, council.Entry.Number, 1));
        var plan = register.Load(pack.Read(), prune: true);
        Assert.Equal(["link/link-1", "organisation/council"], plan.Skipped.Select(s => s.Record.ToString()).Order(StringComparer.Ordinal));
        Assert.True(plan.IsEmpty);
    }

    [Fact]
    public void Nothing_is_deleted_unless_asked()
    {
        var register = new Loaded();
        using var pack = new SmallPack();
        register.Load(pack.Read());
        pack.Without("links/links.csv");
        Assert.True(register.Load(pack.Read()).IsEmpty);
        var pruned = register.Load(pack.Read(), prune: true);
        Assert.Equal(["link/link-1"], pruned.Pruned.Select(k => k.ToString()));
        Assert.True(register.Newest("link/link-1").IsDeletion);
        Assert.True(register.Load(pack.Read(), prune: true).IsEmpty);
    }

    [Fact]
    public void A_pruned_record_is_gone_on_every_date_and_can_come_back()
    {
        var register = new Loaded();
        using var pack = new SmallPack();
        using var without = new SmallPack();
        without.Without("actions/build.yaml").Without("links/links.csv").Without("assessments/assessments.yaml").Without("milestones/milestones.csv")
            .Without("commitments/commitments.csv").Without("commitments/printed.csv").Without("commitments/dates.csv");
        register.Load(pack.Read());
        register.Load(without.Read(), prune: true);
        Assert.Null(register.At(2021, 3, 1).Find<PlanAction>("build"));
        Assert.Null(register.At(2022, 1, 1).Find<PlanAction>("build"));
        var back = register.Load(pack.Read());
        Assert.Contains(RecordKey.Of<PlanAction>("build"), back.Added);
        Assert.Single(register.At(2022, 1, 1).Get<PlanAction>("build").Body.Leads);
    }

    [Fact]
    public void Pruning_spares_what_came_by_another_way()
    {
        var register = new Loaded();
        using var pack = new SmallPack();
        register.Load(pack.Read());
        var builders = (Organisation)register.Newest("organisation/builders").Body!;
        register.Publish(Write.Set("masons", new DateOnly(2022, 1, 1), builders with { Name = "Masons" }, 0));
        var plan = register.Load(pack.Read(), prune: true);
        Assert.Equal("organisation/masons", Assert.Single(plan.Skipped).Record.ToString());
        Assert.Empty(plan.Pruned);
    }

    [Fact]
    public void A_version_dropped_from_the_pack_is_undone_by_pruning()
    {
        var register = new Loaded();
        using var pack = new SmallPack();
        register.Load(pack.Read());
        pack.With("actions/build.yaml", """
            effective: 2021-01-01
            title: Build
            plan: the-plan
            area: homes
            order: 1
            source: report 4
            requirements:
              - {id: build-r1, n: 1, text: Homes are built., source: report 5-6}
            """);
        Assert.True(register.Load(pack.Read()).IsEmpty);
        Assert.Equal(["action/build"], register.Load(pack.Read(), prune: true).Changed.Select(k => k.ToString()));
        Assert.Empty(register.At(2022, 1, 1).Get<PlanAction>("build").Body.Leads);
        Assert.True(register.Load(pack.Read(), prune: true).IsEmpty);
    }

    [Fact]
    public void A_pack_with_errors_is_not_planned()
    {
        using var pack = new SmallPack();
        pack.Without("pack.yaml");
        Assert.Throws<InvalidOperationException>(() => LoadPack.Plan(Snapshot.Empty, pack.Read()));
    }
}
