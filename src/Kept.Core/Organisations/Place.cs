using Kept.Core.Records;

namespace Kept.Core.Organisations;

/// <summary>A council area, health board area or integration authority. Its id is its GSS code.</summary>
[Kind("place")]
public sealed record Place : RecordBody
{
    public required string Name { get; init; }

    /// <summary>The language of the name where it is not English, such as "gd".</summary>
    public string? Lang { get; init; }

    /// <summary>council, health-board or integration-authority.</summary>
    public required string Kind { get; init; }
    public IReadOnlyList<string> OtherNames { get; init; } = [];
    public IReadOnlyList<string> PreviousCodes { get; init; } = [];
    public string? HealthBoard { get; init; }
    public string? IntegrationAuthority { get; init; }

    /// <summary>The body that is this place's council.</summary>
    public string? Organisation { get; init; }
    public IReadOnlyList<string> Neighbours { get; init; } = [];

    /// <summary>Three letters, and where the tile stands: column and row from 0. Councils only.</summary>
    public string? Label { get; init; }
    public int? Column { get; init; }
    public int? Row { get; init; }

    /// <summary>How an integration authority is set up; not verified where the note says so.</summary>
    public string? Model { get; init; }
    public string? Note { get; init; }
    public required Evidence.Cite Source { get; init; }

    public override IEnumerable<RecordKey> References()
    {
        foreach (var place in Neighbours.Append(HealthBoard).Append(IntegrationAuthority))
            if (place is not null) yield return RecordKey.Of<Place>(place);
        if (Organisation is not null) yield return RecordKey.Of<Organisation>(Organisation);
        yield return Source.Key;
    }

    public override IEnumerable<string> OtherIds() => PreviousCodes;
}
