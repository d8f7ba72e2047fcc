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
}
