using Kept.Core.Records;

namespace Kept.Core.Organisations;

/// <summary>A body, or a kind of body that sources name as one.</summary>
[Kind("organisation")]
public sealed record Organisation : RecordBody
{
    public required string Name { get; init; }

    /// <summary>The language of the name where it is not English, such as "gd".</summary>
    public string? Lang { get; init; }
    public string? Acronym { get; init; }
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    /// <summary>Such as "local authority", "third sector", "regulator".</summary>
    public required string Type { get; init; }

    /// <summary>Whether the programme's documents name it; a council they do not name is here all the same.</summary>
    public bool Named { get; init; }

    /// <summary>The place it serves.</summary>
    public string? Place { get; init; }

    /// <summary>The body under which sources name it together with others, such as all councils as one.</summary>
    public string? PartOf { get; init; }
    public string? Note { get; init; }
    public IReadOnlyList<Evidence.Cite> Sources { get; init; } = [];

    public override IEnumerable<RecordKey> References()
    {
        if (Place is not null) yield return RecordKey.Of<Place>(Place);
        if (PartOf is not null) yield return RecordKey.Of<Organisation>(PartOf);
        foreach (var source in Sources) yield return source.Key;
    }
}
