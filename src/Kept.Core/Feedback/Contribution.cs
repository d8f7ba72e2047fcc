using Kept.Core.Foundation;

namespace Kept.Core.Feedback;

/// <summary>What kind of thing was sent.</summary>
public enum ContributionKind
{
    /// <summary>How something stands: of a commitment, a milestone, or the body's part in an action.</summary>
    Update,

    /// <summary>Nothing has changed.</summary>
    StillTrue,

    /// <summary>A commitment that the record does not hold yet.</summary>
    Commitment,

    /// <summary>Something in the record is wrong.</summary>
    Correction,

    /// <summary>What was answered to a questionnaire, for a body.</summary>
    Answers,
}

/// <summary>Where a contribution stands.</summary>
public enum ContributionState
{
    /// <summary>Written, and sent to nobody.</summary>
    Draft,

    /// <summary>Waits for a yes within the body.</summary>
    InBody,

    /// <summary>With the programme, not decided.</summary>
    Received,

    /// <summary>Back with the body, with a question.</summary>
    AskedBack,

    /// <summary>Accepted, and waiting for its hour.</summary>
    Accepted,
    Published,

    /// <summary>Read, and kept for what is counted; nothing of it is published.</summary>
    Noted,
    Rejected,

    /// <summary>Its words went into another contribution.</summary>
    Merged,
    Withdrawn,

    /// <summary>Answers that only those who safeguard may read: it stands in no list of staff, and its body is told no more than that it is with the programme.</summary>
    Safeguarded,
}

/// <summary>How it came.</summary>
public enum Provenance
{
    Web,

    /// <summary>By the link in a letter, without signing in.</summary>
    Link,

    /// <summary>In a table of many.</summary>
    Table,
    Paper,
    Telephone,
    Email,
}

/// <summary>One thing a body sent, or is about to send.</summary>
public sealed class Contribution
{
    /// <summary>How long one moderator's claim keeps others from deciding.</summary>
    public static readonly TimeSpan ClaimLasts = TimeSpan.FromMinutes(30);

    public string Id { get; init; } = RandomId.Next();

    /// <summary>What people read out, such as "7F3K-2Q9M".</summary>
    public string Reference { get; init; } = RandomId.Reference();

    /// <summary>The key of the form it came in: sent twice, it is one contribution.</summary>
    public required string FormKey { get; init; }

    public required ContributionKind Kind { get; init; }

    public ContributionState State { get; set; }

    /// <summary>The organisation it comes from.</summary>
    public required string Body { get; init; }

    /// <summary>The record it is about, as "commitment/sssc-codes-review"; null for something new.</summary>
    public string? About { get; set; }

    /// <summary>The version of that record its writer saw.</summary>
    public int? AboutVersion { get; init; }

    /// <summary>The action it belongs to, so that a queue can be narrowed to one.</summary>
    public string? Action { get; set; }

    /// <summary>One line of it, for lists.</summary>
    public required string Title { get; set; }

    /// <summary>What was sent.</summary>
    public required Told Told { get; set; }

    /// <summary>What the editor published where it differs; null where it does not.</summary>
    public Told? Edited { get; set; }

    /// <summary>The account that wrote it.</summary>
    public required string Author { get; init; }

    /// <summary>The account in the body that said yes to it; null where nobody has yet.</summary>
    public string? ApprovedBy { get; set; }

    public required Provenance Provenance { get; init; }

    /// <summary>The day it came, where staff entered it later than that.</summary>
    public DateOnly? CameOn { get; init; }

    public required DateTimeOffset Made { get; init; }

    /// <summary>When it reached the programme.</summary>
    public DateTimeOffset? Sent { get; set; }

    /// <summary>When it was decided.</summary>
    public DateTimeOffset? Decided { get; set; }

    /// <summary>When what was accepted is to be published.</summary>
    public DateTimeOffset? PublishAfter { get; set; }

    /// <summary>What the editor decided, while it waits for its hour; null otherwise.</summary>
    public PublishContribution.Decision? AcceptedAs { get; set; }

    /// <summary>The account whose yes it is, while it waits for its hour.</summary>
    public string? AcceptedBy { get; set; }

    /// <summary>For how long its form was open, in seconds, an hour at most: the burden it was.</summary>
    public int Seconds { get; set; }

    /// <summary>Whether its writer wants to be told when it moves.</summary>
    public bool TellMe { get; set; }

    /// <summary>The moderator who is at it.</summary>
    public string? ClaimedBy { get; set; }

    public DateTimeOffset? ClaimedUntil { get; set; }

    /// <summary>The contribution its words went into.</summary>
    public string? MergedInto { get; set; }

    /// <summary>The entry that published it.</summary>
    public long? Entry { get; set; }

    /// <summary>The public record it became, as "update/..." or "commitment/...".</summary>
    public string? Became { get; set; }

    /// <summary>Counts its changes: whoever decides on an older one is refused.</summary>
    public int Version { get; set; } = 1;

    /// <summary>What happened to it, oldest first.</summary>
    public List<ContributionStep> Steps { get; } = [];

    /// <summary>Whether its body may still change it.</summary>
    public bool IsOpenToItsBody => State is ContributionState.Draft or ContributionState.InBody or ContributionState.AskedBack;

    /// <summary>Whether the programme is to decide on it.</summary>
    public bool Waits => State == ContributionState.Received;

    /// <summary>Whether another than the one who asks is at it.</summary>
    public bool IsClaimedByAnother(string account, DateTimeOffset now) => ClaimedBy is not null && ClaimedBy != account && ClaimedUntil > now;

    /// <summary>Notes what happened, and counts the change.</summary>
    public void Note(StepKind what, string by, DateTimeOffset at, string? words = null, string? link = null)
    {
        Steps.Add(new() { ContributionId = Id, What = what, By = by, At = at, Words = words, Link = link });
        Version++;
    }
}
