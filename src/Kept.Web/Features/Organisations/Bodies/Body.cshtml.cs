using Kept.Core.Organisations;
using Kept.Web.House;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Organisations.Bodies;

/// <summary>One body: only what falls to it, dates that passed first.</summary>
public sealed class BodyModel : PublicPage
{
    public OrganisationRecordShape Shape { get; private set; } = null!;

    public bool IsCollective => Shape.Members.Count > 0 || Shape.Type.Contains("(collective)", StringComparison.Ordinal);

    public IActionResult OnGet(string id) =>
        Show<Organisation>(id, OrganisationLinks.Organisation, version => Shape = OrganisationRecordShape.Of(Reading, version));

    /// <summary>The parts beside that of an owner, each with what to say of it, where there is anything.</summary>
    public IEnumerable<(string Part, string Id, string Heading, string Words)> BesideOthers
    {
        get
        {
            (string Part, string Id, string Heading, string Words)[] all =
            [
                (BodyCommitment.Partner, "partner", "Commitments it is a partner in", "Somebody else is named as the owner, and this body beside it."),
                (BodyCommitment.About, "concerned", "Commitments about it", "These concern this body. Somebody else is to do them, or nobody is named."),
                (BodyCommitment.OurReading, "our-reading", "Commitments that may be its own", "No owner is named. That it is this body is our reading, and it is not counted as an owner."),
            ];
            return all.Where(p => Shape.With(p.Part).Count > 0);
        }
    }
}
