using Kept.Core.Records;

namespace Kept.Core.Content;

/// <summary>What loading a pack would write, and what it makes of each record.</summary>
public sealed class LoadPlan
{
    private readonly List<Write> _writes = [];
    private readonly Dictionary<LoadOutcome, List<RecordKey>> _records = [];
    private readonly List<SkippedRecord> _skipped = [];

    /// <summary>For one Act, whose way is <see cref="LoadPack.Via"/>. Versions of one record stand in the order of their dates.</summary>
    public Change Change => new(_writes);

    public IReadOnlyList<RecordKey> Added => Of(LoadOutcome.Added);

    public IReadOnlyList<RecordKey> Changed => Of(LoadOutcome.Changed);

    public IReadOnlyList<RecordKey> Unchanged => Of(LoadOutcome.Unchanged);

    public IReadOnlyList<RecordKey> Pruned => Of(LoadOutcome.Pruned);

    /// <summary>Records that differ from the pack and were left alone.</summary>
    public IReadOnlyList<SkippedRecord> Skipped => _skipped;

    /// <summary>Whether there is nothing to write.</summary>
    public bool IsEmpty => _writes.Count == 0;

    private IReadOnlyList<RecordKey> Of(LoadOutcome outcome) => _records.GetValueOrDefault(outcome) ?? [];

    internal void Add(LoadOutcome outcome, RecordKey key)
    {
        if (!_records.TryGetValue(outcome, out var keys)) _records[outcome] = keys = [];
        keys.Add(key);
    }

    internal void Skip(RecordKey key, string why) => _skipped.Add(new(key, why));

    internal void Write(RecordKey key, RecordVersion? newest, IEnumerable<(DateOnly Effective, RecordBody? Body)> versions)
    {
        var expect = newest?.Entry.Version ?? 0;
        foreach (var (effective, body) in versions)
            _writes.Add(body is null ? Records.Write.Delete(key, effective, expect++) : Records.Write.Set(key.Id, effective, body, expect++));
    }
}

/// <summary>What loading makes of a record.</summary>
internal enum LoadOutcome
{
    Added,
    Changed,
    Unchanged,
    Pruned,
}

/// <summary>A record that loading leaves alone, and why.</summary>
public sealed record SkippedRecord(RecordKey Record, string Why);
