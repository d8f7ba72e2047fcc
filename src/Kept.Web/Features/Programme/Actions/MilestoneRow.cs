using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Design.Charts;
using Kept.Web.Features.Programme.Calendar;
using Kept.Web.House;

namespace Kept.Web.Features.Programme.Actions;

/// <summary>A milestone as the pictures and the list under them show it. A date that has gone is not for that a thing that happened.</summary>
public sealed record MilestoneRow(MilestoneShape Milestone, DateState State)
{
    public static IReadOnlyList<MilestoneRow> Of(Reading reading, IReadOnlyList<MilestoneShape> milestones) =>
        [.. milestones.OrderBy(m => m.Due.Start ?? m.Due.End ?? DateOnly.MaxValue).ThenBy(m => m.Due.End).Select(m => Row(reading.View, m))];

    public MilestoneMark Mark => new(Milestone.Title, Milestone.Due.Start, Milestone.Due.End, State switch
    {
        DateState.Happened or DateState.Delivered or DateState.LaterWord => MilestoneKind.Happened,
        DateState.Passed => MilestoneKind.Passed,
        DateState.Open => MilestoneKind.OpenEnded,
        _ => MilestoneKind.Expected,
    });

    public PointMark Point => CalendarMarks.Of(State);

    /// <summary>The points of the narrow picture: what has a last day.</summary>
    public static IReadOnlyList<DatedPoint> Points(IReadOnlyList<MilestoneRow> rows) =>
        [.. rows.Where(r => r.Milestone.Due.End is not null).Select(r => new DatedPoint(r.Milestone.Due.End!.Value, r.Point))];

    public string Say => (State, Milestone.Kind) switch
    {
        (DateState.NotToMeet, "funding-period") => "The period of the money.",
        (DateState.NotToMeet, "period") => "The period of the work.",
        (DateState.Happened, _) => "Happened.",
        (DateState.Open, _) => "A beginning only. No end date.",
        (var state, _) => CalendarMarks.Say(state) + ".",
    };

    private static MilestoneRow Row(View view, MilestoneShape m) => new(m, ProgrammeCalendar.StateOf(view, view.Get<Milestone>(m.Id)));
}
