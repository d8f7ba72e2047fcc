using System.Text.Json;
using System.Text.Json.Nodes;
using Kept.Core.Foundation;

namespace Kept.Core.Records;

/// <summary>
/// Words that were wrong and hurt: a correction may withhold them from every past view, while the chain keeps them. Every
/// text that the correction changed reads as a sentence that says so; what is no text stands as the correction has it, or
/// not at all. Earlier versions of the record that carry the same wrong words are withheld with the one that was named.
/// </summary>
public static class Withheld
{
    private static readonly string[] AlwaysWords = ["title", "text", "name", "heading", "wording", "summary"];

    /// <summary>A version as a reader may see it: itself, unless some of its words are withheld.</summary>
    /// <param name="newest">The newest version of the same record.</param>
    public static RecordVersion Shown(RecordVersion newest, RecordVersion version)
    {
        if (!newest.MayWithhold || version.IsWithheld || version.RecordJson.IsEmpty) return version;
        JsonObject? shown = null;
        RecordVersion? last = null;
        foreach (var right in newest.AndBefore().Where(v => v.Withholds && v.Entry.Number > version.Entry.Number))
            if (newest.AndBefore().FirstOrDefault(v => v.Entry.Number == right.Corrects) is { RecordJson.IsEmpty: false } wrong
                && Veil(shown ??= Parse(version), Parse(wrong), Parse(right), Sentence(right))) last ??= right;
        return last is null ? version : version.Veiled(Readable(version.Entry.Record.Kind, CanonicalJson.Of(shown)) ?? last.RecordJson);
    }

    /// <summary>What stands in place of withheld words.</summary>
    public static string Sentence(RecordVersion correction) =>
        $"These words were wrong and are withheld. They were corrected on {Dates.Long(LondonClock.DayOf(correction.Entry.Recorded))}.";

    private static JsonObject Parse(RecordVersion version) =>
        version.RecordJson.IsEmpty ? [] : JsonNode.Parse(version.RecordJson.Span)!.AsObject();

    // Whether any field of the version carries the wrong value; those that do are veiled.
    private static bool Veil(JsonObject version, JsonObject wrong, JsonObject right, string sentence)
    {
        var veiled = false;
        foreach (var (name, value) in wrong.ToList())
        {
            if (JsonNode.DeepEquals(value, right[name]) || !JsonNode.DeepEquals(value, version[name])) continue;
            veiled = true;
            if (Veiled(name, value!, right[name], sentence) is { } instead) version[name] = instead;
            else version.Remove(name);
        }
        return veiled;
    }

    private static JsonNode? Veiled(string name, JsonNode wrong, JsonNode? right, string sentence) => (wrong, right) switch
    {
        _ when JsonNode.DeepEquals(wrong, right) => wrong.DeepClone(),
        (JsonObject o, JsonObject r) => Object(o, r, sentence),
        (JsonArray a, _) => Array(name, a, right as JsonArray ?? [], sentence),
        (JsonValue v, _) when v.GetValueKind() == JsonValueKind.String && IsWords(name, v.GetValue<string>()) => sentence,
        (JsonValue, JsonValue r) => r.DeepClone(),
        _ => null,
    };

    private static JsonObject Object(JsonObject wrong, JsonObject right, string sentence)
    {
        var shown = new JsonObject();
        foreach (var (name, value) in wrong)
            if (Veiled(name, value!, right[name], sentence) is { } instead) shown[name] = instead;
        return shown;
    }

    private static JsonArray Array(string name, JsonArray wrong, JsonArray right, string sentence)
    {
        var shown = new JsonArray();
        for (var i = 0; i < wrong.Count; i++)
        {
            var item = wrong[i]!;
            var counterpart = right.FirstOrDefault(r => JsonNode.DeepEquals(r, item)) ?? (item is JsonObject o ? Counterpart(o, i, wrong, right) : null);
            // An id of what the right words do not name is left out: to name it was what was wrong.
            var instead = item is JsonObject && counterpart is null ? null : Veiled(name, item, counterpart, sentence);
            if (instead is not null && !shown.Any(s => JsonNode.DeepEquals(s, instead))) shown.Add(instead);
        }
        return shown;
    }

    private static JsonNode? Counterpart(JsonObject item, int index, JsonArray wrong, JsonArray right) =>
        item["id"] is { } id ? right.FirstOrDefault(r => r is JsonObject other && JsonNode.DeepEquals(other["id"], id))
            : wrong.Count == right.Count ? right[index] as JsonObject : null;

    private static bool IsWords(string name, string text) =>
        AlwaysWords.Contains(name, StringComparer.Ordinal) || text.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-' or '/'));

    private static byte[]? Readable(string kind, byte[] json)
    {
        if (RecordKinds.TypeOf(kind) is null) return json;
        try
        {
            var body = BodyJson.Read(kind, json);
            return body.References().Concat(body.OtherIds().Select(id => new RecordKey(kind, id))).All(k => k.Id.Length > 0) ? json : null;
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            return null;
        }
    }
}
