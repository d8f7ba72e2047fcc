namespace Kept.Core.Questionnaires;

/// <summary>What was done with a reply that may say that somebody is at risk.</summary>
public enum SafeguardingDeed
{
    /// <summary>Staff who read it passed it on.</summary>
    PassedOn,
    Looked,
    Decided,
    HandedOver,

    /// <summary>A second person agreed that nobody is at risk.</summary>
    Confirmed,

    /// <summary>The words were erased; why stands with it.</summary>
    Erased,
}

/// <summary>What those who safeguard decide.</summary>
public enum SafeguardingDecision
{
    ImmediateDanger,
    Concern,
    Wellbeing,
    None,
}

/// <summary>To whom it was handed over.</summary>
public enum HandedTo
{
    Police,
    Ambulance,
    SocialWork,
    NamedLead,
    Health,
}

/// <summary>Why words were erased by hand.</summary>
public enum ErasedBecause
{
    /// <summary>The time for which the rules of child protection keep it is over.</summary>
    TimeIsOver,

    /// <summary>It stands in the records of those whom it was handed over to.</summary>
    HeldElsewhere,

    /// <summary>Whoever wrote it asked for it, and nothing stands against it.</summary>
    AskedFor,

    /// <summary>It was sent by mistake, or to try the form out.</summary>
    Mistake,
}

/// <summary>One look, decision or hand-over. It holds nothing of what was written.</summary>
public sealed class SafeguardingStep
{
    public long Id { get; init; }

    public required string ReplyId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The account that did it.</summary>
    public required string By { get; init; }

    public required SafeguardingDeed Deed { get; init; }

    public SafeguardingDecision? Decision { get; init; }

    public HandedTo? To { get; init; }

    /// <summary>Why the words were erased: one of a closed list, so that none of them can be copied here.</summary>
    public ErasedBecause? Because { get; init; }
}
