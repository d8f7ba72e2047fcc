using System.Globalization;
using Kept.Core.Records;
using Kept.Web.House;

namespace Kept.Web.Features.Changes;

/// <summary>Changes, differences and corrections as data, and the feed.</summary>
public static class ChangesTwins
{
    public static void Map(Twins twins, IEndpointRouteBuilder routes)
    {
        twins.ListOr<ChangeShape, ListShape<ChangeShape>, DifferenceShape, DifferenceRow>(
            ChangesLinks.Changes, ChangeList.Of, Changes, http => DifferenceShape.IsAsked(http.Request.Query), DifferenceShape.Of, DifferenceRow.Of, Differences);
        twins.List<CorrectionItem, ListShape<CorrectionItem>>(ChangesLinks.Corrections, (_, reading) => (Lists.Of(CorrectionItem.All(reading), reading), null), Corrections);
        routes.MapGet(ChangesLinks.Feed, ChangesFeed.Answer).ExcludeFromDescription();
    }

    private static readonly CsvColumns<ChangeShape> Changes = new()
    {
        { "entry", c => Number(c.Entry) },
        { "recorded", c => Entry.Instant(c.Recorded) },
        { "effective", c => Iso(c.Effective) },
        { "kind", c => c.Kind },
        { "id", c => c.Id },
        { "title", c => c.Title },
        { "version", c => Number(c.Version) },
        { "what", c => c.What },
        { "fields", c => CsvCell.Join(c.Fields.Select(f => f.Field)) },
        { "in_words", c => c.Words },
        { "why", c => c.Why },
        { "url", c => c.Url },
    };

    private static readonly CsvColumns<DifferenceRow> Differences = new()
    {
        { "what", d => d.What },
        { "kind", d => d.Record.Kind },
        { "id", d => d.Record.Id },
        { "title", d => d.Record.Title },
        { "effective", d => Iso(d.Record.Effective) },
        { "field", d => d.Field.Field },
        { "from", d => Text(d.Field.From) },
        { "to", d => Text(d.Field.To) },
        { "url", d => d.Record.Url },
    };

    private static readonly CsvColumns<CorrectionItem> Corrections = new()
    {
        { "entry", c => Number(c.Entry) },
        { "recorded", c => Entry.Instant(c.Recorded) },
        { "what", c => c.What },
        { "kind", c => c.Kind },
        { "id", c => c.Id },
        { "title", c => c.Title },
        { "of_entry", c => Number(c.Of) },
        { "wrong_from", c => Iso(c.WrongFrom) },
        { "shown_from", c => Entry.Instant(c.ShownFrom) },
        { "shown_until", c => Entry.Instant(c.ShownUntil) },
        { "right_from", c => Iso(c.Effective) },
        { "withheld", c => c.Withheld ? "yes" : "no" },
        { "in_words", c => CsvCell.Join(c.Words) },
        { "why", c => c.Why },
        { "url", c => c.Url },
    };

    private static string? Text(System.Text.Json.JsonElement? value) =>
        value is not { } element ? null : element.ValueKind == System.Text.Json.JsonValueKind.String ? element.GetString() : element.GetRawText();

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Iso(DateOnly day) => Core.Foundation.Dates.Iso(day);
}

/// <summary>One field of one record that differs between two days.</summary>
public sealed record DifferenceRow(string What, DifferingShape Record, FieldChange Field)
{
    public static IEnumerable<DifferenceRow> Of(DifferenceShape difference) =>
        Rows(RecordChange.Added, difference.Added).Concat(Rows(RecordChange.Changed, difference.Changed)).Concat(Rows(RecordChange.Removed, difference.Removed));

    private static IEnumerable<DifferenceRow> Rows(string what, IEnumerable<DifferingShape> records) =>
        records.SelectMany(r => r.Fields.Select(f => new DifferenceRow(what, r, f)));
}
