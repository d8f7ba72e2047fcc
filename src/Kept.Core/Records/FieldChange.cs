using System.Text.Json;

namespace Kept.Core.Records;

/// <summary>One field that differs between two statements of a record; absent for "was not there" and "is no more".</summary>
public sealed record FieldChange(string Field, JsonElement? From, JsonElement? To)
{
    /// <summary>What differs, field by field, in the order of their names. A version without words has no fields.</summary>
    public static IReadOnlyList<FieldChange> Between(RecordVersion? before, RecordVersion? after)
    {
        var (old, now) = (Fields(before), Fields(after));
        return [.. old.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Where(name => !(old.TryGetValue(name, out var a) && now.TryGetValue(name, out var b) && a.GetRawText() == b.GetRawText()))
            .Select(name => new FieldChange(name, old.TryGetValue(name, out var a) ? a : null, now.TryGetValue(name, out var b) ? b : null))];
    }

    private static Dictionary<string, JsonElement> Fields(RecordVersion? version) =>
        version is null || version.RecordJson.IsEmpty ? new(StringComparer.Ordinal)
            : JsonDocument.Parse(version.RecordJson).RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
}
