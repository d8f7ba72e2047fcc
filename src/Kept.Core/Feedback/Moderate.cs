using Kept.Core.Accounts;
using Kept.Core.Foundation;
using Kept.Core.Programme;
using Kept.Core.Records;

namespace Kept.Core.Feedback;

/// <summary>What an editor can do with a contribution short of publishing it. Nobody decides on their own.</summary>
public static class Moderate
{
    /// <summary>Why this person may not decide on it now; null when they may.</summary>
    public static Refusal? Objection(Contribution contribution, Person by, DateTimeOffset now) =>
        !by.May(Power.Moderate) ? new("Only an editor decides on this.")
        : IsOwn(contribution, by) ? new("You wrote this, entered it, or said yes to it for its body. Somebody else has to decide on it.", "It stays in the queue.")
        : !contribution.Waits ? new("This was decided, or went back to the body, a moment ago.", "Nothing was changed.", "Look at it as it stands now.")
        : contribution.IsClaimedByAnother(by.Id, now) ? new("Another editor is at this.", "Nothing was changed.", "Come back in half an hour, or ask them to let it go.")
        : null;

    /// <summary>Whether the person has had a hand in it.</summary>
    public static bool IsOwn(Contribution contribution, Person by) => contribution.Author == by.Id || contribution.ApprovedBy == by.Id;

    /// <summary>Takes it in hand, so that no other decides meanwhile; and notes the first time that it was read.</summary>
    public static Refusal? Claim(Contribution contribution, Person by, DateTimeOffset now)
    {
        if (Objection(contribution, by, now) is { } refusal) return refusal;
        (contribution.ClaimedBy, contribution.ClaimedUntil) = (by.Id, now + Contribution.ClaimLasts);
        contribution.Note(StepKind.Read, by.Id, now);
        return null;
    }

    public static Refusal? LetGo(Contribution contribution, Person by)
    {
        if (contribution.ClaimedBy != by.Id) return new("You are not at this.");
        Release(contribution);
        contribution.Version++;
        return null;
    }

    /// <summary>Back to the body with a question; the words are kept as they are.</summary>
    public static Refusal? AskBack(Contribution contribution, string? question, Person by, DateTimeOffset now)
    {
        if (Objection(contribution, by, now) is { } refusal) return refusal;
        if (string.IsNullOrWhiteSpace(question)) return new("Write what you want to know.");
        contribution.State = ContributionState.AskedBack;
        Release(contribution);
        contribution.Note(StepKind.AskedBack, by.Id, now, question.Trim());
        return null;
    }

    /// <summary>Not to be published, with the reason for those who sent it.</summary>
    public static Refusal? Reject(Contribution contribution, string? reason, Person by, DateTimeOffset now)
    {
        if (Objection(contribution, by, now) is { } refusal) return refusal;
        if (string.IsNullOrWhiteSpace(reason)) return new("Write why, in plain words. Those who sent it read this.");
        Decide(contribution, ContributionState.Rejected, now);
        contribution.Note(StepKind.Rejected, by.Id, now, reason.Trim());
        return null;
    }

    /// <summary>Answers that were read, and are counted with the others: nothing of them is published.</summary>
    /// <param name="merged">What was put together with it, and is told the same.</param>
    public static Refusal? TakeNote(Contribution contribution, IEnumerable<Contribution> merged, string? words, Person by, DateTimeOffset now)
    {
        if (Objection(contribution, by, now) is { } refusal) return refusal;
        if (contribution.Kind != ContributionKind.Answers) return new("Only answers to a questionnaire are counted without being published.");
        Decide(contribution, ContributionState.Noted, now);
        foreach (var one in merged.Prepend(contribution)) one.Note(StepKind.Coded, by.Id, now, string.IsNullOrWhiteSpace(words) ? null : words.Trim());
        return null;
    }

    /// <summary>Its words go into another contribution of the same body, which is decided for both.</summary>
    public static Refusal? Merge(Contribution contribution, Contribution into, Person by, DateTimeOffset now)
    {
        if (Objection(contribution, by, now) is { } refusal) return refusal;
        if (into.Id == contribution.Id || into.Body != contribution.Body) return new("Choose another contribution of the same body.");
        if (!into.Waits) return new($"{into.Reference} is not waiting any more.", "Nothing was changed.");
        Decide(contribution, ContributionState.Merged, now);
        contribution.MergedInto = into.Id;
        contribution.Note(StepKind.Merged, by.Id, now, $"Together with {into.Reference}");
        into.Told = into.Told.With(contribution.Told);
        into.Note(StepKind.Merged, by.Id, now, $"With the words of {contribution.Reference}");
        return null;
    }

    /// <summary>It belongs to another action than it was sent under.</summary>
    public static Refusal? Route(Contribution contribution, string? action, View record, Person by, DateTimeOffset now)
    {
        if (Objection(contribution, by, now) is { } refusal) return refusal;
        if (action is null || record.Find<PlanAction>(action) is not { } found) return new("Choose an action from the list.");
        contribution.Action = action;
        if (contribution.Kind == ContributionKind.Commitment) contribution.Told = contribution.Told with { Actions = [action] };
        else if (contribution.Kind == ContributionKind.Answers) contribution.About = found.Key.ToString();
        // What was said of the whole action is said of the other one now.
        else if (contribution.About?.StartsWith(RecordKinds.NameOf<PlanAction>() + "/", StringComparison.Ordinal) == true) (contribution.About, contribution.Title) = (found.Key.ToString(), found.Body.Title);
        contribution.Note(StepKind.Routed, by.Id, now, found.Body.Title);
        return null;
    }

    /// <summary>The yes is taken back before its hour came: it waits again, and nothing was published.</summary>
    public static Refusal? TakeBack(Contribution contribution, Person by, DateTimeOffset now)
    {
        if (!by.May(Power.Moderate)) return new("Only an editor decides on this.");
        if (contribution.State != ContributionState.Accepted) return new("This is not waiting for its hour any more.", "Nothing was changed.", "Look at it as it stands now.");
        HoldBack(contribution, by.Id, now, null);
        return null;
    }

    /// <summary>Back into the queue, with the reason why it could not be published when its hour came.</summary>
    public static void HoldBack(Contribution contribution, string by, DateTimeOffset now, string? why)
    {
        (contribution.State, contribution.Decided, contribution.PublishAfter, contribution.AcceptedAs, contribution.AcceptedBy) = (ContributionState.Received, null, null, null, null);
        contribution.Note(StepKind.HeldBack, by, now, why);
    }

    internal static void Decide(Contribution contribution, ContributionState state, DateTimeOffset now)
    {
        contribution.State = state;
        contribution.Decided = now;
        Release(contribution);
    }

    private static void Release(Contribution contribution) => (contribution.ClaimedBy, contribution.ClaimedUntil) = (null, null);
}
