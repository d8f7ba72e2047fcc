using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Web.House;

namespace Kept.Web.Features.Programme.Actions;

/// <summary>A dated point on the way. <see cref="Of"/> is the commitment or output whose date it restates.</summary>
public sealed record MilestoneShape(
    string Id, string Title, string Kind, DueShape Due, string? Of, string? OfUrl, IReadOnlyList<string> AlsoOf, string? OfStep, string Basis, SourceShape Source)
{
    /// <summary>Every time its date was said otherwise, oldest first.</summary>
    public IReadOnlyList<DateMoveShape> Moves { get; init; } = [];

    public CorrectionShape? Correction { get; init; }

    public static MilestoneShape From(View view, Version<Milestone> milestone)
    {
        var body = milestone.Body;
        return new(
            milestone.Id, body.Title, body.Due.Kind, DueShape.Of(body.Due), body.Of, body.Of is { } of ? UrlOf(view, of) : null, body.AlsoOf, body.OfStep,
            body.Basis, SourceShape.Of(view, body.Source))
        {
            Moves = DateMoveShape.Of(view, milestone.Key),
            Correction = CorrectionShape.Of(view, milestone.Source),
        };
    }

    private static string? UrlOf(View view, string of) =>
        view.Find<Commitment>(of) is not null ? ProgrammeLinks.Commitment(of)
        : view.Find<Output>(of) is { Body.Offer: { } offer } ? ProgrammeLinks.Offer(offer)
        : null;
}
