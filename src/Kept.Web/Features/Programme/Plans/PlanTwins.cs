using System.Globalization;
using Kept.Core.Assessments;
using Kept.Core.Programme;
using Kept.Web.House;

namespace Kept.Web.Features.Programme.Plans;

/// <summary>Plans and priority areas as data.</summary>
public static class PlanTwins
{
    public static void Map(Twins twins)
    {
        twins.List<PlanItem, ListShape<PlanItem>>(ProgrammeLinks.Plans, (_, reading) => (All(reading), null), Columns);
        twins.Record<Plan, PlanShape>("/plans/{id}", (_, id) => ProgrammeLinks.Plan(id), PlanShape.Of);
        twins.Record<PriorityArea, AreaShape>("/plans/{plan}/{id}", (http, id) => ProgrammeLinks.Area(http.Reading().View, id), AreaShape.Of);
    }

    public static ListShape<PlanItem> All(Reading reading) => Lists.Of([.. reading.View.All<Plan>().Select(p => PlanItem.Of(reading, p))], reading);

    private static readonly CsvColumns<PlanItem> Columns = new()
    {
        { "id", p => p.Id },
        { "title", p => p.Title },
        { "published", p => p.Published?.Text ?? "not stated" },
        { "complete_by", p => p.CompleteBy?.Text ?? "not stated" },
        { "period_passed", p => p.PeriodPassed ? "yes" : "no" },
        { "areas", p => Number(p.Areas) },
        { "actions", p => Number(p.Actions) },
        { "underway", p => Number(p.Assessments.GetValueOrDefault("underway")) },
        { "insufficient", p => Number(p.Assessments.GetValueOrDefault("insufficient")) },
        { "little_or_none", p => Number(p.Assessments.GetValueOrDefault("little-or-none")) },
        { "not_assessed", p => Number(p.Assessments.GetValueOrDefault(Categories.NotAssessed)) },
        { "url", p => p.Url },
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
