using Kept.Core.Records;

namespace Kept.Core.Feedback;

/// <summary>
/// What follows for a contribution when whoever sent it no longer agrees that anything of it is published, or agrees again. Words went with
/// others where it was put together with them: what holds them comes down too, and the others wait anew.
/// </summary>
public static class Agreement
{
    /// <summary>How the record says why words were erased.</summary>
    public const string Why = "Whoever sent this no longer agrees that it is published.";

    private const string Apart = "Who sent what it stood together with took their agreement back. It is decided by itself now.";

    /// <summary>What erases the words that were published of it, in every version of them; null where nothing stands in the record.</summary>
    /// <param name="into">The contributions its words went into, one into the next.</param>
    public static Change? TakesDown(Contribution it, IReadOnlyList<Contribution> into, View record)
    {
        var writes = Standing(it, into).SelectMany(key => record.History(key)).Where(v => v is { IsStatement: true, IsRedacted: false, IsDeletion: false })
            .OrderBy(v => v.Entry.Number).Select(v => Write.Redact(v.Entry.Record, v.Entry.Number, null)).ToList();
        return writes.Count == 0 ? null : new(writes);
    }

    /// <summary>The public records that hold words of it.</summary>
    public static IReadOnlyList<RecordKey> Standing(Contribution it, IReadOnlyList<Contribution> into) =>
        [.. into.Prepend(it).Select(c => c.Became).OfType<string>().Distinct(StringComparer.Ordinal).Select(k => RecordKey.Parse(k))];

    /// <summary>Nothing of it is published any more, nor waits to be.</summary>
    /// <param name="with">Those whose words went into it: they are decided by themselves now.</param>
    public static void Ended(Contribution it, IReadOnlyList<Contribution> into, IReadOnlyList<Contribution> with, string by, DateTimeOffset now)
    {
        foreach (var other in into) Without(other, it.Told, by, now);
        foreach (var other in with)
        {
            if (other.State == ContributionState.Merged) (other.State, other.Decided) = (ContributionState.Received, null);
            other.MergedInto = null;
            other.Note(StepKind.HeldBack, by, now, Apart);
            it.Told = it.Told.Without(other.Told);
        }
        (it.MergedInto, it.Became, it.Entry, it.Edited, it.PublishAfter, it.AcceptedAs, it.AcceptedBy) = (null, null, null, null, null, null, null);
        if (it.State == ContributionState.Withdrawn) return;
        // What was decided without publishing it stays as decided; and those who safeguard go on with what is theirs.
        if (it.State is not (ContributionState.Noted or ContributionState.Rejected or ContributionState.Safeguarded)) Moderate.Decide(it, ContributionState.Withdrawn, now);
        it.Note(StepKind.AgreementEnded, by, now);
    }

    /// <summary>It comes back from those who safeguard, and may not be published: it is in no queue.</summary>
    public static void StaysOut(Contribution it, DateTimeOffset now)
    {
        if (it.State != ContributionState.Safeguarded) return;
        Moderate.Decide(it, ContributionState.Withdrawn, now);
        it.Version++;
    }

    /// <summary>Its sender agrees again: it waits to be decided, unless its body took it back.</summary>
    public static void Again(Contribution it, string by, DateTimeOffset now)
    {
        if (it.State != ContributionState.Withdrawn || it.Steps.LastOrDefault(s => s.What is StepKind.AgreementEnded or StepKind.Withdrawn)?.What != StepKind.AgreementEnded) return;
        (it.State, it.Decided) = (ContributionState.Received, null);
        it.Note(StepKind.AgreedAgain, by, now);
    }

    private static void Without(Contribution other, Told gone, string by, DateTimeOffset now)
    {
        other.Told = other.Told.Without(gone);
        if (other.State == ContributionState.Accepted || other.Became is not null)
        {
            if (other.State is ContributionState.Accepted or ContributionState.Published) Moderate.HoldBack(other, by, now, Apart);
            (other.Became, other.Entry, other.Edited) = (null, null, null);
        }
        other.Version++;
    }
}
