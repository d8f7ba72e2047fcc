using Kept.Core.Connections;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Web.Features.Programme.FromBodies;
using Kept.Web.House;

namespace Kept.Web.Features.Programme.Actions;

/// <summary>One action: what the plan requires, what was heard and promised, who leads, and whether it is enough.</summary>
public sealed record ActionShape : RecordShape
{
    public required string Title { get; init; }
    public required IdTitle Plan { get; init; }
    public required IdTitle Area { get; init; }
    public required int Order { get; init; }
    public required IReadOnlyList<RequirementShape> Requirements { get; init; }
    public required IReadOnlyList<HeardShape> Heard { get; init; }
    public required IReadOnlyList<LeadShape> Leads { get; init; }

    /// <summary>What the source says of the kind of leadership, in our summary.</summary>
    public string? LeadBasis { get; init; }
    public required IReadOnlyList<NextStepShape> NextSteps { get; init; }
    public required IReadOnlyList<ActionCommitmentShape> Commitments { get; init; }
    public required IReadOnlyList<MilestoneShape> Milestones { get; init; }
    public required IReadOnlyList<TimetableShape> Timetable { get; init; }

    /// <summary>Links that go out from this action.</summary>
    public required IReadOnlyList<LinkShape> Links { get; init; }

    /// <summary>Links of other actions to this one or to its priority area.</summary>
    public required IReadOnlyList<LinkShape> LinksIn { get; init; }

    /// <summary>What in the Care Review's evidence this action rests on.</summary>
    public required IReadOnlyList<EvidenceLink> EvidenceLinks { get; init; }
    public required IReadOnlyList<OutcomeShape> LaterOutcomes { get; init; }
    public required IReadOnlyList<StatementShape> Statements { get; init; }
    public required IReadOnlyList<RemarkShape> Remarks { get; init; }

    /// <summary>What bodies say of their part in it, newest first.</summary>
    public required IReadOnlyList<UpdateShape> Updates { get; init; }

    /// <summary>Where all of a kind of body have a part, or several were asked: an answer from each.</summary>
    public required IReadOnlyList<AnswerShape> Answers { get; init; }

    /// <summary>When bodies were asked, newest first.</summary>
    public required IReadOnlyList<RequestShape> Requests { get; init; }
    public required AssessmentShape Assessment { get; init; }
    public required IReadOnlyList<AssessmentStep> AssessmentHistory { get; init; }
    public required ActionCounts Counts { get; init; }
    public required SourceShape Source { get; init; }
    public required IReadOnlyList<HistoryShape> History { get; init; }

    public static ActionShape Of(Reading reading, Version<PlanAction> version)
    {
        var (view, body) = (reading.View, version.Body);
        var parts = ActionParts.Of(view, version);
        var assessment = AssessmentShape.Of(view, version.Key);
        var heard = HeardFromBodies.Of(view, version.Key, ProgrammeLinks.Action(body.Plan, version.Id));
        var shape = new ActionShape
        {
            Id = version.Id,
            Url = ProgrammeLinks.Action(body.Plan, version.Id),
            Version = version.Entry.Version,
            Entry = 0,
            Effective = version.Effective,
            EffectiveText = body.EffectiveText,
            Recorded = version.Entry.Recorded,
            Correction = CorrectionShape.Of(view, version.Source),
            Title = body.Title,
            Plan = Names.Plan(view, body.Plan),
            Area = Names.Area(view, body.Area),
            Order = body.Order,
            Requirements = parts.Requirements,
            Heard = parts.Heard,
            Leads = parts.Leads,
            LeadBasis = body.LeadBasis,
            NextSteps = parts.NextSteps,
            Commitments = parts.Commitments,
            Milestones = parts.Milestones,
            Timetable = [.. body.Timetable.Select(t => TimetableShape.From(view, t))],
            Links = parts.Links,
            LinksIn = In(view, version),
            EvidenceLinks = [],
            LaterOutcomes = [.. view.Naming<Outcome>(version.Key).Select(o => OutcomeShape.Of(view, o))],
            Statements = StatementShape.About(view, version.Key),
            Remarks = [.. body.Remarks.Select(r => RemarkShape.Of(view, r))],
            Updates = heard.Updates,
            Answers = heard.Answers,
            Requests = heard.Requests,
            Assessment = assessment,
            AssessmentHistory = AssessmentStep.Of(view, version.Key),
            Counts = ActionCounts.Of(parts),
            Source = SourceShape.Of(view, body.Source),
            History = HistoryShape.Of(view, version.Key),
            Unknown = UnknownOf(parts, assessment),
        };
        return shape with { Entry = view.Entry };
    }

    private static IReadOnlyList<LinkShape> In(View view, Version<PlanAction> version)
    {
        var toAction = view.Naming<Link>(version.Key).Where(l => l.Body.To == version.Id && l.Body.ToKind == "action");
        var toArea = view.Naming<Link>(RecordKey.Of<PriorityArea>(version.Body.Area)).Where(l => l.Body.From != version.Id);
        return [.. toAction.Concat(toArea).Select(l => LinkShape.Of(view, l))];
    }

    private static Dictionary<string, string> UnknownOf(ActionParts parts, AssessmentShape assessment)
    {
        var unknown = new Dictionary<string, string>(StringComparer.Ordinal) { ["evidenceLinks"] = Unknowns.NotLinkedYet };
        if (!assessment.IsAssessed) unknown["assessment"] = Unknowns.NotStated;
        foreach (var (name, count) in new[]
        {
            ("requirements", parts.Requirements.Count), ("heard", parts.Heard.Count), ("leads", parts.Leads.Count), ("nextSteps", parts.NextSteps.Count),
            ("commitments", parts.Commitments.Count), ("milestones", parts.Milestones.Count),
        })
            if (count == 0) unknown[name] = Unknowns.NotStated;
        return unknown;
    }
}

public sealed record EvidenceLink(string Text, SourceShape Source);
