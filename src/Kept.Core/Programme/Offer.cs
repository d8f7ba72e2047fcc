using Kept.Core.Evidence;
using Kept.Core.Organisations;
using Kept.Core.Records;

namespace Kept.Core.Programme;

/// <summary>A way in which the programme offers support.</summary>
[Kind("offer")]
public sealed record Offer : RecordBody
{
    public required string Title { get; init; }
    public int Order { get; init; }
    public string? Summary { get; init; }
    public required Cite Source { get; init; }

    public override IEnumerable<RecordKey> References() => [Source.Key];
}

/// <summary>Something an offer is to produce, or that a body reports to have done.</summary>
[Kind("output")]
public sealed record Output : RecordBody
{
    public required string Text { get; init; }

    /// <summary>The offer it belongs to; absent for what a body reports.</summary>
    public string? Offer { get; init; }

    /// <summary>The body that reports it.</summary>
    public string? ReportedBy { get; init; }
    public int Order { get; init; }
    public Due? Due { get; init; }

    /// <summary>When it happened, as far as printed: YYYY, YYYY-MM or YYYY-MM-DD.</summary>
    public string? Date { get; init; }
    public int? Count { get; init; }
    public string? Qualifier { get; init; }
    public string? Unit { get; init; }

    /// <summary>What the source says of its state, in our words.</summary>
    public string? State { get; init; }
    public string? Recurrence { get; init; }
    public string? Note { get; init; }
    public required Cite Source { get; init; }

    public override IEnumerable<RecordKey> References()
    {
        if (Offer is not null) yield return RecordKey.Of<Offer>(Offer);
        if (ReportedBy is not null) yield return RecordKey.Of<Organisation>(ReportedBy);
        yield return Source.Key;
    }
}
