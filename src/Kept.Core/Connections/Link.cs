using Kept.Core.Evidence;
using Kept.Core.Programme;
using Kept.Core.Records;

namespace Kept.Core.Connections;

/// <summary>A link from an action to another action or an area.</summary>
[Kind("link")]
public sealed record Link : RecordBody
{
    public required string From { get; init; }
    public required string To { get; init; }

    /// <summary>action or area.</summary>
    public required string ToKind { get; init; }

    /// <summary>explicit (the text says they are linked), named (the other is named in a dependence), implied (our reading).</summary>
    public required string Strength { get; init; }
    public required string Reason { get; init; }

    /// <summary>The part of the action's text it stands in.</summary>
    public string? Section { get; init; }
    public required Cite Source { get; init; }

    public override IEnumerable<RecordKey> References() => [RecordKey.Of<PlanAction>(From), new(ToKind, To), Source.Key];
}
