using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Web.Features.Programme.Actions;
using Kept.Web.Features.Programme.Terms;
using Kept.Web.House;

namespace Kept.Web.Features.Programme.Plans;

/// <summary>How many of a plan's actions are linked to the Care Review's evidence.</summary>
public sealed record EvidenceCount(int Linked, int NotLinkedYet);

/// <summary>A priority area in its plan.</summary>
public sealed record PlanArea(string Id, string Url, string Title, int Order, IReadOnlyList<ActionItem> Actions);

/// <summary>A plan as the list of plans shows it.</summary>
public sealed record PlanItem(
    string Id, string Url, string Title, int? Number, int? SeriesOf, DueShape? Published, DueShape? CompleteBy, bool PeriodPassed, int Areas, int Actions,
    IReadOnlyDictionary<string, int> Assessments)
{
    public static PlanItem Of(Reading reading, Version<Plan> plan)
    {
        var picture = PlanPicture.Of(reading.View, plan);
        return new(
            plan.Id, ProgrammeLinks.Plan(plan.Id), plan.Body.Title, plan.Body.Number, plan.Body.SeriesOf,
            plan.Body.Published is { } published ? DueShape.Of(published) : null, plan.Body.CompleteBy is { } by ? DueShape.Of(by) : null,
            PlanPeriod.HasPassed(plan.Body, reading.At), picture.Strips.Count, picture.Total, Counted(picture));
    }

    internal static Dictionary<string, int> Counted(PlanPicture picture) =>
        picture.Tally.ToDictionary(t => t.Category, t => t.Count, StringComparer.Ordinal);
}

/// <summary>A plan: its period, its areas and actions, and what of them was assessed.</summary>
public sealed record PlanShape : RecordShape
{
    public required string Title { get; init; }
    public string? Summary { get; init; }
    public int? Number { get; init; }
    public int? SeriesOf { get; init; }
    public DueShape? Published { get; init; }
    public DueShape? CompleteBy { get; init; }
    public required bool PeriodPassed { get; init; }
    public string? Note { get; init; }
    public required IReadOnlyList<PlanArea> Areas { get; init; }

    /// <summary>Actions by category of assessment.</summary>
    public required IReadOnlyDictionary<string, int> Assessments { get; init; }

    /// <summary>Sums over the actions.</summary>
    public required ActionCounts Counts { get; init; }
    public required EvidenceCount EvidenceLinks { get; init; }

    /// <summary>The terms it is set out under, where it has a frame of its own.</summary>
    public required IReadOnlyList<TermItem> Frame { get; init; }

    /// <summary>Dates of the whole programme: milestones of no action, printed in the plan's own source.</summary>
    public required IReadOnlyList<MilestoneShape> Milestones { get; init; }
    public required IReadOnlyList<StatementShape> Statements { get; init; }
    public required SourceShape Source { get; init; }
    public required IReadOnlyList<HistoryShape> History { get; init; }

    public static PlanShape Of(Reading reading, Version<Plan> version)
    {
        var (view, body) = (reading.View, version.Body);
        var picture = PlanPicture.Of(view, version);
        var shape = new PlanShape
        {
            Id = version.Id,
            Url = ProgrammeLinks.Plan(version.Id),
            Version = version.Entry.Version,
            Entry = 0,
            Effective = version.Effective,
            EffectiveText = body.EffectiveText,
            Recorded = version.Entry.Recorded,
            Correction = CorrectionShape.Of(view, version.Source),
            Title = body.Title,
            Summary = body.Summary,
            Number = body.Number,
            SeriesOf = body.SeriesOf,
            Published = body.Published is { } published ? DueShape.Of(published) : null,
            CompleteBy = body.CompleteBy is { } by ? DueShape.Of(by) : null,
            PeriodPassed = PlanPeriod.HasPassed(body, reading.At),
            Note = body.Note,
            Areas = [.. picture.Strips.Select((s, i) => new PlanArea(s.Area.Id, s.Url, s.Area.Title, i + 1, s.Actions))],
            Assessments = PlanItem.Counted(picture),
            Counts = picture.Actions.Aggregate(ActionCounts.None, (sum, a) => sum + a.Counts),
            EvidenceLinks = new(0, picture.Total),
            Frame = body.Frame is { } frame ? TermItem.OfScheme(view, frame) : [],
            Milestones = [.. WholeProgramme.MilestonesIn(view, body).Select(m => MilestoneShape.From(view, m))],
            Statements = StatementShape.About(view, version.Key),
            Source = SourceShape.Of(view, body.Source),
            History = HistoryShape.Of(view, version.Key),
            Unknown = UnknownOf(body, picture.Total),
        };
        return shape with { Entry = view.Entry };
    }

    private static Dictionary<string, string> UnknownOf(Plan body, int actions)
    {
        var unknown = new Dictionary<string, string>(StringComparer.Ordinal);
        if (body.Published is null) unknown["published"] = Unknowns.NotStated;
        if (body.CompleteBy is null) unknown["completeBy"] = Unknowns.NotStated;
        if (actions == 0) unknown["areas"] = Unknowns.NotStated;
        else unknown["evidenceLinks"] = Unknowns.NotLinkedYet;
        return unknown;
    }
}
