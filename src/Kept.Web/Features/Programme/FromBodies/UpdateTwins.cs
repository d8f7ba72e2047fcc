using System.Globalization;
using Kept.Core.Foundation;
using Kept.Core.Programme;
using Kept.Web.House;

namespace Kept.Web.Features.Programme.FromBodies;

/// <summary>What bodies say, of everything, as data.</summary>
public static class UpdateTwins
{
    public static void Map(Twins twins) => twins.List<UpdateShape, ListShape<UpdateShape>>(ProgrammeLinks.Updates, UpdateList.Of, Columns);

    private static readonly CsvColumns<UpdateShape> Columns = new()
    {
        { "id", u => u.Id },
        { "effective", u => Dates.Iso(u.Effective) },
        { "body_id", u => u.Body.Id },
        { "body", u => u.Body.Name },
        { "of", u => u.Of },
        { "title", u => u.Title },
        { "said", u => u.Said },
        { "edited", u => YesNo(u.Edited) },
        { "still_true", u => YesNo(u.StillTrue) },
        { "status", u => u.Status },
        { "new_date", u => u.NewDate },
        { "why_moved", u => u.WhyMoved },
        { "evidence", u => CsvCell.Join(u.Evidence.Select(e => e.Text)) },
        { "evidence_addresses", u => CsvCell.Join(u.Evidence.Select(e => e.Address)) },
        { "report_ids", u => CsvCell.Join(u.Reports) },
        { "reports", u => CsvCell.Join(u.Reports.Select(StatutoryReports.Label)) },
        { "action_ids", u => CsvCell.Join(u.Actions.Select(a => a.Id)) },
        { "actions", u => CsvCell.Join(u.Actions.Select(a => a.Title)) },
        { "area_ids", u => CsvCell.Join(u.Areas.Select(a => a.Id)) },
        { "areas", u => CsvCell.Join(u.Areas.Select(a => a.Title)) },
        { "sent", u => Dates.Iso(u.Sent) },
        { "came", u => u.Came },
        { "version", u => u.Version.ToString(CultureInfo.InvariantCulture) },
        { "corrected_by_entry", u => u.Correction?.Entry.ToString(CultureInfo.InvariantCulture) },
        { "url", u => u.Url },
    };

    private static string YesNo(bool yes) => yes ? "yes" : "no";
}
