using Kept.Core.Programme;
using Kept.Web.House;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Programme.Actions;

/// <summary>One action of a plan: is it enough, what is required, who said they would do what, and how we know.</summary>
public sealed class ActionModel : PublicPage
{
    private static readonly string[] AboutCommitments = ["No commitments", "About these commitments"];

    public ActionShape Shape { get; private set; } = null!;

    public IActionResult OnGet(string id) =>
        Show<PlanAction>(id, other => ProgrammeLinks.Action(Record, other), version => Shape = ActionShape.Of(Reading, version));

    /// <summary>How many actions the plan has, for "action 3 of 25".</summary>
    public int ActionsOfPlan => Record.All<PlanAction>().Count(a => a.Body.Plan == Shape.Plan.Id);

    public Plan? Plan => Record.Find<Plan>(Shape.Plan.Id)?.Body;

    public ProgrammeDeadline? Deadline => ProgrammeDeadline.Of(Frame.Programme(Reading));

    public IEnumerable<RemarkShape> CommitmentRemarks => Shape.Remarks.Where(r => AboutCommitments.Contains(r.Topic, StringComparer.Ordinal));

    /// <summary>What else the record says, by topic.</summary>
    public IEnumerable<IGrouping<string, StatementShape>> Also =>
        Shape.Remarks.Except(CommitmentRemarks).Select(r => new StatementShape(r.Id ?? "", r.Topic, r.Text, null, null, r.Source))
            .Concat(Shape.Statements).GroupBy(s => s.Topic, StringComparer.Ordinal);

    /// <summary>The next date to be met that is still to come.</summary>
    public MilestoneShape? Next => Shape.Milestones.Where(m => m.Kind == "due" && m.Due.End >= Reading.At).MinBy(m => m.Due.End);

    public IReadOnlyList<MilestoneRow> Milestones => MilestoneRow.Of(Reading, Shape.Milestones);

    public IReadOnlyList<CitedSource> Sources => CitedSource.Of(Shape);
}
