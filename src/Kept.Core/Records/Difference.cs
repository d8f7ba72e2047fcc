namespace Kept.Core.Records;

/// <summary>
/// What differs between two Views of one Register, record by record and field by field: replaying it on what the first
/// shows gives what the second shows.
/// </summary>
public sealed record Difference(IReadOnlyList<RecordDifference> Records)
{
    /// <summary>Every record whose words differ, by kind and id. A record without words in force is not there.</summary>
    public static Difference Of(View from, View to)
    {
        var differing = new List<RecordDifference>();
        foreach (var key in to.Snapshot.Kinds.SelectMany(to.Keys))
            if (RecordDifference.Of(key, Words(from.InForce(key)), Words(to.InForce(key))) is { } difference) differing.Add(difference);
        return new([.. differing.OrderBy(d => d.Key)]);
    }

    private static RecordVersion? Words(RecordVersion? version) => version is { RecordJson.IsEmpty: false } ? version : null;
}

/// <summary>One record that differs.</summary>
/// <param name="What"><see cref="RecordChange.Added"/>, <see cref="RecordChange.Changed"/> or <see cref="RecordChange.Removed"/>.</param>
/// <param name="Fields">For a record that was added or removed, all of it.</param>
public sealed record RecordDifference(RecordKey Key, RecordVersion? From, RecordVersion? To, string What, IReadOnlyList<FieldChange> Fields)
{
    /// <summary>Null when both say the same.</summary>
    public static RecordDifference? Of(RecordKey key, RecordVersion? from, RecordVersion? to)
    {
        if (ReferenceEquals(from, to)) return null;
        var fields = FieldChange.Between(from, to);
        if (fields.Count == 0 && from is not null == to is not null) return null;
        return new(key, from, to, from is null ? RecordChange.Added : to is null ? RecordChange.Removed : RecordChange.Changed, fields);
    }
}
