using Kept.Core.Evidence;
using Kept.Core.Records;

namespace Kept.Core.Programme;

/// <summary>A set of terms the programme thinks in: fundamentals, foundations, vision statements, dimensions.</summary>
[Kind("scheme")]
public sealed record Scheme : RecordBody
{
    public required string Title { get; init; }
    public required string Summary { get; init; }
    public int Order { get; init; }
    public required Cite Source { get; init; }

    public override IEnumerable<RecordKey> References() => [Source.Key];
}

/// <summary>One term of a scheme. Its record id is "scheme.term", so that two schemes may share a word.</summary>
[Kind("term")]
public sealed record Term : RecordBody
{
    public required string Scheme { get; init; }
    public required string Title { get; init; }
    public string? Text { get; init; }
    public int Order { get; init; }

    /// <summary>The record id of a term it belongs under, such as a theme's foundation.</summary>
    public string? Under { get; init; }
    public required Cite Source { get; init; }

    public override IEnumerable<RecordKey> References()
    {
        yield return RecordKey.Of<Scheme>(Scheme);
        if (Under is not null) yield return RecordKey.Of<Term>(Under);
        yield return Source.Key;
    }
}
