using Kept.Web.Features.Programme.Calendar;
using Kept.Web.House;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Programme.Plans;

/// <summary>One plan: its areas and actions as cloth, its period, and what it does not hold yet.</summary>
public sealed class PlanModel : PublicPage
{
    public PlanShape Shape { get; private set; } = null!;
    public PlanPicture Picture { get; private set; } = null!;

    public CalendarList Calendar { get; private set; } = null!;

    public ProgrammeDeadline? Deadline => ProgrammeDeadline.Of(Frame.Programme(Reading));

    /// <summary>Where the plan's line begins: the day it was published, or from which it is in force.</summary>
    public DateOnly Begins => Picture.Plan.Published?.Start ?? Shape.Effective;

    public IActionResult OnGet(string id) =>
        Show<Core.Programme.Plan>(id, ProgrammeLinks.Plan, version =>
            (Picture, Shape, Calendar) = (PlanPicture.Of(Record, version), PlanShape.Of(Reading, version), CalendarList.Of(Reading.Aside(), CalendarFilter.OfPlan(version.Id))));
}
