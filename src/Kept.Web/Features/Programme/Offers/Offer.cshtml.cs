using Kept.Web.House;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Programme.Offers;

/// <summary>One offer of support: what it is to produce, by when, and what the source says of it.</summary>
public sealed class OfferModel : PublicPage
{
    public OfferShape Shape { get; private set; } = null!;

    public IActionResult OnGet(string id) =>
        Show<Core.Programme.Offer>(id, ProgrammeLinks.Offer, version => Shape = OfferShape.Of(Reading, version));
}
