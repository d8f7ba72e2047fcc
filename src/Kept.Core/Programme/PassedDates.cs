using Kept.Core.Records;

namespace Kept.Core.Programme;

/// <summary>
/// Date passed, and nothing heard: the last day of a due date has gone, the commitment is not worded as delivered, and no
/// version of it came into force since. This is not "overdue", which needs that a body was asked.
/// </summary>
public static class PassedDates
{
    /// <summary>The dates of a commitment that passed with nothing heard, on the day given.</summary>
    public static IEnumerable<Due> PassedWithNothingHeard(this Version<Commitment> commitment, DateOnly today) =>
        commitment.Body.Status == "delivered" ? []
            : commitment.Body.Due.Where(d => d.HasPassed(today) && commitment.Effective <= d.End);
}
