using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Web.House;

namespace Kept.Web.Features.Connections;

/// <summary>The part of a body in an action. <paramref name="Part"/>: role (named with a part), owner or partner (of a commitment under it only).</summary>
public sealed record PartShape(string Action, string ActionTitle, string Body, string BodyName, string Part)
{
    /// <summary>Every part in every action in force, in the order of the plans; one for each body and action, the strongest.</summary>
    public static IReadOnlyList<PartShape> All(View view) =>
        [.. view.All<PlanAction>().OrderBy(a => a.Body.Plan, StringComparer.Ordinal).ThenBy(a => a.Body.Order).SelectMany(a => In(view, a))];

    /// <summary>The parts that make the neighbourhood of some bodies: all that anybody has in the actions where one of them has one.</summary>
    public static IReadOnlyList<PartShape> Around(View view, IReadOnlyList<string> bodies)
    {
        if (bodies.Count == 0) return [];
        var all = All(view);
        var actions = all.Where(p => bodies.Contains(p.Body, StringComparer.Ordinal)).Select(p => p.Action).ToHashSet(StringComparer.Ordinal);
        return [.. all.Where(p => actions.Contains(p.Action))];
    }

    public static string Say(string part) => part switch
    {
        "role" => "Has a part in the action by name",
        "owner" => "Owns a commitment under it",
        _ => "Partner in a commitment under it",
    };

    private static IEnumerable<PartShape> In(View view, Version<PlanAction> action)
    {
        var commitments = view.Naming<Commitment>(action.Key).ToList();
        return action.Body.Leads.Select(l => (Body: l.Organisation, Part: "role"))
            .Concat(commitments.SelectMany(c => c.Body.Who).Select(o => (Body: o, Part: "owner")))
            .Concat(commitments.SelectMany(c => c.Body.With).Select(o => (Body: o, Part: "partner")))
            .DistinctBy(p => p.Body, StringComparer.Ordinal)
            .Select(p => new PartShape(action.Id, action.Body.Title, p.Body, Names.Organisation(view, p.Body).Name, p.Part));
    }
}
