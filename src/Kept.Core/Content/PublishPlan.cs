using Kept.Core.Foundation;
using Kept.Core.Records;

namespace Kept.Core.Content;

/// <summary>What publishing a file would write, or what speaks against it. With one error or refusal nothing is written.</summary>
public sealed class PublishPlan
{
    internal PublishPlan(Problems problems, IReadOnlyList<Refusal>? refusals = null, IReadOnlyList<StaleRecord>? stale = null) =>
        (Errors, Warnings, Refusals, Stale) = ([.. problems.Errors.OrderBy(e => e.Line)], [.. problems.Warnings.OrderBy(e => e.Line)], refusals ?? [], stale ?? []);

    /// <summary>For one Act, whose way is <see cref="PublishRecords.Via"/>.</summary>
    public Change Change { get; internal init; } = new([]);

    /// <summary>What is wrong with the file, by line.</summary>
    public IReadOnlyList<PackProblem> Errors { get; }

    public IReadOnlyList<PackProblem> Warnings { get; }

    /// <summary>What the Register would refuse.</summary>
    public IReadOnlyList<Refusal> Refusals { get; }

    public IReadOnlyList<StaleRecord> Stale { get; }

    /// <summary>Every entry that would be written, in order.</summary>
    public IReadOnlyList<PlannedEntry> Entries { get; internal init; } = [];

    public bool CanBeWritten => Errors.Count == 0 && Refusals.Count == 0;
}

/// <summary>One entry that publishing would write.</summary>
/// <param name="What">added, changed, removed, corrected or redacted.</param>
/// <param name="Fields">What says something else than before on its day; everything, for a record that is added.</param>
/// <param name="Notes">Later versions that it leaves as they are, and why it is there when nobody asked for it.</param>
public sealed record PlannedEntry(Entry Entry, string What, IReadOnlyList<FieldChange> Fields, IReadOnlyList<string> Notes);
