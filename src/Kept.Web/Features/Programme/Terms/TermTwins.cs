using System.Globalization;
using Kept.Core.Programme;
using Kept.Web.House;

namespace Kept.Web.Features.Programme.Terms;

/// <summary>Schemes and their terms as data.</summary>
public static class TermTwins
{
    public static void Map(Twins twins)
    {
        twins.List<SchemeItem, ListShape<SchemeItem>>(ProgrammeLinks.Terms, (_, reading) => (Lists.Of(SchemeItem.All(reading.View), reading), null), Schemes);
        twins.RecordWithItems<Scheme, TermItem, SchemeShape>("/terms/{id}", ProgrammeLinks.Scheme, SchemeShape.Of, Terms);
        twins.Record<Term, TermShape>("/terms/{scheme}/{term}", (_, id) => ProgrammeLinks.Term(id), TermShape.Of, http => $"{http.GetRouteValue("scheme")}.{http.GetRouteValue("term")}");
    }

    private static readonly CsvColumns<SchemeItem> Schemes = new()
    {
        { "id", s => s.Id },
        { "title", s => s.Title },
        { "summary", s => s.Summary },
        { "terms", s => s.Terms.ToString(CultureInfo.InvariantCulture) },
        { "source_id", s => s.Source.Id },
        { "source_lines", s => s.Source.Lines is { } l ? string.Join('-', l) : null },
        { "url", s => s.Url },
    };

    private static readonly CsvColumns<TermItem> Terms = new()
    {
        { "id", t => t.Id },
        { "title", t => t.Title },
        { "text", t => t.Text ?? "not stated" },
        { "order", t => t.Order.ToString(CultureInfo.InvariantCulture) },
        { "under_id", t => t.Under?.Id },
        { "under", t => t.Under?.Title },
        { "theme_ids", t => CsvCell.Join(t.Themes.Select(x => x.Id)) },
        { "themes", t => CsvCell.Join(t.Themes.Select(x => x.Title)) },
        { "source_id", t => t.Source.Id },
        { "source_lines", t => t.Source.Lines is { } l ? string.Join('-', l) : null },
        { "url", t => t.Url },
    };
}
