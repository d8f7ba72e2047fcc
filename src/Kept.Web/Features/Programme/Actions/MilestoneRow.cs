using Kept.Core.Programme;
using Kept.Design.Charts;
using Kept.Web.House;

namespace Kept.Web.Features.Programme.Actions;

/// <summary>A milestone as the chart and the list under it show it. A date that has gone is not for that a thing that happened.</summary>
public sealed record MilestoneRow(MilestoneShape Milestone, MilestoneKind Kind, string State)
{
    public static IReadOnlyList<MilestoneRow> Of(Reading reading, IReadOnlyList<MilestoneShape> milestones) =>
        [.. milestones.OrderBy(m => m.Due.Start ?? m.Due.End ?? DateOnly.MaxValue).ThenBy(m => m.Due.End).Select(m => Row(reading, m))];

    public MilestoneMark Mark => new(Milestone.Title, Milestone.Due.Start, Milestone.Due.End, Kind);

    private static MilestoneRow Row(Reading reading, MilestoneShape m)
    {
        var of = m.Of is { } id ? reading.View.Find<Commitment>(id) : null;
        if (m.Kind == "past") return new(m, MilestoneKind.Happened, "Happened.");
        if (of?.Body.Status == "delivered") return new(m, MilestoneKind.Happened, "Worded as delivered.");
        if (m.Due.End is null) return new(m, MilestoneKind.OpenEnded, "A beginning only. No end date.");
        return new(m, MilestoneKind.Expected, m.Kind switch
        {
            "funding-period" => "The period of the money.",
            "period" => "The period of the work.",
            "context" => "Not a date to be met.",
            _ when m.Due.End >= reading.At => "Expected.",
            _ when of is { } commitment && commitment.PassedWithNothingHeard(reading.At).Any() => "Date passed, and nothing heard.",
            _ => "Date passed.",
        });
    }
}
