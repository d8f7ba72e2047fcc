using Kept.Core.Assessments;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Web.Features.Programme.Actions;
using Kept.Web.House;

namespace Kept.Web.Features.Programme.Plans;

/// <summary>One priority area and its actions: a strip of the cloth.</summary>
public sealed record AreaStrip(IdTitle Area, string Url, IReadOnlyList<ActionItem> Actions);

/// <summary>Is it enough? The actions of a plan by area, each with what was last published of it.</summary>
public sealed record PlanPicture(string Id, Plan Plan, IReadOnlyList<AreaStrip> Strips)
{
    public IEnumerable<ActionItem> Actions => Strips.SelectMany(s => s.Actions);

    public int Total => Strips.Sum(s => s.Actions.Count);

    public int Count(string category) => Actions.Count(a => a.Assessment.Category == category);

    /// <summary>The categories that have an action, in their order, with how many.</summary>
    public IEnumerable<(string Category, int Count)> Tally => Categories.Ids.Select(c => (c, Count(c))).Where(c => c.Item2 > 0);

    /// <summary>The newest assessment of any of its actions, or null.</summary>
    public AssessmentShape? Newest => Actions.Select(a => a.Assessment).Where(a => a.IsAssessed).MaxBy(a => a.Effective);

    public static PlanPicture Of(View view, Version<Plan> plan)
    {
        var actions = ActionItem.All(view, plan.Id);
        var strips = view.All<PriorityArea>().Where(a => a.Body.Plan == plan.Id).OrderBy(a => a.Body.Order)
            .Select(a => new AreaStrip(new(a.Id, a.Body.Title), ProgrammeLinks.Area(plan.Id, a.Id), [.. actions.Where(x => x.Area.Id == a.Id)]));
        return new(plan.Id, plan.Body, [.. strips]);
    }

    /// <summary>The picture of every plan that has actions on the date.</summary>
    public static IReadOnlyList<PlanPicture> All(View view) => [.. view.All<Plan>().Select(p => Of(view, p)).Where(p => p.Total > 0)];
}
