using Kept.Core.Assessments;
using Kept.Core.Connections;
using Kept.Core.Content;
using Kept.Core.Evidence;
using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Testing;

namespace Kept.Core.Tests.Content;

/// <summary>The shipped pack says what the documents say: the counts of the contract, taken from the files themselves.</summary>
public sealed class ShippedPackTests
{
    private static readonly PackFolder Pack = PackFolder.Read(Repository.ShippedPack);

    [Fact]
    public void It_has_no_errors_and_no_date_that_its_words_do_not_bear_out()
    {
        Assert.Equal([], Pack.Errors);
        Assert.Equal([], Pack.Warnings);
    }

    [Fact]
    public void It_says_what_it_is()
    {
        Assert.Equal(("the-promise", "The Change Programme", "Open Government Licence v3.0"), (Pack.Manifest!.Programme, Pack.Manifest.Title, Pack.Manifest.Licence));
        var programme = Assert.Single(All<TheProgramme>());
        Assert.Equal(new DateOnly(2020, 2, 5), programme.Made.End);
        Assert.Equal((new DateOnly(2030, 12, 31), new DateOnly(2029, 12, 31)), (programme.Deadline.End, programme.Deadline.StrictEnd));
    }

    [Fact]
    public void A_plan_has_five_areas_and_twenty_five_actions_in_their_order()
    {
        Assert.Equal(["A Good Childhood", "Whole Family Support", "Supporting the Workforce", "Planning", "Building Capacity"], All<PriorityArea>().Select(a => a.Title));
        var actions = Latest<PlanAction>();
        Assert.Equal(25, actions.Count);
        Assert.Equal(Enumerable.Range(1, 25), actions.Select(a => a.Order));
        Assert.Equal([8, 4, 4, 3, 6], actions.GroupBy(a => a.Area).Select(g => g.Count()));
    }

    [Fact]
    public void An_action_has_a_version_of_the_plan_and_one_of_change_programme_one()
    {
        foreach (var versions in Pack.Records.Where(r => r.Body is PlanAction).GroupBy(r => r.Key))
        {
            Assert.Equal([new DateOnly(2021, 3, 31), new DateOnly(2021, 6, 30)], versions.Select(v => v.Effective));
            var (first, second) = ((PlanAction)versions.First().Body, (PlanAction)versions.Last().Body);
            Assert.Equal((null, "about late June 2021"), (first.EffectiveText, second.EffectiveText));
            Assert.Empty(first.Heard);
            Assert.Empty(first.Leads);
            Assert.Equal(first.Requirements.Count, second.Requirements.Count);
        }
    }

    [Fact]
    public void Actions_hold_every_requirement_point_lead_and_next_step()
    {
        var actions = Latest<PlanAction>();
        Assert.Equal(51, actions.Sum(a => a.Requirements.Count));
        Assert.Equal(75, actions.SelectMany(a => a.Requirements).Sum(r => Math.Max(1, r.Parts.Count)));
        Assert.Equal(122, actions.Sum(a => a.Heard.Count));
        Assert.Equal(117, actions.Sum(a => a.Leads.Count));
        Assert.Equal(40, actions.SelectMany(a => a.Leads).Select(l => l.Organisation).Distinct().Count());
        Assert.Equal(41, actions.Sum(a => a.NextSteps.Count));
        Assert.Equal(1, actions.Count(a => a.Timetable.Count == 6));
        Assert.Equal(6, actions.Sum(a => a.Timetable.Count));
    }

    [Fact]
    public void Seventy_seven_printed_commitments_are_seventy_in_the_world()
    {
        var commitments = All<Commitment>();
        Assert.Equal(70, commitments.Count);
        Assert.Equal(77, commitments.Sum(c => c.Printed.Count));
        Assert.Equal([2, 2, 2, 2, 4], commitments.Select(c => c.Printed.Count).Where(n => n > 1).Order());
        Assert.Equal(40, commitments.Count(c => c.Due.Count == 0));
        Assert.Equal(44, commitments.SelectMany(c => c.Printed).Count(p => p.Due.Count == 0));
        Assert.Equal(11, commitments.Count(c => c.Who.Count == 0));
        Assert.Equal(12, commitments.SelectMany(c => c.Printed).Count(p => p.Who.Count == 0));
        Assert.Equal(8, commitments.Count(c => c.WhoInferred.Count > 0));
        Assert.All(commitments, c => Assert.Equal("as worded in Change Programme ONE", c.StatusBasis));
    }

    [Fact]
    public void Printed_commitments_keep_their_own_status_whatever_became_of_them()
    {
        var printed = All<Commitment>().SelectMany(c => c.Printed).CountBy(p => p.Status).ToDictionary();
        Assert.Equal((8, 17, 44, 2, 4, 2), (printed["delivered"], printed["underway"], printed["planned"], printed["outstanding"], printed["considering"], printed["aspiration"]));
    }

    [Fact]
    public void A_commitment_printed_four_times_says_why_it_has_its_status()
    {
        var codes = Body<Commitment>("sssc-codes-review");
        Assert.Equal(["workforce-values", "ongoing-relationships", "workforce-support", "inspection-and-regulation"], codes.Actions);
        Assert.Equal("by 2023", Assert.Single(codes.Due).Text);
        Assert.Equal(("underway", "is reviewing"), (codes.Status, codes.StatusWording));
        Assert.Contains("one wording says", codes.Note, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(["planned", "planned", "underway", "planned"], codes.Printed.Select(p => p.Status));
    }

    [Fact]
    public void Milestones_of_actions_and_of_the_programme_are_apart()
    {
        var milestones = All<Milestone>();
        Assert.Equal((58, 19), (milestones.Count(m => m.Action is not null), milestones.Count(m => m.Action is null)));
        Assert.Equal((38, 11), (milestones.Count(m => m.Action is not null && m.Of is not null), milestones.Count(m => m.Action is null && m.Of is not null)));
        Assert.Equal(43, milestones.Count(m => m.Action is not null && m.Due.Kind == "due"));
    }

    [Fact]
    public void Links_keep_how_strongly_they_are_stated_and_cite_no_line_between()
    {
        var links = All<Link>();
        Assert.Equal((22, 17, 13), (Strength("explicit"), Strength("named"), Strength("implied")));
        Assert.Equal(3, links.Count(l => l.ToKind == "area" && l.To == "whole-family-support"));
        Assert.Equal("lines 1303 and 1347", Body<Link>("link-20").Source.Place);

        int Strength(string strength) => links.Count(l => l.Strength == strength);
    }

    [Fact]
    public void Assessments_keep_their_printed_words()
    {
        var all = All<Assessment>();
        Assert.Equal((8, 16, 1), (all.Count(a => a.Category == "underway"), all.Count(a => a.Category == "insufficient"), all.Count(a => a.Category == "little-or-none")));
        Assert.Equal("There is little work underway.", Body<Assessment>("governance-structures-assessment").Wording);
        Assert.Equal("This work is underway.", Body<Assessment>("data-mapping-and-collection-assessment").Wording);
        Assert.Equal(
            ["There is little work underway.", "This work is underway.", "Work is underway but does not yet appear sufficient", "Work is underway but does not yet appear sufficient.", "Work is underway, but does not yet appear sufficient.", "Work is underway."],
            all.Select(a => a.Wording).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Offers_outputs_examples_and_outcomes_are_all_there()
    {
        Assert.Equal(9, All<Offer>().Count);
        Assert.Equal((23, 34), (All<Output>().Count(o => o.Offer is not null), All<Output>().Count(o => o.ReportedBy is not null)));
        Assert.Equal(14, All<Example>().Count);
        Assert.Equal(2, All<Example>().SelectMany(e => e.Figures).Count(f => f.SmallNumber));
        Assert.Equal(6, All<Outcome>().Count);
    }

    [Fact]
    public void Every_council_is_a_body_and_a_place()
    {
        var (bodies, places) = (All<Organisation>(), All<Place>());
        Assert.Equal((162, 147), (bodies.Count, bodies.Count(b => b.Named)));
        Assert.Equal((32, 14, 31), (Kind("council"), Kind("health-board"), Kind("integration-authority")));
        Assert.Equal(32, bodies.Count(b => b.Place is not null));
        foreach (var place in Pack.Records.Where(r => r.Body is Place { Kind: "council" }))
            Assert.Equal(place.Key.Id, Body<Organisation>(((Place)place.Body).Organisation!).Place);
        Assert.Equal("gd", Body<Organisation>("comhairle-nan-eilean-siar").Lang);

        int Kind(string kind) => places.Count(p => p.Kind == kind);
    }

    [Fact]
    public void Neighbours_know_each_other_and_sixty_two_borders_are_drawn()
    {
        var councils = Pack.Records.Where(r => r.Body is Place { Kind: "council" }).ToDictionary(r => r.Key.Id, r => (Place)r.Body);
        Assert.Equal(124, councils.Values.Sum(c => c.Neighbours.Count));
        Assert.All(councils, c => Assert.All(c.Value.Neighbours, n => Assert.Contains(c.Key, councils[n].Neighbours)));
        Assert.Equal(32, councils.Values.Select(c => (c.Column, c.Row)).Distinct().Count());
    }

    [Fact]
    public void Every_source_is_there_on_the_first_day_and_its_lines_are_counted()
    {
        var sources = Pack.Records.Where(r => r.Body is Source).ToList();
        Assert.All(sources, s => Assert.Equal(new DateOnly(2020, 2, 5), s.Effective));
        var documents = sources.Select(s => (Source)s.Body).Where(s => s.Sha256 is not null).ToList();
        Assert.Equal([2586, 101, 90, 32, 91], documents.Select(d => d.Lines!.Value));
        Assert.All(documents, d => Assert.Equal(64, d.Sha256!.Length));
    }

    [Fact]
    public void Effective_dates_are_those_of_the_contract()
    {
        Assert.Equal([new DateOnly(2020, 2, 5)], Dates("programme", "organisation", "place", "source"));
        Assert.Equal([new DateOnly(2021, 3, 31)], Dates("area"));
        Assert.Equal([new DateOnly(2021, 6, 30)], Dates("commitment", "milestone", "link", "assessment"));
        Assert.Equal([new DateOnly(2025, 3, 31)], Dates("example", "outcome"));
        Assert.Equal(new DateOnly(2024, 12, 31), Pack.Records.Single(r => r.Key.ToString() == "term/vision-statements.vision-1").Effective);
        Assert.Equal(new DateOnly(2024, 6, 20), Pack.Records.Single(r => r.Key.ToString() == "term/foundations.voice").Effective);
        Assert.Equal(new DateOnly(2021, 4, 30), Pack.Records.Single(r => r.Key.ToString() == "statement/fund-first-investment").Effective);
    }

    [Fact]
    public void Nothing_of_the_council_that_is_not_named_is_loaded()
    {
        Assert.DoesNotContain(Pack.Records, r => r.Body is not Source && r.Body.References().Contains(RecordKey.Of<Source>("performance-spotlight")) && r.Body is not Organisation);
        Assert.DoesNotContain(Pack.Records.Select(r => r.Body).OfType<Example>(), e => e.Source.Id == "performance-spotlight");
    }

    [Fact]
    public void Schemes_hold_their_terms()
    {
        var terms = All<Term>();
        Assert.Equal([5, 5, 25, 10, 6, 3], All<Scheme>().Zip(["fundamentals", "foundations", "themes", "vision-statements", "dimensions", "assessment-categories"]).Select(s => terms.Count(t => t.Scheme == s.Second)));
        Assert.All(terms.Where(t => t.Scheme == "themes"), t => Assert.StartsWith("foundations.", t.Under, StringComparison.Ordinal));
    }

    private static IEnumerable<DateOnly> Dates(params string[] kinds) => Pack.Records.Where(r => kinds.Contains(r.Key.Kind)).Select(r => r.Effective).Distinct();

    private static List<T> All<T>() where T : RecordBody => [.. Pack.Records.Select(r => r.Body).OfType<T>()];

    private static List<T> Latest<T>() where T : RecordBody => [.. Pack.Records.Where(r => r.Body is T).GroupBy(r => r.Key).Select(g => (T)g.Last().Body)];

    private static T Body<T>(string id) where T : RecordBody => (T)Pack.Records.Last(r => r.Key == RecordKey.Of<T>(id)).Body;
}
