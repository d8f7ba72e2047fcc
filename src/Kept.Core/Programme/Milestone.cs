using Kept.Core.Evidence;
using Kept.Core.Records;

namespace Kept.Core.Programme;

/// <summary>A dated point on the way: of an action, or of the programme when <see cref="Action"/> is absent.</summary>
[Kind("milestone")]
public sealed record Milestone : RecordBody
{
    public required string Title { get; init; }
    public string? Action { get; init; }
    public required Due Due { get; init; }

    /// <summary>The commitment or output whose date this restates: shown once in calendars.</summary>
    public string? Of { get; init; }

    /// <summary>The id under which that commitment is printed, where it differs.</summary>
    public string? OfPrinted { get; init; }

    /// <summary>Further records that it restates.</summary>
    public IReadOnlyList<string> AlsoOf { get; init; } = [];

    /// <summary>A next step that it restates.</summary>
    public string? OfStep { get; init; }

    /// <summary>Where the date stands: commitment, timetable, requirement, heard, next-step, support-offer, plan, promise...</summary>
    public required string Basis { get; init; }
    public required Cite Source { get; init; }

    public override IEnumerable<RecordKey> References()
    {
        if (Action is not null) yield return RecordKey.Of<PlanAction>(Action);
        foreach (var of in AlsoOf.Prepend(Of))
        {
            if (of is null) continue;
            yield return RecordKey.Of<Commitment>(of);
            yield return RecordKey.Of<Output>(of);
        }
        yield return Source.Key;
    }
}
