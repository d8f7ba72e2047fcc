using Kept.Core.Evidence;
using Kept.Core.Organisations;
using Kept.Core.Records;

namespace Kept.Core.Programme;

/// <summary>
/// One commitment in the world. Where a document prints it under several actions, <see cref="Printed"/> holds every
/// wording, and the ids it is printed under redirect here.
/// </summary>
[Kind("commitment")]
public sealed record Commitment : RecordBody
{
    public required string Text { get; init; }
    public IReadOnlyList<string> Actions { get; init; } = [];

    /// <summary>Owners the source names. Empty means not stated; an inferred owner is never put here.</summary>
    public IReadOnlyList<string> Who { get; init; } = [];

    /// <summary>Partners named beside the owner.</summary>
    public IReadOnlyList<string> With { get; init; } = [];

    /// <summary>Bodies it is about.</summary>
    public IReadOnlyList<string> Concerns { get; init; } = [];

    /// <summary>Our reading where the source names no owner.</summary>
    public IReadOnlyList<string> WhoInferred { get; init; } = [];

    /// <summary>Its dates; empty means not stated.</summary>
    public IReadOnlyList<Due> Due { get; init; } = [];
    public IReadOnlyList<Amount> Amounts { get; init; } = [];
    public IReadOnlyList<Reach> Reach { get; init; } = [];

    /// <summary>One of <see cref="CommitmentStatuses"/>.</summary>
    public required string Status { get; init; }

    /// <summary>The verb of the source that the status was read from, word for word.</summary>
    public required string StatusWording { get; init; }

    /// <summary>"as worded in ..." or "confirmed by ...".</summary>
    public required string StatusBasis { get; init; }
    public IReadOnlyList<PrintedCommitment> Printed { get; init; } = [];
    public string? Note { get; init; }

    public override IEnumerable<RecordKey> References() =>
    [
        .. Actions.Select(RecordKey.Of<PlanAction>),
        .. Who.Concat(With).Concat(Concerns).Concat(WhoInferred).Select(RecordKey.Of<Organisation>),
        .. Printed.Select(p => p.Source.Key),
    ];

    public override IEnumerable<string> OtherIds() => Printed.Select(p => p.Id);
}

/// <summary>A commitment as printed under one action.</summary>
public sealed record PrintedCommitment(string Id, string Action, string Text, string Status, string StatusWording, Cite Source)
{
    /// <summary>Further verbs where one entry holds several pledges.</summary>
    public IReadOnlyList<string> OtherStatusWordings { get; init; } = [];

    /// <summary>The line of a lead-in that carries the verb.</summary>
    public int? StatusWordingLine { get; init; }
    public IReadOnlyList<string> Who { get; init; } = [];
    public IReadOnlyList<Due> Due { get; init; } = [];

    /// <summary>bullet or paragraph.</summary>
    public string? Form { get; init; }
    public string? Note { get; init; }
}

/// <summary>A sum with the qualifier it is printed with; whole pounds.</summary>
public sealed record Amount(long Value, string? For = null, string? Qualifier = null, string? Period = null);

/// <summary>How many people or things a commitment is to reach; <paramref name="Number"/> absent where no number is printed.</summary>
public sealed record Reach(string Who, int? Number = null, string? Qualifier = null);
