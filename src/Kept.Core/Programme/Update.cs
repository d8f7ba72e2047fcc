using Kept.Core.Organisations;
using Kept.Core.Records;

namespace Kept.Core.Programme;

/// <summary>
/// What a body says of a commitment, a milestone or its part in an action, in its own words. It stands beside what the
/// documents say and never in place of it. It is true from its effective day.
/// </summary>
[Kind("update")]
public sealed record Update : RecordBody
{
    /// <summary>The record it is about, as "commitment/sssc-codes-review".</summary>
    public required string Of { get; init; }

    /// <summary>The organisation that says it.</summary>
    public required string Body { get; init; }

    /// <summary>Its words; absent where it only confirms.</summary>
    public string? Said { get; init; }

    /// <summary>Whether an editor shortened or changed the words before they were published.</summary>
    public bool Edited { get; init; }

    /// <summary>Whether it says only that nothing has changed.</summary>
    public bool StillTrue { get; init; }

    /// <summary>How the body says it stands, one of <see cref="CommitmentStatuses"/>; absent where it does not say.</summary>
    public string? Status { get; init; }

    /// <summary>Date words that the body gave instead of the earlier ones.</summary>
    public string? NewDate { get; init; }

    /// <summary>Why the date moved.</summary>
    public string? WhyMoved { get; init; }
    public IReadOnlyList<Proof> Evidence { get; init; } = [];

    /// <summary>The statutory reports it also feeds: see <see cref="StatutoryReports"/>.</summary>
    public IReadOnlyList<string> Reports { get; init; } = [];

    /// <summary>The day the body sent it.</summary>
    public DateOnly Sent { get; init; }

    /// <summary>How it came, in words: "through Kept", "on paper", "by telephone".</summary>
    public required string Came { get; init; }

    public override IEnumerable<RecordKey> References() => [RecordKey.Parse(Of), RecordKey.Of<Organisation>(Body)];
}

/// <summary>What a body points to: what it shows, and where it can be read.</summary>
public sealed record Proof(string Text, string? Address = null);
