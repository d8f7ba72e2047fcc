using Kept.Web.House;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Programme.Plans;

/// <summary>One plan: its areas and actions as cloth, its period, and what it does not hold yet.</summary>
public sealed class PlanModel : PublicPage
{
    public PlanShape Shape { get; private set; } = null!;
    public PlanPicture Picture { get; private set; } = null!;

    public IActionResult OnGet(string id) =>
        Show<Core.Programme.Plan>(id, ProgrammeLinks.Plan, version =>
            (Picture, Shape) = (PlanPicture.Of(Record, version), PlanShape.Of(Reading, version)));
}
