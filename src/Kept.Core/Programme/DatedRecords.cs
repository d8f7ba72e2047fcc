using Kept.Core.Evidence;
using Kept.Core.Records;

namespace Kept.Core.Programme;

/// <summary>Every date that the programme's records print, on the day of a View, before what is printed twice is put together.</summary>
internal static class DatedRecords
{
    public static IEnumerable<DatedRecord> In(View view) =>
        view.All<Commitment>().SelectMany(Of)
            .Concat(view.All<Output>().Where(o => o.Body.Due is not null).Select(Of))
            .Concat(view.All<PlanAction>().SelectMany(Of))
            .Concat(view.All<Plan>().SelectMany(Of))
            .Concat(view.All<TheProgramme>().SelectMany(Of))
            .Concat(view.All<Milestone>().Select(Of))
            .Concat(view.All<Statement>().Where(s => s.Body.Due is not null).Select(s =>
                new DatedRecord(DatedIn.Statement, s.Source, null, 1, s.Body.Text, s.Body.Due!, s.Body.Source) { Actions = ActionOf(RecordKey.Parse(s.Body.About)) }));

    /// <summary>The date of one milestone, and those of the records it restates.</summary>
    public static IEnumerable<DatedRecord> Around(View view, Version<Milestone> milestone)
    {
        yield return Of(milestone);
        foreach (var id in milestone.Body.AlsoOf.Prepend(milestone.Body.Of).OfType<string>())
        {
            if (view.Find<Commitment>(id) is { } commitment)
                foreach (var dated in Of(commitment)) yield return dated;
            if (view.Find<Output>(id) is { Body.Due: not null } output) yield return Of(output);
        }
        if (milestone.Body is { OfStep: not null, Action: { } name } && view.Find<PlanAction>(name) is { } action)
            foreach (var dated in Of(action)) yield return dated;
    }

    private static DatedRecord Of(Version<Milestone> m) =>
        new(DatedIn.Milestone, m.Source, null, 1, m.Body.Title, m.Body.Due, m.Body.Source) { Actions = m.Body.Action is { } action ? [action] : [] };

    private static DatedRecord Of(Version<Output> o) => new(DatedIn.Output, o.Source, null, 1, o.Body.Text, o.Body.Due!, o.Body.Source) { Offer = o.Body.Offer };

    private static IEnumerable<DatedRecord> Of(Version<Commitment> commitment) => commitment.Body.Due.Select((due, i) =>
        new DatedRecord(DatedIn.Commitment, commitment.Source, null, i + 1, commitment.Body.Text, due, SourceOf(commitment.Body, due))
        {
            Actions = commitment.Body.Actions,
            Who = commitment.Body.Who,
            With = commitment.Body.With,
        });

    // The place where this date is printed, where the commitment is printed in several.
    private static Cite SourceOf(Commitment commitment, Due due) =>
        commitment.Printed.FirstOrDefault(p => p.Due.Any(d => d.Text == due.Text))?.Source ?? (commitment.Printed is [var first, ..] ? first.Source : new Cite(""));

    private static IEnumerable<DatedRecord> Of(Version<PlanAction> action)
    {
        foreach (var step in action.Body.NextSteps)
            for (var i = 0; i < step.Due.Count; i++)
                yield return new(DatedIn.NextStep, action.Source, step.Id, i + 1, step.Text, step.Due[i], step.Source) { Actions = [action.Id], Who = step.Who, With = step.With };
        foreach (var step in action.Body.Timetable)
            yield return new(DatedIn.Timetable, action.Source, $"step-{step.Step}", 1, step.Title, step.Due, step.Source) { Actions = [action.Id] };
    }

    private static IEnumerable<DatedRecord> Of(Version<Plan> plan)
    {
        if (plan.Body.CompleteBy is { } by) yield return new(DatedIn.Plan, plan.Source, "complete", 1, $"{plan.Body.Title} complete", by, plan.Body.Source);
        if (plan.Body.Published is { } published) yield return new(DatedIn.Plan, plan.Source, "published", 1, $"{plan.Body.Title} published", published, plan.Body.Source);
    }

    private static IEnumerable<DatedRecord> Of(Version<TheProgramme> programme)
    {
        var body = programme.Body;
        var source = body.Sources.Count > 0 ? body.Sources[0] : new Cite("");
        yield return new(DatedIn.Programme, programme.Source, "kept", 1, "The promise kept", body.Deadline, body.Sources.Count > 1 ? body.Sources[1] : source);
        yield return new(DatedIn.Programme, programme.Source, "made", 1, "The promise made", body.Made, source);
    }

    private static IReadOnlyList<string> ActionOf(RecordKey about) => about.Kind == RecordKinds.NameOf<PlanAction>() ? [about.Id] : [];
}
