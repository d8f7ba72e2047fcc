using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Design.Charts;
using Kept.Web.Features.Programme.Commitments;
using Kept.Web.Features.Programme.Plans;
using Kept.Web.House;

namespace Kept.Web.Features.Programme.Home;

/// <summary>Is it done, did the numbers move, is it felt: three counts that are never put together.</summary>
public sealed record ThreeQuestions(
    IReadOnlyList<(string Status, int Count)> ByStatus, int Commitments, int Printed, int Undated, int Heard, int Examples,
    IReadOnlyList<StatementShape> Numbers, IReadOnlyList<StatementShape> Felt)
{
    public int Delivered => ByStatus.FirstOrDefault(s => s.Status == "delivered").Count;

    public IReadOnlyList<DotGroup> Groups =>
        [.. ByStatus.Select(s => new DotGroup(CommitmentMarks.Mark(s.Status), s.Count, Label(s.Status)))];

    public static string Label(string status) => CommitmentStatuses.Label(status) is var words ? char.ToLowerInvariant(words[0]) + words[1..] : "";

    public static ThreeQuestions Of(Reading reading, IReadOnlyList<PlanPicture> pictures)
    {
        var view = reading.View;
        var commitments = view.All<Commitment>().Select(c => c.Body).ToList();
        var said = view.All<TheProgramme>().SelectMany(p => StatementShape.About(view, p.Key)).ToList();
        return new(
            [.. CommitmentStatuses.Ids.Select(s => (s, commitments.Count(c => c.Status == s))).Where(s => s.Item2 > 0)],
            commitments.Count, commitments.Sum(c => c.Printed.Count), commitments.Count(c => c.Due.Count == 0),
            pictures.SelectMany(p => p.Actions).Sum(a => a.Counts.Heard), view.All<Example>().Count(),
            [.. said.Where(s => s.Topic == "Did the numbers move?")], [.. said.Where(s => s.Topic == "Is it felt?")]);
    }
}
