using System.Text.Json;

namespace Kept.Core.Records;

/// <summary>The Snapshot that comes after one, while one writer makes it entry by entry. The one before stays as it is.</summary>
internal sealed class NextSnapshot(Snapshot from)
{
    // Nothing was ever recorded: the map starts here, since the empty Snapshot is shared by every Register.
    private readonly SlotMap _map = from.Head is null ? new() : from.Map;
    private readonly SlotVector.Next _slots = new(from.Slots);
    private Snapshot.KindList[] _kinds = [.. from.KindLists];
    private Growing<long> _recorded = from.Recorded;
    private Entry? _head = from.Head;
    private DateOnly? _begins = from.Begins;

    /// <summary>The newest entry so far.</summary>
    public Entry? Head => _head;

    /// <summary>The record's newest version so far.</summary>
    public RecordVersion? Newest(RecordKey key) => _slots.At(_map.Of(key)).Newest;

    /// <summary>Appends an entry, which must follow the last. Throws <see cref="DatabaseFault"/> when its words do not fit their type.</summary>
    /// <param name="said">What its body names; read from the body where that is not known yet.</param>
    public void Add(Entry entry, Item item, Said? said = null)
    {
        if (entry.Number != _recorded.Count + 1) throw new ArgumentException($"Entry {entry.Number} does not follow {_recorded.Count}.", nameof(entry));
        var number = _map.For(entry.Record);
        ref var slot = ref _slots[number];
        var before = slot.Newest;
        var version = RecordVersion.After(before, entry, item);
        slot = slot with { Newest = version };
        before?.BecomeOld();
        List(entry, before is null ? number : null);
        _recorded = _recorded.Add(entry.Recorded.UtcTicks);
        _head = entry;
        if (_begins is not { } first || entry.Effective < first) _begins = entry.Effective;
        if (version.Redacts is not null)
        {
            Forget(version, before!);
            OldBodies.Clear();
        }
        else if ((said ?? SaidBy(version)) is { } names) Index(number, entry.Record, names);
    }

    public Snapshot Done() => new(_head, _begins, _map, _slots.Done(), _kinds, _recorded);

    private void List(Entry entry, int? added)
    {
        var at = Array.FindIndex(_kinds, k => string.Equals(k.Kind, entry.Record.Kind, StringComparison.Ordinal));
        if (at < 0)
        {
            _kinds = [.. _kinds.Append(new(entry.Record.Kind, default, 0)).OrderBy(k => k.Kind, StringComparer.Ordinal)];
            at = Array.FindIndex(_kinds, k => string.Equals(k.Kind, entry.Record.Kind, StringComparison.Ordinal));
        }
        var slots = _kinds[at].Slots;
        _kinds[at] = new(_kinds[at].Kind, added is { } slot ? slots.Add(slot) : slots, entry.Number);
    }

    private static Said? SaidBy(RecordVersion version)
    {
        try
        {
            return version.Body is { } body ? Said.By(body) : null;
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            throw DatabaseFault.Unfit(version.Entry, e);
        }
    }

    // What only the erased words said leads nowhere any more, as it will not once the Register was read again.
    private void Forget(RecordVersion redaction, RecordVersion before)
    {
        var key = redaction.Entry.Record;
        var left = OtherIds(redaction).ToHashSet(StringComparer.Ordinal);
        foreach (var other in OtherIds(before).Where(id => !left.Contains(id)))
        {
            ref var slot = ref _slots[_map.For(key with { Id = other })];
            if (slot.MovedTo == _map.For(key)) slot = slot with { MovedTo = 0 };
        }
    }

    private static IEnumerable<string> OtherIds(RecordVersion newest) => newest.AndBefore().SelectMany(v => v.Body?.OtherIds() ?? []);

    private void Index(int number, RecordKey key, Said said)
    {
        foreach (var target in said.References)
        {
            var named = _map.For(target);
            ref var slot = ref _slots[number];
            if (slot.Names.Items.Contains(named)) continue;
            slot = slot with { Names = slot.Names.Add(named) };
            ref var other = ref _slots[named];
            other = other with { NamedBy = other.NamedBy.Add(number) };
        }
        foreach (var other in said.OtherIds)
        {
            ref var slot = ref _slots[_map.For(key with { Id = other })];
            slot = slot with { MovedTo = number };
        }
    }
}
