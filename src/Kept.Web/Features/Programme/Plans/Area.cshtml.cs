using Kept.Core.Programme;
using Kept.Web.House;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Programme.Plans;

/// <summary>One priority area: its actions, whether they are enough, who leads them.</summary>
public sealed class AreaModel : PublicPage
{
    public AreaShape Shape { get; private set; } = null!;

    public IActionResult OnGet(string id) =>
        Show<PriorityArea>(id, other => ProgrammeLinks.Area(Record, other), version => Shape = AreaShape.Of(Reading, version));
}
