using Kept.Core.Evidence;
using Kept.Core.Records;

namespace Kept.Core.Programme;

/// <summary>What carries a printed date. The order says which of several records of one date leads.</summary>
public enum DatedIn
{
    Commitment,
    Output,
    NextStep,
    Plan,
    Programme,
    Milestone,
    Timetable,
    Statement,
}

/// <summary>One date as one record prints it.</summary>
/// <param name="Part">The next step or timetable step within the record; null for the record itself.</param>
/// <param name="Ordinal">Which of its dates, from 1.</param>
/// <param name="Title">What is to happen, in our summary.</param>
public sealed record DatedRecord(DatedIn Kind, RecordVersion Version, string? Part, int Ordinal, string Title, Due Due, Cite Source)
{
    public RecordKey Record => Version.Entry.Record;

    public IReadOnlyList<string> Actions { get; init; } = [];

    /// <summary>Bodies the source names as the ones who do it.</summary>
    public IReadOnlyList<string> Who { get; init; } = [];

    /// <summary>Bodies named as partners beside them.</summary>
    public IReadOnlyList<string> With { get; init; } = [];

    /// <summary>The offer an output belongs to.</summary>
    public string? Offer { get; init; }

    /// <summary>Whether both mean the same days.</summary>
    internal bool HasDaysOf(DatedRecord other) => Due.Kind == other.Due.Kind && Due.Start == other.Due.Start && Due.End == other.Due.End;
}
