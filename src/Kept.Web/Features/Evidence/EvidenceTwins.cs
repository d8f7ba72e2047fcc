using Kept.Core.Evidence;
using Kept.Web.Features.Evidence.Sources;
using Kept.Web.House;

namespace Kept.Web.Features.Evidence;

/// <summary>Sources as data.</summary>
public static class EvidenceTwins
{
    public static void Map(Twins twins)
    {
        twins.List<SourceRecordShape, ListShape<SourceRecordShape>>(EvidenceLinks.Sources, (_, reading) => (SourceList.Of(reading), null), Columns);
        twins.Record<Source, SourceRecordShape>("/sources/{id}", (_, id) => EvidenceLinks.Source(id), SourceRecordShape.Of);
    }

    private static readonly CsvColumns<SourceRecordShape> Columns = new()
    {
        { "id", s => s.Id },
        { "title", s => s.Title },
        { "publisher", s => s.Publisher ?? "not stated" },
        { "published", s => s.Published ?? "not stated" },
        { "kind", s => s.Kind },
        { "sha256", s => s.Sha256 },
        { "lines", s => s.Lines?.ToString(System.Globalization.CultureInfo.InvariantCulture) },
        { "records", s => s.Total.ToString(System.Globalization.CultureInfo.InvariantCulture) },
        { "note", s => s.Note },
        { "url", s => s.Url },
    };
}
