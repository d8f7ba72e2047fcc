using System.Globalization;
using Kept.Core.Programme;
using Kept.Web.House;

namespace Kept.Web.Features.Programme.Offers;

/// <summary>Offers of support as data.</summary>
public static class OfferTwins
{
    public static void Map(Twins twins)
    {
        twins.List<OfferItem, ListShape<OfferItem>>(ProgrammeLinks.Offers, (_, reading) => (Lists.Of(OfferItem.All(reading.View), reading), null), Columns);
        twins.Record<Offer, OfferShape>("/offers/{id}", (_, id) => ProgrammeLinks.Offer(id), OfferShape.Of);
    }

    private static readonly CsvColumns<OfferItem> Columns = new()
    {
        { "id", o => o.Id },
        { "title", o => o.Title },
        { "summary", o => o.Summary ?? "not stated" },
        { "order", o => o.Order.ToString(CultureInfo.InvariantCulture) },
        { "outputs", o => o.Outputs.ToString(CultureInfo.InvariantCulture) },
        { "outputs_with_a_date", o => o.Dated.ToString(CultureInfo.InvariantCulture) },
        { "source_id", o => o.Source.Id },
        { "source_lines", o => o.Source.Lines is { } l ? string.Join('-', l) : null },
        { "url", o => o.Url },
    };
}
