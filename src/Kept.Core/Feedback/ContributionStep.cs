namespace Kept.Core.Feedback;

/// <summary>What can happen to a contribution.</summary>
public enum StepKind
{
    Sent,
    ApprovedInBody,

    /// <summary>An editor opened it for the first time.</summary>
    Read,
    AskedBack,
    Answered,
    Routed,
    Accepted,
    HeldBack,
    Published,

    /// <summary>The record says something else because of it.</summary>
    Changed,

    /// <summary>It was read, and is counted with other answers.</summary>
    Coded,

    /// <summary>Something that can be read was made with it.</summary>
    Used,
    Rejected,
    Merged,
    Withdrawn,

    /// <summary>Whoever sent it no longer agrees that anything of it is published.</summary>
    AgreementEnded,
    AgreedAgain,
}

/// <summary>One dated step in the life of a contribution, as its senders see it too.</summary>
public sealed class ContributionStep
{
    public long Id { get; init; }

    public required string ContributionId { get; init; }

    public required StepKind What { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The account; pages show the office.</summary>
    public required string By { get; init; }

    /// <summary>A question, or a reason in plain words.</summary>
    public string? Words { get; init; }

    /// <summary>The record in which it can be seen; of what it was used in, the address.</summary>
    public string? Link { get; init; }
}
