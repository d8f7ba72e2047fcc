using Kept.Core.Evidence;
using Kept.Core.Records;

namespace Kept.Core.Programme;

/// <summary>A plan of the programme.</summary>
[Kind("plan")]
public sealed record Plan : RecordBody
{
    public required string Title { get; init; }
    public string? Summary { get; init; }

    /// <summary>Its place in the series, and how many the series is said to have.</summary>
    public int? Number { get; init; }
    public int? SeriesOf { get; init; }
    public Due? Published { get; init; }

    /// <summary>When its actions are to be complete.</summary>
    public Due? CompleteBy { get; init; }

    /// <summary>The scheme whose terms it is set out under, where it has a frame of its own.</summary>
    public string? Frame { get; init; }
    public string? Note { get; init; }
    public required Cite Source { get; init; }

    public override IEnumerable<RecordKey> References()
    {
        if (Frame is not null) yield return RecordKey.Of<Scheme>(Frame);
        yield return Source.Key;
    }
}

/// <summary>A priority area of a plan.</summary>
[Kind("area")]
public sealed record PriorityArea : RecordBody
{
    public required string Title { get; init; }
    public required string Plan { get; init; }
    public int Order { get; init; }
    public required Cite Source { get; init; }

    public override IEnumerable<RecordKey> References() => [RecordKey.Of<Plan>(Plan), Source.Key];
}
