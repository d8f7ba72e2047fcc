using Kept.Core.Records;

namespace Kept.Core.Programme;

/// <summary>
/// Date passed, and nothing heard: the last day of a due date has gone, the commitment is not worded as delivered, no version
/// of it came into force since, and no body has said anything of it since. This is not "overdue", which needs that a body was asked.
/// </summary>
public static class PassedDates
{
    /// <summary>The dates of a commitment that passed with nothing heard, on the day of the View.</summary>
    public static IEnumerable<Due> PassedWithNothingHeard(this View view, Version<Commitment> commitment)
    {
        if (commitment.Body.Status == "delivered") return [];
        var passed = commitment.Body.Due.Where(d => d.HasPassed(view.At) && commitment.Effective <= d.End).ToList();
        // Asked for only where it matters: few dates have passed.
        if (passed.Count == 0 || view.UpdatesOf(commitment.Key) is not [var last, ..]) return passed;
        return passed.Where(d => last.Effective <= d.End);
    }
}
