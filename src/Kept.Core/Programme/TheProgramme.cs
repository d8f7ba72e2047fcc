using Kept.Core.Records;

namespace Kept.Core.Programme;

/// <summary>The programme this installation holds: one record.</summary>
[Kind("programme")]
public sealed record TheProgramme : RecordBody
{
    public required string Title { get; init; }

    /// <summary>What was promised, in our own words, in one sentence said to the people it was made to.</summary>
    public required string Promise { get; init; }

    /// <summary>One or two sentences for a reader who knows nothing of it.</summary>
    public required string Summary { get; init; }

    /// <summary>The day the promise was made.</summary>
    public required Due Made { get; init; }

    /// <summary>The day it is to be kept by, with both readings.</summary>
    public required Due Deadline { get; init; }

    /// <summary>Why there are two readings, and which one the countdown takes.</summary>
    public string? DeadlineNote { get; init; }

    /// <summary>The licence of the record's own words.</summary>
    public string? Licence { get; init; }
    public IReadOnlyList<Evidence.Cite> Sources { get; init; } = [];

    public override IEnumerable<RecordKey> References() => Sources.Select(s => s.Key);
}
