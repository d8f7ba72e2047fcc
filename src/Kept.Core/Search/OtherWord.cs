using Kept.Core.Records;

namespace Kept.Core.Search;

/// <summary>Words people type, and the words under which the record speaks of the same thing. Looking for one of the first also finds the second.</summary>
[Kind("other-word")]
public sealed record OtherWord : RecordBody
{
    /// <summary>Words or short runs of words as people type them.</summary>
    public IReadOnlyList<string> Typed { get; init; } = [];

    /// <summary>What is looked for besides; a run of words is found where all of them stand.</summary>
    public IReadOnlyList<string> Finds { get; init; } = [];

    /// <summary>Why, where it is not plain.</summary>
    public string? Note { get; init; }
}
