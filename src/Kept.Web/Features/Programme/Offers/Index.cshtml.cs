using Kept.Web.House;

namespace Kept.Web.Features.Programme.Offers;

/// <summary>The ways in which the programme offers support.</summary>
public sealed class IndexModel : PublicPage
{
    public IReadOnlyList<OfferItem> Offers => OfferItem.All(Record);
}
