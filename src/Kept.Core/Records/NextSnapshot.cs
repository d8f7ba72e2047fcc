using System.Collections.Immutable;
using System.Text.Json;

namespace Kept.Core.Records;

/// <summary>The Snapshot that comes after one, while one writer makes it entry by entry. The one before stays as it is.</summary>
internal sealed class NextSnapshot(Snapshot from)
{
    // Nothing was ever recorded: the map starts here, since the empty Snapshot is shared by every Register.
    private readonly SlotMap _map = from.Head is null ? new() : from.Map;
    private readonly SlotVector.Next _slots = new(from.Slots);
    private readonly ImmutableDictionary<string, Snapshot.KindList>.Builder _kinds = from.KindLists.ToBuilder();
    private readonly ImmutableDictionary<RecordKey, RecordKey>.Builder _otherIds = from.OtherIds.ToBuilder();
    private Growing<long> _recorded = from.Recorded;
    private Entry? _head = from.Head;
    private DateOnly? _begins = from.Begins;

    /// <summary>Appends an entry, which must follow the last. Throws <see cref="DatabaseFault"/> when its words do not fit their type.</summary>
    public void Add(Entry entry, Item item)
    {
        if (entry.Number != _recorded.Count + 1) throw new ArgumentException($"Entry {entry.Number} does not follow {_recorded.Count}.", nameof(entry));
        var number = _map.For(entry.Record);
        ref var slot = ref _slots[number];
        var before = slot.Newest;
        var version = RecordVersion.After(before, entry, item);
        slot = slot with { Newest = version };
        var list = _kinds.GetValueOrDefault(entry.Record.Kind);
        _kinds[entry.Record.Kind] = new(before is null ? list.Slots.Add(number) : list.Slots, entry.Number);
        _recorded = _recorded.Add(entry.Recorded.UtcTicks);
        _head = entry;
        if (_begins is not { } first || entry.Effective < first) _begins = entry.Effective;
        if (version.Redacts is not null) Forget(version, before!);
        else if (Body(version) is { } body) Index(number, entry.Record, body);
    }

    public Snapshot Done() => new(_head, _begins, _map, _slots.Done(), _kinds.ToImmutable(), _otherIds.ToImmutable(), _recorded);

    private static RecordBody? Body(RecordVersion version)
    {
        try
        {
            return version.Body;
        }
        catch (JsonException e)
        {
            throw DatabaseFault.Unfit(version.Entry, e);
        }
    }

    // What only the erased words said leads nowhere any more, as it will not once the Register was read again.
    private void Forget(RecordVersion redaction, RecordVersion before)
    {
        var key = redaction.Entry.Record;
        var left = OtherIds(redaction).ToHashSet(StringComparer.Ordinal);
        foreach (var other in OtherIds(before).Where(id => !left.Contains(id)).Select(id => key with { Id = id }))
            if (_otherIds.TryGetValue(other, out var to) && to == key) _otherIds.Remove(other);
    }

    private static IEnumerable<string> OtherIds(RecordVersion newest) => newest.AndBefore().SelectMany(v => v.Body?.OtherIds() ?? []);

    private void Index(int number, RecordKey key, RecordBody body)
    {
        foreach (var target in body.References())
        {
            var named = _map.For(target);
            ref var slot = ref _slots[number];
            if (slot.Names.Items.Contains(named)) continue;
            slot = slot with { Names = slot.Names.Add(named) };
            ref var other = ref _slots[named];
            other = other with { NamedBy = other.NamedBy.Add(number) };
        }
        foreach (var other in body.OtherIds()) _otherIds[key with { Id = other }] = key;
    }
}
