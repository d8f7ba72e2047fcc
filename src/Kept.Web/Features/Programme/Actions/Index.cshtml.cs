using Kept.Core.Programme;
using Kept.Web.House;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Programme.Actions;

/// <summary>The actions of a plan as a list: the picture of the first page in words.</summary>
public sealed class IndexModel : PublicPage
{
    public ListShape<ActionItem> List { get; private set; } = null!;
    public string PlanId { get; private set; } = "";
    public string PlanTitle { get; private set; } = "";

    public IActionResult OnGet(string plan)
    {
        if (ActionList.Of(Reading, plan) is not { } list) return new ProblemResult(Problem.NoSuchPage());
        (List, PlanId) = (list, plan);
        PlanTitle = Record.Find<Plan>(plan)?.Body.Title ?? "this plan";
        return Page();
    }
}
