using Kept.Core.Connections;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Web.Features.Programme.Actions;
using Kept.Web.House;

namespace Kept.Web.Features.Programme.Plans;

/// <summary>A priority area of a plan, its actions, and the links that name all of it.</summary>
public sealed record AreaShape : RecordShape
{
    public required string Title { get; init; }
    public required IdTitle Plan { get; init; }
    public required int Order { get; init; }
    public required IReadOnlyList<ActionItem> Actions { get; init; }

    /// <summary>Sums over its actions.</summary>
    public required ActionCounts Counts { get; init; }
    public required IReadOnlyList<LinkShape> LinksIn { get; init; }
    public required SourceShape Source { get; init; }
    public required IReadOnlyList<HistoryShape> History { get; init; }

    public static AreaShape Of(Reading reading, Version<PriorityArea> version)
    {
        var (view, body) = (reading.View, version.Body);
        IReadOnlyList<ActionItem> actions = [.. ActionItem.All(view, body.Plan).Where(a => a.Area.Id == version.Id)];
        var shape = new AreaShape
        {
            Id = version.Id,
            Url = ProgrammeLinks.Area(body.Plan, version.Id),
            Version = version.Entry.Version,
            Entry = 0,
            Effective = version.Effective,
            EffectiveText = body.EffectiveText,
            Recorded = version.Entry.Recorded,
            Correction = CorrectionShape.Of(view, version.Source),
            Title = body.Title,
            Plan = Names.Plan(view, body.Plan),
            Order = body.Order,
            Actions = actions,
            Counts = actions.Aggregate(ActionCounts.None, (sum, a) => sum + a.Counts),
            LinksIn = [.. view.Naming<Link>(version.Key).Where(l => l.Body.ToKind == "area").Select(l => LinkShape.Of(view, l))],
            Source = SourceShape.Of(view, body.Source),
            History = HistoryShape.Of(view, version.Key),
        };
        return shape with { Entry = view.Entry };
    }
}
