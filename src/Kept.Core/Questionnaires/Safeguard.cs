namespace Kept.Core.Questionnaires;

/// <summary>
/// What those who safeguard do with a reply. "Nobody is at risk" needs two people: until the second agrees, nobody else reads it.
/// </summary>
public static class Safeguard
{
    /// <summary>Staff pass on a reply that they read: from then on they no longer do.</summary>
    public static SafeguardingStep? PassOn(Reply reply, string by, DateTimeOffset now)
    {
        if (reply.Sent is null || reply.IsSafeguarded) return null;
        (reply.AtRisk, reply.IsSafeguarded) = (true, true);
        reply.Revision++;
        return Step(reply, by, now, SafeguardingDeed.PassedOn);
    }

    public static SafeguardingStep Look(Reply reply, string by, DateTimeOffset now) => Step(reply, by, now, SafeguardingDeed.Looked);

    /// <summary>A decision, or why it cannot be taken: nobody decides on what they have not read.</summary>
    public static (SafeguardingStep? Step, string? Why) Decide(Reply reply, IReadOnlyList<SafeguardingStep> before, SafeguardingDecision? decision, string by, DateTimeOffset now)
    {
        if (decision is null) return (null, "Choose what you decide.");
        return HasLooked(before, by) ? (Step(reply, by, now, SafeguardingDeed.Decided, decision), null) : (null, "Open what was written first.");
    }

    public static (SafeguardingStep? Step, string? Why) HandOver(Reply reply, HandedTo? to, string by, DateTimeOffset now) =>
        to is null ? (null, "Choose to whom it was handed over.") : (Step(reply, by, now, SafeguardingDeed.HandedOver, to: to), null);

    /// <summary>A second person agrees that nobody is at risk: then it is read like every other reply.</summary>
    public static (SafeguardingStep? Step, string? Why) Confirm(Reply reply, IReadOnlyList<SafeguardingStep> before, string by, DateTimeOffset now)
    {
        if (DecisionOf(before) is not { Decision: SafeguardingDecision.None } none) return (null, "There is nothing to agree to.");
        if (none.By == by) return (null, "Somebody else has to agree: nobody confirms their own decision.");
        if (reply.Erased is not null) return (null, "What was written is erased.");
        if (!HasLooked(before, by)) return (null, "Open what was written first.");
        reply.IsSafeguarded = false;
        reply.Revision++;
        return (Step(reply, by, now, SafeguardingDeed.Confirmed), null);
    }

    /// <summary>Erases what was written, for a reason; that it came, and what was done, stays.</summary>
    public static (SafeguardingStep? Step, string? Why) Erase(Reply reply, IReadOnlyList<SafeguardingStep> before, ErasedBecause? because, string by, DateTimeOffset now)
    {
        if (reply.Erased is not null) return (null, "It is erased already.");
        if (because is null) return (null, "Choose why it is erased.");
        if (DecisionOf(before) is not { } decided) return (null, "Decide on it first.");
        if (decided.Decision == SafeguardingDecision.None && reply.IsSafeguarded) return (null, "A second person has to agree first that nobody is at risk.");
        reply.Empty(now);
        return (new() { ReplyId = reply.Id, At = now, By = by, Deed = SafeguardingDeed.Erased, Because = because }, null);
    }

    /// <summary>The decision that counts: the last.</summary>
    public static SafeguardingStep? DecisionOf(IEnumerable<SafeguardingStep> steps) => steps.Where(s => s.Deed == SafeguardingDeed.Decided).MaxBy(s => s.At);

    private static bool HasLooked(IEnumerable<SafeguardingStep> steps, string by) => steps.Any(s => s.Deed == SafeguardingDeed.Looked && s.By == by);

    private static SafeguardingStep Step(Reply reply, string by, DateTimeOffset now, SafeguardingDeed deed, SafeguardingDecision? decision = null, HandedTo? to = null) =>
        new() { ReplyId = reply.Id, At = now, By = by, Deed = deed, Decision = decision, To = to };
}
