using Kept.Core.Organisations;
using Kept.Web.Features.Organisations.Bodies;
using Kept.Web.Features.Organisations.Places;
using Kept.Web.House;

namespace Kept.Web.Features.Organisations;

/// <summary>Bodies and places as data.</summary>
public static class OrganisationTwins
{
    public static void Map(Twins twins)
    {
        twins.List("/organisations", OrganisationList.Of, Bodies);
        twins.Record<Organisation, OrganisationRecordShape>("/organisations/{id}", (_, id) => OrganisationLinks.Organisation(id), OrganisationRecordShape.Of);
        twins.List("/places", PlaceList.Of, Places);
        twins.Record<Place, PlaceRecordShape>("/places/{id}", (_, id) => OrganisationLinks.Place(id), PlaceRecordShape.Of);
    }

    private static readonly CsvColumns<OrganisationShape> Bodies = new()
    {
        { "id", o => o.Id },
        { "name", o => o.Name },
        { "acronym", o => o.Acronym ?? Unknown(o, "acronym") },
        { "other_names", o => CsvCell.Join(o.OtherNames) },
        { "type", o => o.Type },
        { "named", o => o.Named ? "yes" : "no" },
        { "part_of", o => o.PartOf },
        { "role_action_ids", o => CsvCell.Join(o.Roles.Select(r => r.Action)) },
        { "role_actions", o => CsvCell.Join(o.Roles.Select(r => r.ActionTitle)) },
        { "roles", o => CsvCell.Join(o.Roles.Select(r => r.Role)) },
        { "commitment_ids", o => CsvCell.Join(o.Commitments) },
        { "passed_nothing_heard", o => Number(o.Passed) },
        { "place", o => o.Place ?? Unknown(o, "place") },
        { "note", o => o.Note },
        { "version", o => Number(o.Version) },
        { "effective", o => Core.Foundation.Dates.Iso(o.Effective) },
        { "url", o => o.Url },
    };

    private static readonly CsvColumns<PlaceShape> Places = new()
    {
        { "gss", p => p.Gss },
        { "name", p => p.Name },
        { "kind", p => p.Kind },
        { "other_names", p => CsvCell.Join(p.OtherNames) },
        { "previous_codes", p => CsvCell.Join(p.PreviousCodes) },
        { "health_board", p => p.HealthBoard ?? Unknown(p, "healthBoard") },
        { "health_board_name", p => p.HealthBoardName ?? Unknown(p, "healthBoard") },
        { "integration_authority", p => p.IntegrationAuthority ?? Unknown(p, "integrationAuthority") },
        { "integration_authority_name", p => p.IntegrationAuthorityName ?? Unknown(p, "integrationAuthority") },
        { "organisation_id", p => p.Organisation ?? Unknown(p, "organisation") },
        { "organisation", p => p.OrganisationName ?? Unknown(p, "organisation") },
        { "neighbour_codes", p => CsvCell.Join(p.Neighbours.Select(n => n.Id)) },
        { "neighbours", p => CsvCell.Join(p.Neighbours.Select(n => n.Name)) },
        { "council_codes", p => CsvCell.Join(p.Councils.Select(c => c.Id)) },
        { "councils", p => CsvCell.Join(p.Councils.Select(c => c.Name)) },
        { "example_ids", p => CsvCell.Join(p.Examples) },
        { "model", p => p.Model },
        { "note", p => p.Note },
        { "version", p => Number(p.Version) },
        { "effective", p => Core.Foundation.Dates.Iso(p.Effective) },
        { "url", p => p.Url },
    };

    private static string Unknown(RecordShape record, string field) => record.Unknown.TryGetValue(field, out var unknown) ? Unknowns.Say(unknown).ToLowerInvariant() : "";

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
