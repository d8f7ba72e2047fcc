using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kept.Core.Programme;
using Kept.Core.Records;

namespace Kept.Core.Content;

/// <summary>Makes a record body of what a pack says, field by field, and notes whatever does not fit the record's type.</summary>
internal sealed class Binder(Problems problems)
{
    private DateOnly? _anchor;
    private bool _unknown;

    /// <summary>Citations met, with their places.</summary>
    public List<(JsonObject Cite, Spot At)> Cites { get; } = [];

    /// <summary>The body, or null when an error was found. Dates without a year are read from <paramref name="anchor"/>.</summary>
    public RecordBody? Bind(Type type, PackMap map, DateOnly? anchor)
    {
        _anchor = anchor;
        _unknown = false;
        var before = problems.Errors.Count;
        var json = Part(Shape.Of(type), map);
        return problems.Errors.Count > before || _unknown || json is null ? null : (RecordBody?)json.Deserialize(type, BodyJson.Options);
    }

    /// <summary>
    /// The fields that a file names of a record, as a body holds them; what it states to be nothing stands as null. Null
    /// when an error was found.
    /// </summary>
    public JsonObject? Fields(Type type, PackMap map, DateOnly? anchor)
    {
        _anchor = anchor;
        var (shape, before) = (Shape.Of(type), problems.Errors.Count);
        var json = Stated(shape, map);
        foreach (var field in map.Fields.Where(f => f.Value is PackText { IsNothing: true } && shape.Find(f.Name) is not null)) json[field.Name] = null;
        return problems.Errors.Count > before ? null : json;
    }

    private JsonObject? Part(Shape shape, PackNode node)
    {
        if (node is not PackMap map)
        {
            problems.Error(node.At, "this is not a group of fields", string.Join(", ", shape.Names));
            return null;
        }
        var json = Stated(shape, map);
        foreach (var field in shape.Fields.Where(f => f.Required && map.Find(f.Name)?.Value is null or PackText { IsNothing: true }))
            problems.Error(map.At, $"\"{field.Name}\" is missing", Wanted(field));
        if (shape.Type == typeof(Due)) CheckDue(json, map.At);
        return json;
    }

    private JsonObject Stated(Shape shape, PackMap map)
    {
        var json = new JsonObject();
        foreach (var field in map.Fields)
        {
            if (shape.Find(field.Name) is not { } known)
                problems.Error(field.At, $"there is no field \"{field.Name}\" here", Nearest.Hint(field.Name, shape.Names, "one of " + string.Join(", ", shape.Names)));
            else if (Value(known, field.Value) is { } value) json[known.Name] = value;
        }
        return json;
    }

    private JsonNode? Value(ShapeField field, PackNode node)
    {
        if (node is PackUnknown) _unknown = true;
        if (node is PackUnknown or PackText { IsNothing: true }) return null;
        if (!field.IsList) return One(field, node);
        if (node is not PackList list)
        {
            problems.Error(node.At, $"\"{field.Name}\" holds one value", "a list");
            return null;
        }
        var array = new JsonArray();
        foreach (var item in list.Items)
            if (One(field, item) is { } value) array.Add(value);
        return array;
    }

    private JsonNode? One(ShapeField field, PackNode node)
    {
        if (field.Kind == FieldKind.Part) return Part(Shape.Of(field.Type), node);
        if (node is not PackText { IsNothing: false } text)
        {
            problems.Error(node.At, $"\"{field.Name}\" is not one plain value", Wanted(field));
            return null;
        }
        var json = Plain(field, text);
        if (json is null) problems.Error(text.At, $"\"{field.Name}\" is \"{Short(text.Text)}\"", Expected(field, text.Text));
        if (field.Kind == FieldKind.Cite && json is JsonObject cite) Cites.Add((cite, text.At));
        return json;
    }

    private static JsonNode? Plain(ShapeField field, PackText text) => field.Kind switch
    {
        FieldKind.Whole => long.TryParse(text.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n)
            && (field.Type == typeof(long) ? Math.Abs(n) < 1L << 53 : n is >= int.MinValue and <= int.MaxValue) ? JsonValue.Create(n) : null,
        FieldKind.YesNo => text.Text switch { "yes" or "true" => JsonValue.Create(true), "no" or "false" => JsonValue.Create(false), _ => null },
        FieldKind.Day => Day(text.Text) is null ? null : JsonValue.Create(text.Text),
        FieldKind.Cite => CiteText.Parse(text.Text),
        _ => field.Words is null || field.Words.Contains(text.Text, StringComparer.Ordinal) ? JsonValue.Create(text.Text) : null,
    };

    /// <summary>A date as packs write it, or null.</summary>
    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Expected(ShapeField field, string found) =>
        field.Words is { } words ? Nearest.Hint(found, words, Wanted(field)) : Wanted(field);

    /// <summary>What should stand in a field, ready to follow "expected".</summary>
    public static string Wanted(ShapeField field) => field switch
    {
        { Words: { } words } => "one of " + string.Join(", ", words),
        { IsList: true } => "a list",
        { Kind: FieldKind.Whole } => "a whole number",
        { Kind: FieldKind.YesNo } => "yes or no",
        { Kind: FieldKind.Day } => "a date such as 2021-03-31",
        { Kind: FieldKind.Cite } => CiteText.Expected,
        { Kind: FieldKind.Part } => "the fields " + string.Join(", ", Shape.Of(field.Type).Names),
        _ => "a text",
    };

    private void CheckDue(JsonObject json, Spot at)
    {
        var (start, end, strict, period) = (At("start"), At("end"), At("strictEnd"), At("periodStart"));
        if (end < start) problems.Error(at, "the end comes before the start", "an end on or after the start");
        if (strict > end) problems.Error(at, "the strict end comes after the end", "a strict end on or before the end");
        if (end < period) problems.Error(at, "the end comes before the period starts", "an end on or after periodStart");
        if (start is not null && (string?)json["qualifier"] == "by") problems.Error(at, "\"by\" has a start", "no start: nothing is printed as a beginning");
        if (_anchor is { } anchor && json["text"] is not null && json["qualifier"] is not null
            && DateAdvice.On(json.Deserialize<Due>(BodyJson.Options)!, anchor) is { } advice)
            problems.Warn(at, $"\"{Short((string)json["text"]!)}\" is stated in another way than its words would be read", advice);

        DateOnly? At(string name) => Day((string?)json[name]);
    }

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "...";
}
