using Kept.Core.Programme;
using Kept.Core.Records;

namespace Kept.Web.Features.Programme.Plans;

/// <summary>Dates of the programme that stand under no action. No such date names a plan: it is shown with the plan whose source prints it.</summary>
public static class WholeProgramme
{
    public static IEnumerable<Version<Milestone>> MilestonesIn(View view, Plan plan) =>
        view.All<Milestone>().Where(m => m.Body.Action is null && m.Body.Source.Id == plan.Source.Id)
            .OrderBy(m => m.Body.Due.Start ?? m.Body.Due.End ?? DateOnly.MaxValue).ThenBy(m => m.Body.Due.End).ThenBy(m => m.Body.Source.Lines?[0]);

    /// <summary>The page and place where such a date is shown; the first page where no plan is in force.</summary>
    public static string PageOf(View view, string id, Milestone milestone) =>
        view.All<Plan>().FirstOrDefault(p => p.Body.Source.Id == milestone.Source.Id) is { } plan ? $"{ProgrammeLinks.Plan(plan.Id)}#{id}" : "/";
}
