using Kept.Core.Programme;
using Kept.Web.House;

namespace Kept.Web.Features.Programme.Commitments;

/// <summary>Commitments as data.</summary>
public static class CommitmentTwins
{
    public static void Map(Twins twins)
    {
        twins.List("/commitments", CommitmentList.Of, Columns);
        twins.Record<Commitment, CommitmentShape>("/commitments/{id}", (_, id) => ProgrammeLinks.Commitment(id), CommitmentShape.Of);
    }

    private static readonly CsvColumns<CommitmentShape> Columns = new()
    {
        { "id", c => c.Id },
        { "text", c => c.Text },
        { "status", c => c.Status },
        { "status_wording", c => c.StatusWording },
        { "status_basis", c => c.StatusBasis },
        { "who_ids", c => Say(c, "who", c.Who.Select(o => o.Id)) },
        { "who", c => Say(c, "who", c.Who.Select(o => o.Name)) },
        { "with_ids", c => CsvCell.Join(c.With.Select(o => o.Id)) },
        { "with", c => CsvCell.Join(c.With.Select(o => o.Name)) },
        { "concerns_ids", c => CsvCell.Join(c.Concerns.Select(o => o.Id)) },
        { "concerns", c => CsvCell.Join(c.Concerns.Select(o => o.Name)) },
        { "who_inferred_ids", c => CsvCell.Join(c.WhoInferred.Select(o => o.Id)) },
        { "who_inferred", c => CsvCell.Join(c.WhoInferred.Select(o => o.Name)) },
        { "due", c => Say(c, "due", c.Due.Select(d => d.Text)) },
        { "due_start", c => CsvCell.Join(c.Due.Select(d => Iso(d.Start))) },
        { "due_end", c => Say(c, "due", c.Due.Select(d => Iso(d.End))) },
        { "due_strict_end", c => CsvCell.Join(c.Due.Select(d => Iso(d.StrictEnd))) },
        { "due_moves", c => c.Moves.Count.ToString(System.Globalization.CultureInfo.InvariantCulture) },
        { "due_first_said", c => c.Moves.Count == 0 ? null : DateMoveShape.Said(c.Moves[0].From) },
        { "due_last_moved", c => c.Moves.Count == 0 ? null : Iso(c.Moves[^1].Effective) },
        { "passed_nothing_heard", c => c.Passed ? "yes" : "no" },
        { "updates", c => c.Updates.Count.ToString(System.Globalization.CultureInfo.InvariantCulture) },
        { "last_update", c => c.Updates.Count == 0 ? null : Iso(c.Updates[0].Effective) },
        { "report_ids", c => CsvCell.Join(Reports(c)) },
        { "reports", c => CsvCell.Join(Reports(c).Select(StatutoryReports.Label)) },
        { "amounts_gbp", c => Say(c, "amounts", c.Amounts.Select(a => a.Value)) },
        { "amounts_for", c => CsvCell.Join(c.Amounts.Select(a => a.For)) },
        { "action_ids", c => CsvCell.Join(c.Actions.Select(a => a.Id)) },
        { "actions", c => CsvCell.Join(c.Actions.Select(a => a.Title)) },
        { "printed_ids", c => CsvCell.Join(c.Printed.Select(p => p.Id)) },
        { "source_ids", c => CsvCell.Join(c.Sources.Select(s => s.Id)) },
        { "source_lines", c => CsvCell.Join(c.Sources.Select(s => s.Lines is { } l ? string.Join('-', l) : null)) },
        { "version", c => c.Version.ToString(System.Globalization.CultureInfo.InvariantCulture) },
        { "effective", c => Iso(c.Effective) },
        { "effective_text", c => c.EffectiveText },
        { "corrected_by_entry", c => c.Correction?.Entry.ToString(System.Globalization.CultureInfo.InvariantCulture) },
        { "url", c => c.Url },
    };

    private static string Say(CommitmentShape c, string field, IEnumerable<string?> values) =>
        c.Unknown.TryGetValue(field, out var unknown) ? Unknowns.Say(unknown).ToLowerInvariant() : CsvCell.Join(values);

    // The statutory reports that anything said of it also goes into, in the order in which pages list them.
    private static IEnumerable<string> Reports(CommitmentShape c) => StatutoryReports.Ids.Where(r => c.Updates.Any(u => u.Reports.Contains(r, StringComparer.Ordinal)));

    private static string? Iso(DateOnly? date) => date is { } d ? Core.Foundation.Dates.Iso(d) : null;
}
