using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Web.House;

namespace Kept.Web.Features.Programme.Calendar;

/// <summary>What has no date, and so no place in a calendar; each beside how many there are of its kind.</summary>
public sealed record UndatedShape(int Commitments, int OfCommitments, int NextSteps, int OfNextSteps, int Outputs, int OfOutputs)
{
    /// <summary>Counted in what the filter takes of plans, areas, actions and bodies; it cannot be of a year.</summary>
    public static UndatedShape Of(View view, CalendarFilter filter)
    {
        var commitments = view.All<Commitment>().Select(c => c.Body).Where(c => Takes(view, filter, c.Actions, c.Who, c.With)).ToList();
        var steps = view.All<PlanAction>().SelectMany(a => a.Body.NextSteps.Where(n => Takes(view, filter, [a.Id], n.Who, n.With))).ToList();
        var outputs = filter.When().IsEmpty ? view.All<Output>().Where(o => o.Body.Offer is not null).Select(o => o.Body).ToList() : [];
        return new(
            commitments.Count(c => c.Due.Count == 0), commitments.Count, steps.Count(s => s.Due.Count == 0), steps.Count,
            outputs.Count(o => o.Due is null), outputs.Count);
    }

    private static bool Takes(View view, CalendarFilter filter, IReadOnlyList<string> actions, IReadOnlyList<string> who, IReadOnlyList<string> with)
    {
        bool Any(string name, IEnumerable<string> has) => filter.Values(name) is not { Count: > 0 } values || values.Intersect(has, StringComparer.Ordinal).Any();
        var places = actions.Select(a => view.Find<PlanAction>(a)?.Body).OfType<PlanAction>().ToList();
        return Any("action", actions) && Any("plan", places.Select(a => a.Plan)) && Any("area", places.Select(a => a.Area))
            && Any("body", who.Count == 0 ? with.Append(Unknowns.NotStated) : who.Concat(with));
    }
}
