using Kept.Core.Assessments;
using Kept.Core.Connections;
using Kept.Core.Evidence;
using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Core.Search;
using Kept.Web.Features.Organisations;
using Kept.Web.Features.Programme;
using Kept.Web.Features.Programme.Plans;
using Kept.Web.House;

namespace Kept.Web.Features.Evidence;

/// <summary>What a reader calls a record, and the page that shows it: its own, or that of the record it belongs to.</summary>
public sealed record RecordPage(string Title, string Url)
{
    /// <summary>The page of a record as in force; null when it is not, or is of a kind that no page shows.</summary>
    public static RecordPage? Of(View view, RecordKey key) => view.InForce(key)?.Body is { } body ? Of(view, key.Id, body) : null;

    public static RecordPage? Of(View view, string id, RecordBody body) => body switch
    {
        TheProgramme programme => new(programme.Title, "/"),
        Plan plan => new(plan.Title, ProgrammeLinks.Plan(id)),
        PriorityArea area => new(area.Title, ProgrammeLinks.Area(area.Plan, id)),
        PlanAction action => new(action.Title, ProgrammeLinks.Action(action.Plan, id)),
        Commitment commitment => new(commitment.Text, ProgrammeLinks.Commitment(id)),
        Organisation organisation => new(organisation.Name, OrganisationLinks.Organisation(id)),
        Place place => new(place.Name, OrganisationLinks.Place(id)),
        Example example => new(example.Heading, OrganisationLinks.Place(example.Place)),
        Offer offer => new(offer.Title, ProgrammeLinks.Offer(id)),
        Output output => new(output.Text, output.Offer is { } offer ? ProgrammeLinks.Offer(offer) : output.ReportedBy is { } reporter ? OrganisationLinks.Organisation(reporter) : ProgrammeLinks.Offers),
        Scheme scheme => new(scheme.Title, ProgrammeLinks.Scheme(id)),
        Term term => new(term.Title, ProgrammeLinks.Term(id)),
        Source source => new(source.Title, EvidenceLinks.Source(id)),
        Milestone milestone => new(milestone.Title, milestone.Action is { } action ? ProgrammeLinks.Action(view, action) : WholeProgramme.PageOf(view, id, milestone)),
        Assessment assessment => new("Assessment of " + Names.Action(view, assessment.Action).Title, ProgrammeLinks.Action(view, assessment.Action)),
        Outcome outcome => new(outcome.Text, ProgrammeLinks.Action(view, outcome.Action)),
        Link link => new($"{Names.Action(view, link.From).Title} to {(link.ToKind == "area" ? Names.Area(view, link.To) : Names.Action(view, link.To)).Title}", ProgrammeLinks.Action(view, link.From)),
        Statement statement when RecordKey.Parse(statement.About) is { Kind: not "statement" } about && Of(view, about) is { } page => page with { Title = statement.Text },
        Update update when Of(view, RecordKey.Parse(update.Of)) is { } page => new($"{Names.Organisation(view, update.Body).Name}: {update.Said ?? "still true"}", page.Url + "#" + id),
        UpdateRequest request when Of(view, RecordKey.Parse(request.Of)) is { } page => new("Asked: " + page.Title, page.Url + "#heard"),
        OtherWord other => new("Other words: " + string.Join(", ", other.Typed), "/method/search"),
        _ => null,
    };
}
