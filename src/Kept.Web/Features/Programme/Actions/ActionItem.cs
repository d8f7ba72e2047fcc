using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Web.House;

namespace Kept.Web.Features.Programme.Actions;

/// <summary>An action as lists show it.</summary>
public sealed record ActionItem(
    string Id, string Url, string Title, IdTitle Plan, IdTitle Area, int Order, AssessmentShape Assessment, IReadOnlyList<LeadName> Leads, ActionCounts Counts)
{
    public static ActionItem Of(View view, Version<PlanAction> action)
    {
        var (body, parts) = (action.Body, ActionParts.Of(view, action));
        return new(
            action.Id, ProgrammeLinks.Action(body.Plan, action.Id), body.Title, Names.Plan(view, body.Plan), Names.Area(view, body.Area), body.Order,
            AssessmentShape.Of(view, action.Key), [.. parts.Leads.Select(l => new LeadName(l.Id, l.Name, l.Role))], ActionCounts.Of(parts));
    }

    /// <summary>Every action in force, or those of one plan, in the plan's order.</summary>
    public static IReadOnlyList<ActionItem> All(View view, string? plan = null) =>
        [.. view.All<PlanAction>().Where(a => plan is null || a.Body.Plan == plan).OrderBy(a => a.Body.Plan, StringComparer.Ordinal).ThenBy(a => a.Body.Order)
            .Select(a => Of(view, a))];
}

public sealed record LeadName(string Id, string Name, string Role);
