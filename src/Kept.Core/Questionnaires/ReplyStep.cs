namespace Kept.Core.Questionnaires;

/// <summary>What can become of a reply that goes to no queue.</summary>
public enum ReplyDeed
{
    /// <summary>Staff said for the first time that they have read it.</summary>
    Read,

    /// <summary>Something that can be read was made with it.</summary>
    Used,

    /// <summary>What may be done with it was changed, by whoever holds its reference.</summary>
    Agreed,
}

/// <summary>One dated step in the life of a reply from people who act for no body, as its sender sees it too. It holds nothing of what was written.</summary>
public sealed class ReplyStep
{
    public long Id { get; init; }

    public required string ReplyId { get; init; }

    public required ReplyDeed What { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The account; nobody is shown it.</summary>
    public required string By { get; init; }

    /// <summary>The address of what it was used in.</summary>
    public string? Link { get; init; }

    /// <summary>What was agreed to from then on, where that is the step; otherwise null.</summary>
    public bool? MayBeUsed { get; init; }

    public bool? MayBePublished { get; init; }
}
