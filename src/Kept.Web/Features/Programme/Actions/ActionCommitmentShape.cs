using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Web.House;

namespace Kept.Web.Features.Programme.Actions;

/// <summary>A commitment as it is printed under one action; <see cref="Id"/> is the commitment's, <see cref="Printed"/> the id it has here.</summary>
public sealed record ActionCommitmentShape(
    string Id, string Url, string Printed, string Text, string Status, string StatusWording, IReadOnlyList<IdName> Who,
    IReadOnlyList<IdName> WhoInferred, IReadOnlyList<DueShape> Due, bool Passed, SourceShape Source)
{
    /// <summary>Every time the commitment's date was said otherwise, oldest first.</summary>
    public IReadOnlyList<DateMoveShape> Moves { get; init; } = [];

    public CorrectionShape? Correction { get; init; }

    public static IEnumerable<ActionCommitmentShape> Of(View view, Version<Commitment> commitment, string action)
    {
        var passed = view.PassedWithNothingHeard(commitment).Any();
        var (moves, correction) = (DateMoveShape.Of(view, commitment.Key), CorrectionShape.Of(view, commitment.Source));
        return commitment.Body.Printed.Where(p => p.Action == action).Select(p => new ActionCommitmentShape(
            commitment.Id, ProgrammeLinks.Commitment(commitment.Id), p.Id, p.Text, p.Status, p.StatusWording,
            Names.Organisations(view, p.Who), Names.Organisations(view, [.. commitment.Body.WhoInferred.Except(p.Who, StringComparer.Ordinal)]),
            [.. p.Due.Select(DueShape.Of)], passed && p.Due.Count > 0, SourceShape.Of(view, p.Source))
        {
            Moves = moves,
            Correction = correction,
        });
    }
}
