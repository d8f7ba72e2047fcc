using System.Text.Json;
using Kept.Core.Assessments;
using Kept.Core.Evidence;
using Kept.Core.Programme;
using Kept.Core.Records;

namespace Kept.Web.House;

/// <summary>What a field says, in words for people: names for ids, printed words for dates.</summary>
public static class ValueWords
{
    private const string Nothing = "nothing stated";

    public static string Say(View view, string field, JsonElement? value) => value switch
    {
        null => Nothing,
        { ValueKind: JsonValueKind.True } => "yes",
        { ValueKind: JsonValueKind.False } => "no",
        { ValueKind: JsonValueKind.String } text => Text(view, field, text.GetString()!),
        { ValueKind: JsonValueKind.Array } list => List(view, field, list),
        { ValueKind: JsonValueKind.Object } part => Part(view, field, part),
        { } number => number.GetRawText(),
    };

    /// <summary>Whether a value is short enough to stand inside a sentence.</summary>
    public static bool IsShort(string words) => words.Length <= 120 && !words.Contains('\n', StringComparison.Ordinal);

    private static string Text(View view, string field, string text) => field switch
    {
        "status" => CommitmentStatuses.Label(text).ToLowerInvariant(),
        "category" => Categories.Label(text),
        "role" => Roles.Say(text),
        "plan" => Names.Plan(view, text).Title,
        "area" => Names.Area(view, text).Title,
        "action" => Names.Action(view, text).Title,
        "who" or "with" or "concerns" or "whoInferred" or "organisation" or "assessor" or "reportedBy" or "body" or "bodies" => Names.Organisation(view, text).Name,
        "actions" => Names.Action(view, text).Title,
        _ => text,
    };

    private static string List(View view, string field, JsonElement list)
    {
        var items = list.EnumerateArray().ToList();
        return items.Exists(i => i.ValueKind == JsonValueKind.Object) && items.Exists(i => Short(i) is null)
            ? Words.Counted(items.Count, "entry", "entries")
            : string.Join("; ", items.Select(i => Say(view, field, i)));
    }

    private static string Part(View view, string field, JsonElement part) =>
        field is "source" && part.TryGetProperty("id", out var id)
            ? (view.Find<Source>(id.GetString()!)?.Body.Title ?? id.GetString()!)
                + (part.TryGetProperty("lines", out var lines) ? ", lines " + string.Join(" to ", lines.EnumerateArray().Select(l => l.GetRawText()).Distinct(StringComparer.Ordinal)) : "")
            : Short(part) ?? "changed";

    // A date is said by its printed words, a sum by its pounds.
    private static string? Short(JsonElement part) =>
        part.ValueKind != JsonValueKind.Object ? part.ToString()
        : part.TryGetProperty("qualifier", out _) && part.TryGetProperty("text", out var text) ? text.GetString()
        : part.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.Number ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"£{value.GetInt64():N0}")
        : null;
}
