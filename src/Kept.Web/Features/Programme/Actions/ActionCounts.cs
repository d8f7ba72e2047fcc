namespace Kept.Web.Features.Programme.Actions;

/// <summary>How much is printed under one action. A requirement without parts counts as one part; links are those that go out.</summary>
public sealed record ActionCounts(int Requirements, int RequirementParts, int Heard, int Commitments, int Leads, int NextSteps, int Milestones, int Links)
{
    public static ActionCounts None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0);

    public static ActionCounts Of(ActionParts parts) => new(
        parts.Requirements.Count, parts.Requirements.Sum(r => Math.Max(1, r.Parts.Count)), parts.Heard.Count, parts.Commitments.Count,
        parts.Leads.Count, parts.NextSteps.Count, parts.Milestones.Count, parts.Links.Count);

    public static ActionCounts operator +(ActionCounts a, ActionCounts b) => new(
        a.Requirements + b.Requirements, a.RequirementParts + b.RequirementParts, a.Heard + b.Heard, a.Commitments + b.Commitments,
        a.Leads + b.Leads, a.NextSteps + b.NextSteps, a.Milestones + b.Milestones, a.Links + b.Links);
}
