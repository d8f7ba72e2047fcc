using Kept.Core.Programme;
using Kept.Web.House;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Programme.Commitments;

/// <summary>One commitment: its dates, its owners, every printed wording, its history.</summary>
public sealed class CommitmentModel : PublicPage
{
    public CommitmentShape Shape { get; private set; } = null!;

    public IActionResult OnGet(string id) =>
        Show<Commitment>(id, ProgrammeLinks.Commitment, version => Shape = CommitmentShape.Of(Reading, version));
}
