using Kept.Core.Connections;
using Kept.Core.Programme;
using Kept.Core.Records;

namespace Kept.Web.Features.Programme.Actions;

/// <summary>Everything that is printed under one action, read once for the page, the data and the counts.</summary>
public sealed record ActionParts(
    IReadOnlyList<RequirementShape> Requirements, IReadOnlyList<HeardShape> Heard, IReadOnlyList<LeadShape> Leads,
    IReadOnlyList<NextStepShape> NextSteps, IReadOnlyList<ActionCommitmentShape> Commitments, IReadOnlyList<MilestoneShape> Milestones,
    IReadOnlyList<LinkShape> Links)
{
    public static ActionParts Of(View view, Version<PlanAction> action)
    {
        var body = action.Body;
        return new(
            [.. body.Requirements.Select(r => RequirementShape.Of(view, r))],
            [.. body.Heard.Select(h => HeardShape.Of(view, h))],
            [.. body.Leads.Select(l => LeadShape.Of(view, l))],
            [.. body.NextSteps.Select(n => NextStepShape.Of(view, n))],
            [.. view.Naming<Commitment>(action.Key).SelectMany(c => ActionCommitmentShape.Of(view, c, action.Id)).OrderBy(c => c.Source.Lines is [var line, ..] ? line : int.MaxValue)],
            [.. view.Naming<Milestone>(action.Key).Select(m => MilestoneShape.From(view, m))],
            [.. view.Naming<Link>(action.Key).Where(l => l.Body.From == action.Id).Select(l => LinkShape.Of(view, l))]);
    }
}
