using System.Text.Json;
using Kept.Core.Records;

namespace Kept.Web.House;

public sealed record HistoryShape(int Version, DateOnly Effective, DateTimeOffset Recorded, string What, IReadOnlyList<FieldChange> Changes, string? Why)
{
    /// <summary>Every version of a record known to the View, newest first, each with what it changed.</summary>
    public static IReadOnlyList<HistoryShape> Of(View view, RecordKey key)
    {
        var lines = new List<HistoryShape>();
        RecordVersion? before = null;
        foreach (var version in view.History(key).Where(v => v.IsStatement))
        {
            lines.Insert(0, new(version.Entry.Version, version.Entry.Effective, version.Entry.Recorded, Kind(version), FieldChange.Between(before, version), version.Why));
            before = version;
        }
        return lines;
    }

    private static string Kind(RecordVersion version) => version switch
    {
        { IsDeletion: true } => "removed",
        { Corrects: not null } => "corrected",
        { Previous: null } => "added",
        _ => "changed",
    };
}

/// <summary>One field that a version changed; absent for "was not there" and "is no more".</summary>
public sealed record FieldChange(string Field, JsonElement? From, JsonElement? To)
{
    /// <summary>What differs between two versions, field by field; nothing for the first version.</summary>
    public static IReadOnlyList<FieldChange> Between(RecordVersion? before, RecordVersion after)
    {
        if (before is null) return [];
        var (old, now) = (Fields(before), Fields(after));
        return [.. old.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Where(name => !(old.TryGetValue(name, out var a) && now.TryGetValue(name, out var b) && a.GetRawText() == b.GetRawText()))
            .Select(name => new FieldChange(name, old.TryGetValue(name, out var a) ? a : null, now.TryGetValue(name, out var b) ? b : null))];
    }

    private static Dictionary<string, JsonElement> Fields(RecordVersion version) =>
        version.RecordJson.IsEmpty ? new(StringComparer.Ordinal)
            : JsonDocument.Parse(version.RecordJson).RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
}
