using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Web.Features.Organisations.Places;
using Kept.Web.Features.Programme.Actions;
using Kept.Web.House;

namespace Kept.Web.Features.Search;

/// <summary>The line under the title of what was found: the least a reader needs to know whether to follow it.</summary>
public static class HitLine
{
    /// <summary>An action's last published assessment; null for other kinds.</summary>
    public static AssessmentShape? Assessment(View view, SearchHit hit) =>
        hit.Body is PlanAction ? AssessmentShape.Of(view, RecordKey.Of<PlanAction>(hit.Id)) : null;

    public static string? Of(View view, SearchHit hit) => hit.Body switch
    {
        PlanAction action => $"{Names.Area(view, action.Area).Title}.{(Assessment(view, hit) is { IsAssessed: true } assessment ? $" Assessed {assessment.When}." : "")}",
        PriorityArea area => Names.Plan(view, area.Plan).Title,
        Commitment commitment => $"{Owners(view, commitment)}. {(commitment.Due.Count == 0 ? "No date stated" : $"“{commitment.Due[0].Text}”")}. {CommitmentStatuses.Label(commitment.Status)}, as worded.",
        Organisation body => Words.Capital(body.Type),
        Place place => Words.Capital(PlaceKinds.One(place.Kind)),
        Example example => view.Find<Place>(example.Place)?.Body.Name,
        Milestone milestone => $"“{milestone.Due.Text}”{(milestone.Action is { } action ? ". " + Names.Action(view, action).Title : "")}",
        Output { Offer: { } offer } => view.Find<Offer>(offer)?.Body.Title,
        Output { ReportedBy: { } reporter } => "Reported by " + Names.Organisation(view, reporter).Name,
        Outcome outcome => Names.Action(view, outcome.Action).Title,
        Update update => "Said by " + Names.Organisation(view, update.Body).Name,
        Term term => view.Find<Scheme>(term.Scheme)?.Body.Title,
        _ => null,
    };

    private static string Owners(View view, Commitment commitment) =>
        commitment.Who.Count == 0 ? "Nobody is named" : Words.And([.. commitment.Who.Select(o => Names.Organisation(view, o).Name)]);
}
