using Kept.Core.Programme;
using Kept.Web.House;

namespace Kept.Web.Features.Programme.Commitments;

/// <summary>The commitments asked for, and how many printed entries fit what was asked.</summary>
public sealed record CommitmentList(IReadOnlyList<CommitmentShape> Items, int Total, long Entry, DateOnly At, int PrintedTotal)
    : ListShape<CommitmentShape>(Items, Total, Entry, At)
{
    public static (CommitmentList? List, Problem? Problem) Of(HttpContext http, Reading reading)
    {
        var (filter, problem) = CommitmentFilter.Read(http.Request.Query, reading.View);
        return problem is null ? (Of(reading, filter!), null) : (null, problem);
    }

    public static CommitmentList Of(Reading reading, CommitmentFilter filter)
    {
        var all = reading.View.All<Commitment>().ToList();
        var items = all.Where(c => filter.Takes(c, reading)).Select(c => CommitmentShape.Of(reading, c)).ToList();
        return new(items, items.Count, reading.View.Entry, reading.At, all.Sum(c => filter.CountPrinted(c, reading))) { Known = reading.Asked.Known };
    }
}
