using System.Collections.Immutable;
using System.Text.Json;

namespace Kept.Core.Records;

/// <summary>
/// The whole Register at one entry number, in memory and immutable. Appending gives a new Snapshot that shares what did
/// not change. Read it through a <see cref="View"/>.
/// </summary>
public sealed class Snapshot
{
    private readonly ImmutableDictionary<RecordKey, RecordVersion> _heads;
    private readonly ImmutableDictionary<string, ImmutableList<RecordKey>> _byKind;
    private readonly ImmutableDictionary<string, long> _changed;
    private readonly ImmutableDictionary<RecordKey, ImmutableHashSet<RecordKey>> _referring;
    private readonly ImmutableDictionary<RecordKey, RecordKey> _otherIds;
    private readonly ImmutableList<(DateTimeOffset Recorded, long Number)> _changes;

    private Snapshot(
        Entry? head, DateOnly? begins, ImmutableDictionary<RecordKey, RecordVersion> heads, ImmutableDictionary<string, ImmutableList<RecordKey>> byKind,
        ImmutableDictionary<string, long> changed, ImmutableDictionary<RecordKey, ImmutableHashSet<RecordKey>> referring, ImmutableDictionary<RecordKey, RecordKey> otherIds,
        ImmutableList<(DateTimeOffset, long)> changes) =>
        (Head, Begins, _heads, _byKind, _changed, _referring, _otherIds, _changes) = (head, begins, heads, byKind, changed, referring, otherIds, changes);

    public static Snapshot Empty { get; } = new(
        null, null, ImmutableDictionary<RecordKey, RecordVersion>.Empty, ImmutableDictionary.Create<string, ImmutableList<RecordKey>>(StringComparer.Ordinal),
        ImmutableDictionary.Create<string, long>(StringComparer.Ordinal), ImmutableDictionary<RecordKey, ImmutableHashSet<RecordKey>>.Empty, ImmutableDictionary<RecordKey, RecordKey>.Empty, []);

    /// <summary>The newest entry, or null when nothing was ever recorded.</summary>
    public Entry? Head { get; }

    /// <summary>The number of the newest entry; 0 when there is none.</summary>
    public long Number => Head?.Number ?? 0;

    /// <summary>The hash of the newest entry.</summary>
    public string Hash => Head?.Hash ?? Entry.NoPrev;

    /// <summary>The earliest effective date of all entries: before it there is nothing to show. Null when nothing was recorded.</summary>
    public DateOnly? Begins { get; }

    /// <summary>The record's newest entry whatever its dates, or null: what an expected version is checked against.</summary>
    public RecordVersion? Newest(RecordKey key) => _heads.GetValueOrDefault(key);

    /// <summary>All records of a kind ever named, in the order in which they were first recorded.</summary>
    public IReadOnlyList<RecordKey> Keys(string kind) => _byKind.GetValueOrDefault(kind) ?? [];

    /// <summary>Kinds that have records.</summary>
    public IEnumerable<string> Kinds => _byKind.Keys.Order(StringComparer.Ordinal);

    /// <summary>Records any version of which ever named this one. A superset: a View checks each again at its date.</summary>
    public IReadOnlyCollection<RecordKey> EverReferring(RecordKey key) => _referring.GetValueOrDefault(key) ?? [];

    /// <summary>The number of the newest entry of any record of a kind; 0 when there is none.</summary>
    internal long LastChange(string kind) => _changed.GetValueOrDefault(kind);

    /// <summary>How many records of a kind, or of all, ever named this one.</summary>
    internal int CountReferring(RecordKey key, string? kind) =>
        kind is null ? EverReferring(key).Count : EverReferring(key).Count(k => string.Equals(k.Kind, kind, StringComparison.Ordinal));

    /// <summary>The record an old or printed id now belongs to, or null.</summary>
    public RecordKey? Redirect(RecordKey key) => _otherIds.TryGetValue(key, out var to) ? to : null;

    /// <summary>The number of the last entry recorded at or before an instant.</summary>
    public long NumberAt(DateTimeOffset instant)
    {
        int low = 0, high = _changes.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_changes[middle].Recorded <= instant) low = middle + 1; else high = middle;
        }
        return low == 0 ? 0 : _changes[low - 1].Number;
    }

    /// <summary>This Snapshot and what was appended to it. Entries must follow the head, in order.</summary>
    public Snapshot With(IEnumerable<(Entry Entry, Item Item)> appended)
    {
        var (head, begins, heads, byKind, changed, referring, otherIds, changes) =
            (Head, Begins, _heads.ToBuilder(), _byKind.ToBuilder(), _changed.ToBuilder(), _referring.ToBuilder(), _otherIds.ToBuilder(), _changes.ToBuilder());
        foreach (var (entry, item) in appended)
        {
            head = entry;
            if (begins is not { } first || entry.Effective < first) begins = entry.Effective;
            var key = entry.Record;
            var previous = heads.GetValueOrDefault(key);
            var version = RecordVersion.After(previous, entry, item);
            heads[key] = version;
            changed[key.Kind] = entry.Number;
            if (previous is null) byKind[key.Kind] = (byKind.GetValueOrDefault(key.Kind) ?? []).Add(key);
            if (changes.Count > 0 && changes[^1].Recorded == entry.Recorded) changes[^1] = (entry.Recorded, entry.Number);
            else changes.Add((entry.Recorded, entry.Number));
            if (version.Redacts is not null) Forget(version, previous!, otherIds);
            else if (Body(version) is { } body) Index(key, body, referring, otherIds);
        }
        return new(head, begins, heads.ToImmutable(), byKind.ToImmutable(), changed.ToImmutable(), referring.ToImmutable(), otherIds.ToImmutable(), changes.ToImmutable());
    }

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
    private static void Forget(RecordVersion redaction, RecordVersion before, ImmutableDictionary<RecordKey, RecordKey>.Builder otherIds)
    {
        var key = redaction.Entry.Record;
        var left = OtherIds(redaction).ToHashSet(StringComparer.Ordinal);
        foreach (var other in OtherIds(before).Where(id => !left.Contains(id)).Select(id => key with { Id = id }))
            if (otherIds.TryGetValue(other, out var to) && to == key) otherIds.Remove(other);
    }

    private static IEnumerable<string> OtherIds(RecordVersion newest) => newest.AndBefore().SelectMany(v => v.Body?.OtherIds() ?? []);

    private static void Index(
        RecordKey key, RecordBody body, ImmutableDictionary<RecordKey, ImmutableHashSet<RecordKey>>.Builder referring,
        ImmutableDictionary<RecordKey, RecordKey>.Builder otherIds)
    {
        foreach (var target in body.References())
            referring[target] = (referring.GetValueOrDefault(target) ?? []).Add(key);
        foreach (var other in body.OtherIds())
            otherIds[key with { Id = other }] = key;
    }
}
