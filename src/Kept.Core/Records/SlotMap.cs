using System.Collections.Concurrent;

namespace Kept.Core.Records;

/// <summary>
/// A number for every record that was ever written or named, for ever: 1, 2, 3... One map for all Snapshots of a Register.
/// It may know more than a Snapshot does, whose slot of such a number is then empty.
/// </summary>
internal sealed class SlotMap
{
    private readonly ConcurrentDictionary<RecordKey, int> _slots = new();
    private int _last;

    /// <summary>The record's number, or 0.</summary>
    public int Of(RecordKey key) => _slots.TryGetValue(key, out var slot) ? slot : 0;

    /// <summary>The record's number, given now where it has none.</summary>
    public int For(RecordKey key) => _slots.TryGetValue(key, out var slot) ? slot : _slots.GetOrAdd(key, _ => Interlocked.Increment(ref _last));
}
