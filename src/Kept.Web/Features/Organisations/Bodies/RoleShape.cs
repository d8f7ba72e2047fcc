using Kept.Core.Assessments;
using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Web.Features.Programme;
using Kept.Web.House;

namespace Kept.Web.Features.Organisations.Bodies;

/// <summary>The part of a body in an action. <paramref name="Action"/> is the action's id.</summary>
public sealed record RoleShape(string Action, string ActionTitle, string Url, string Role, string? Scope, SourceShape Source)
{
    /// <summary>The category of the action's last published assessment, and from when it is.</summary>
    public string? Category { get; init; }
    public DateOnly? Assessed { get; init; }
    public string? AssessedText { get; init; }

    /// <summary>Every part a body has in an action in force, in the plan's order.</summary>
    public static IReadOnlyList<RoleShape> Of(View view, string body) =>
        [.. from action in ActionsNaming(view, body)
            let assessment = view.Naming<Assessment>(action.Key).OrderBy(a => a.Effective).LastOrDefault()
            from lead in action.Body.Leads
            where lead.Organisation == body
            select Of(view, action, lead, assessment)];

    /// <summary>The actions in force that name a body in any part, in the order of the plans.</summary>
    internal static IEnumerable<Version<PlanAction>> ActionsNaming(View view, string body) =>
        view.Naming<PlanAction>(RecordKey.Of<Organisation>(body)).OrderBy(a => a.Body.Plan, StringComparer.Ordinal).ThenBy(a => a.Body.Order);

    private static RoleShape Of(View view, Version<PlanAction> action, Lead lead, Version<Assessment> assessment)
    {
        var role = new RoleShape(
            action.Id, action.Body.Title, ProgrammeLinks.Action(action.Body.Plan, action.Id), lead.Role, lead.Scope, SourceShape.Of(view, lead.Source));
        return assessment.Body is { } body
            ? role with { Category = body.Category, Assessed = assessment.Effective, AssessedText = body.EffectiveText } : role;
    }
}
