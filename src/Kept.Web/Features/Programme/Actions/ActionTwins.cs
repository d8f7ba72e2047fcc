using System.Globalization;
using Kept.Core.Assessments;
using Kept.Core.Foundation;
using Kept.Core.Programme;
using Kept.Web.House;

namespace Kept.Web.Features.Programme.Actions;

/// <summary>Actions as data.</summary>
public static class ActionTwins
{
    public static void Map(Twins twins)
    {
        twins.List("/plans/{plan}/actions", ActionList.Of, Columns);
        twins.Record<PlanAction, ActionShape>("/plans/{plan}/actions/{id}", (http, id) => ProgrammeLinks.Action(http.Reading().View, id), ActionShape.Of);
    }

    private static readonly CsvColumns<ActionItem> Columns = new()
    {
        { "id", a => a.Id },
        { "title", a => a.Title },
        { "plan_id", a => a.Plan.Id },
        { "plan", a => a.Plan.Title },
        { "area_id", a => a.Area.Id },
        { "area", a => a.Area.Title },
        { "order", a => Number(a.Order) },
        { "assessment", a => a.Assessment.Category },
        { "assessment_words", a => a.Assessment.Wording ?? Categories.Label(Categories.NotAssessed) },
        { "assessed", a => a.Assessment.Effective is { } day ? Dates.Iso(day) : "not stated" },
        { "assessed_text", a => a.Assessment.EffectiveText },
        { "assessor_id", a => a.Assessment.Assessor?.Id },
        { "assessor", a => a.Assessment.Assessor?.Name },
        { "lead_ids", a => a.Leads.Count == 0 ? "not stated" : CsvCell.Join(a.Leads.Select(l => l.Id)) },
        { "leads", a => a.Leads.Count == 0 ? "not stated" : CsvCell.Join(a.Leads.Select(l => l.Name)) },
        { "lead_roles", a => CsvCell.Join(a.Leads.Select(l => l.Role)) },
        { "requirements", a => Number(a.Counts.Requirements) },
        { "requirement_parts", a => Number(a.Counts.RequirementParts) },
        { "heard", a => Number(a.Counts.Heard) },
        { "commitments", a => Number(a.Counts.Commitments) },
        { "next_steps", a => Number(a.Counts.NextSteps) },
        { "milestones", a => Number(a.Counts.Milestones) },
        { "links", a => Number(a.Counts.Links) },
        { "url", a => a.Url },
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
