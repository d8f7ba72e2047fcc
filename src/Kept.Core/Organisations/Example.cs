using Kept.Core.Evidence;
using Kept.Core.Records;

namespace Kept.Core.Organisations;

/// <summary>An example of local change that a source reports.</summary>
[Kind("example")]
public sealed record Example : RecordBody
{
    public required string Place { get; init; }
    public required string Heading { get; init; }

    /// <summary>Our reading of what it is about.</summary>
    public string? Theme { get; init; }
    public IReadOnlyList<string> Facts { get; init; } = [];
    public IReadOnlyList<Figure> Figures { get; init; } = [];
    public required Cite Source { get; init; }

    public override IEnumerable<RecordKey> References() => [RecordKey.Of<Place>(Place), Source.Key];
}

/// <summary>A figure as its source prints it. Values are decimals written as text.</summary>
public sealed record Figure(string Id, string Measure)
{
    public string? Value { get; init; }
    public string? Unit { get; init; }
    public string? Qualifier { get; init; }
    public string? Date { get; init; }
    public string? FromValue { get; init; }
    public string? FromQualifier { get; init; }
    public string? FromDate { get; init; }
    public string? ToValue { get; init; }
    public string? ToDate { get; init; }

    /// <summary>The change as the source words it.</summary>
    public string? ChangePrinted { get; init; }

    /// <summary>A figure under the small-number threshold: quoted as printed, never charted, combined or differenced.</summary>
    public bool SmallNumber { get; init; }
    public string? Note { get; init; }
}
