using System.Text;
using Kept.Core.Content;
using Kept.Core.Evidence;
using Kept.Core.Programme;
using Kept.Core.Records;

namespace Kept.Core.Tests.Content;

public sealed class PublishRecordsTests
{
    private readonly Loaded _kept = new();

    public PublishRecordsTests()
    {
        using var pack = new SmallPack();
        _kept.Load(pack.Read());
    }

    private PublishPlan Plan(string records, string effective = "2022-01-01") => PublishRecords.Plan(
        _kept.Now, PublishFile.Read(Encoding.UTF8.GetBytes($"why: Because.\neffective: {effective}\nrecords:\n{records}"), "file.yaml"));

    private PublishPlan Publish(string records, string effective = "2022-01-01")
    {
        var plan = Plan(records, effective);
        Assert.Equal([], plan.Errors.Select(e => e.ToString()));
        Assert.Equal([], plan.Refusals);
        _kept.Publish([.. plan.Change.Writes]);
        return plan;
    }

    private Commitment? Homes(int year, int month, int day) => _kept.At(year, month, day).Find<Commitment>("homes-c1")?.Body;

    private long Entry(string key, int version)
    {
        var v = _kept.Newest(key);
        while (v.Entry.Version != version) v = v.Previous!;
        return v.Entry.Number;
    }

    [Fact]
    public void Named_fields_change_and_all_others_stay()
    {
        Publish("- {kind: commitment, id: homes-c1, expect: 1, set: {text: Build nine homes., due: [{text: autumn 2024, qualifier: in, start: 2024-09-01, end: 2024-11-30}]}}");
        var (before, after) = (Homes(2021, 12, 31)!, Homes(2022, 1, 1)!);
        Assert.Equal(("Build ten homes.", "Build nine homes."), (before.Text, after.Text));
        Assert.Equal("autumn 2024", after.Due[0].Text);
        Assert.Equal((before.Status, before.Printed[0].Text), (after.Status, after.Printed[0].Text));
    }

    [Fact]
    public void Nothing_stated_takes_a_field_away()
    {
        Publish("- {kind: commitment, id: homes-c1, expect: 1, set: {due: ~, with: []}}");
        Assert.Empty(Homes(2022, 1, 1)!.Due);
        Assert.Empty(Homes(2022, 1, 1)!.With);
    }

    [Fact]
    public void The_words_for_a_day_that_is_not_printed_do_not_pass_to_another_day()
    {
        Publish("- {kind: action, id: build, expect: 2, set: {title: Build more}}");
        Assert.Null(_kept.At(2022, 1, 1).Get<PlanAction>("build").Body.EffectiveText);
        Assert.Equal("council", _kept.At(2022, 1, 1).Get<PlanAction>("build").Body.Leads[0].Organisation);
    }

    [Fact]
    public void A_back_dated_statement_starts_from_what_stood_on_its_day_and_leaves_later_words_alone()
    {
        var plan = Publish("- {kind: action, id: build, expect: 2, set: {title: Build early}}", "2021-03-01");
        Assert.Empty(_kept.At(2021, 3, 1).Get<PlanAction>("build").Body.Leads);
        Assert.Equal("Build early", _kept.At(2021, 3, 1).Get<PlanAction>("build").Body.Title);
        Assert.Equal("Build", _kept.At(2021, 6, 30).Get<PlanAction>("build").Body.Title);
        Assert.Contains("The words from 30 June 2021", Assert.Single(plan.Entries[0].Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_record_may_be_named_by_another_of_the_same_file()
    {
        Publish("""
            - {kind: commitment, id: homes-c1, expect: 1, set: {who: [new-body]}}
            - {kind: organisation, id: new-body, expect: 0, set: {name: New body, type: third sector}}
            """);
        Assert.Equal("new-body", Homes(2022, 1, 1)!.Who[0]);
    }

    [Fact]
    public void A_record_can_go_when_those_that_name_it_let_go_of_it()
    {
        Publish("""
            - {kind: organisation, id: builders, expect: 1, delete: yes}
            - {kind: commitment, id: homes-c1, expect: 1, set: {with: ~}}
            """);
        Assert.Null(_kept.At(2022, 1, 1).InForce(new("organisation", "builders"))?.Body);
        Assert.NotNull(_kept.At(2021, 12, 31).InForce(new("organisation", "builders"))?.Body);
    }

    [Fact]
    public void A_stale_version_shows_both_texts()
    {
        Publish("- {kind: commitment, id: homes-c1, expect: 1, set: {text: Theirs.}}");
        var plan = Plan("- {kind: commitment, id: homes-c1, expect: 1, set: {text: Mine.}}");
        Assert.False(plan.CanBeWritten);
        var stale = Assert.Single(plan.Stale);
        Assert.Equal((1, 2, "Theirs.", "Mine."), (stale.Expected, stale.Found, ((Commitment)stale.Theirs!).Text, ((Commitment)stale.Mine!).Text));
    }

    [Fact]
    public void What_was_published_is_not_overwritten_by_a_load()
    {
        Publish("- {kind: commitment, id: homes-c1, expect: 1, set: {text: Published.}}");
        using var pack = new SmallPack();
        pack.Replace("commitments/commitments.csv", "Build ten homes.", "Build no homes.");
        var plan = LoadPack.Plan(_kept.Now, pack.Read());
        Assert.Contains(plan.Skipped, s => s.Record == new RecordKey("commitment", "homes-c1"));
    }

    [Fact]
    public void A_correction_puts_right_every_later_version_that_carries_the_wrong_value()
    {
        var plan = Publish($"- {{kind: action, id: build, expect: 2, corrects: {Entry("action/build", 1)}, set: {{title: Building}}}}", "2021-01-01");
        Assert.Equal("Building", _kept.At(2021, 1, 1).Get<PlanAction>("build").Body.Title);
        Assert.Equal("Building", _kept.At(2021, 6, 30).Get<PlanAction>("build").Body.Title);
        Assert.Equal("council", _kept.At(2021, 6, 30).Get<PlanAction>("build").Body.Leads[0].Organisation);
        Assert.Equal("about late June 2021", _kept.At(2021, 6, 30).Get<PlanAction>("build").Body.EffectiveText);
        Assert.Equal(["corrected", "corrected"], plan.Entries.Select(e => e.What));
        Assert.All(plan.Entries, e => Assert.Equal("title", Assert.Single(e.Fields).Field));
        Assert.Equal([Entry("action/build", 1), Entry("action/build", 2)], new[] { _kept.Newest("action/build").Previous!.Corrects!.Value, _kept.Newest("action/build").Corrects!.Value });
    }

    [Fact]
    public void A_later_version_that_says_something_else_in_the_corrected_field_stays()
    {
        Publish("- {kind: action, id: build, expect: 2, set: {title: Something else}}");
        var plan = Publish($"- {{kind: action, id: build, expect: 3, corrects: {Entry("action/build", 1)}, set: {{title: Building}}}}", "2021-01-01");
        Assert.Equal(2, plan.Entries.Count);
        Assert.Equal("Something else", _kept.At(2022, 1, 1).Get<PlanAction>("build").Body.Title);
        Assert.Contains("The words from 1 January 2022", Assert.Single(plan.Entries[0].Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_correction_that_withholds_withholds_in_every_version_it_puts_right()
    {
        Publish($"- {{kind: action, id: build, expect: 2, corrects: {Entry("action/build", 1)}, withhold: yes, set: {{title: Building}}}}", "2021-01-01");
        Assert.All(_kept.At(2026, 1, 1).History(new("action", "build")).Take(2), v => Assert.True(v.IsWithheld));
    }

    [Fact]
    public void A_correction_and_the_erasing_of_what_it_corrects_go_in_one_file()
    {
        var wrong = Entry("commitment/homes-c1", 1);
        var plan = Publish(
            $"- {{kind: commitment, id: homes-c1, expect: 1, redacts: {wrong}}}\n"
            + $"- {{kind: commitment, id: homes-c1, expect: 1, effective: 2021-06-30, corrects: {wrong}, set: {{text: Right.}}}}");
        Assert.Equal(["corrected", "redacted"], plan.Entries.Select(e => e.What));
        Assert.Equal("Right.", Homes(2021, 6, 30)!.Text);
        Assert.True(_kept.At(2026, 1, 1).History(new("commitment", "homes-c1"))[0].IsRedacted);
    }

    [Fact]
    public void A_redaction_of_a_version_that_was_changed_since_is_refused()
    {
        var plan = Plan($"- {{kind: commitment, id: homes-c1, expect: 7, redacts: {Entry("commitment/homes-c1", 1)}}}");
        Assert.Contains("has changed since you saw it", Assert.Single(plan.Refusals).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_that_was_taken_out_can_be_made_again()
    {
        Publish("- {kind: link, id: link-1, expect: 1, delete: yes}");
        Assert.Contains("\"from\" is missing", string.Join('\n', Plan("- {kind: link, id: link-1, expect: 2, set: {reason: Again}}", "2023-01-01").Errors), StringComparison.Ordinal);
        Publish("- {kind: link, id: link-1, expect: 2, set: {from: build, to: homes, toKind: area, strength: named, reason: Again, source: report 22}}", "2023-01-01");
        Assert.Equal("Again", ((Kept.Core.Connections.Link)_kept.At(2023, 1, 1).InForce(new("link", "link-1"))!.Body!).Reason);
    }

    [Fact]
    public void Every_kind_of_record_can_be_published_again_as_it_stands_but_for_one_field()
    {
        foreach (var key in _kept.Now.Kinds.SelectMany(_kept.Now.Keys).ToList())
        {
            var version = _kept.Newest(key.ToString());
            Publish($"- {{kind: {key.Kind}, id: {key.Id}, expect: {version.Entry.Version}, set: {{effectiveText: about then}}}}");
            Assert.Equal(version.Body! with { EffectiveText = "about then" } is var wanted ? Encoding.UTF8.GetString(CanonicalJson.Of(wanted)) : "", Encoding.UTF8.GetString(_kept.Newest(key.ToString()).RecordJson.Span));
        }
        Assert.IsType<Source>(_kept.Newest("source/report").Body);
    }
}
