using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kept.Core.Content;

/// <summary>
/// Writes bodies as YAML for people: fields in the order of their type, small parts on one line, quotation marks only
/// where YAML needs them. What it writes, <see cref="YamlTree"/> reads back as the same texts.
/// </summary>
internal sealed class YamlWriter
{
    private readonly StringBuilder _text = new();

    public override string ToString() => _text.ToString();

    /// <summary>One item of a list of records.</summary>
    public void Item(int depth, IEnumerable<(string Name, JsonNode? Value, ShapeField? Field)> fields)
    {
        var first = true;
        foreach (var (name, value, field) in fields)
        {
            _text.Append(' ', depth * 2).Append(first ? "- " : "  ");
            Field(depth + 1, name, value, field);
            first = false;
        }
    }

    /// <summary>Fields at the left margin.</summary>
    public void Lines(params ReadOnlySpan<(string Name, string Value)> fields)
    {
        foreach (var (name, value) in fields) _text.Append(name).Append(": ").Append(Scalar(value, false)).Append('\n');
    }

    /// <summary>A line that opens a group, such as "versions:".</summary>
    public void Open(int depth, string name) => _text.Append(' ', depth * 2).Append(name).Append(":\n");

    /// <summary>A field with a plain value, as the first of an item of a list.</summary>
    public void First(int depth, string name, string value) => _text.Append(' ', depth * 2).Append("- ").Append(name).Append(": ").Append(Scalar(value, false)).Append('\n');

    /// <summary>The fields of a body, known to its type.</summary>
    public static IEnumerable<(string Name, JsonNode? Value, ShapeField? Field)> Fields(Shape shape, JsonObject body) =>
        shape.Fields.Select(f => (f.Name, Value: ValueOf(f, body), Field: (ShapeField?)f)).Where(f => !IsAbsent(f.Value));

    /// <summary>What a body holds in a field. Bodies leave out zero and no, but a pack states them where the field must be stated.</summary>
    public static JsonNode? ValueOf(ShapeField field, JsonObject body) => (body[field.Name], field) switch
    {
        (null, { Required: true, IsList: false, Kind: FieldKind.Whole }) => JsonValue.Create(0),
        (null, { Required: true, IsList: false, Kind: FieldKind.YesNo }) => JsonValue.Create(false),
        (var value, _) => value,
    };

    /// <summary>Whether a value is one that bodies leave out.</summary>
    public static bool IsAbsent(JsonNode? value) => value is null or JsonArray { Count: 0 };

    private void Field(int depth, string name, JsonNode? value, ShapeField? field)
    {
        _text.Append(name).Append(':');
        if (value is null) _text.Append(" ~\n");
        else if (field is { IsList: true }) List(depth, value.AsArray(), field);
        else if (field is { Kind: FieldKind.Part } && !Shape.Of(field.Type).IsSmall) { _text.Append('\n'); Lines(depth + 1, Shape.Of(field.Type), value.AsObject()); }
        else _text.Append(' ').Append(Inline(value, field, flow: false)).Append('\n');
    }

    private void Lines(int depth, Shape shape, JsonObject part)
    {
        foreach (var (name, value, field) in Fields(shape, part))
        {
            _text.Append(' ', depth * 2);
            Field(depth, name, value, field);
        }
    }

    private void List(int depth, JsonArray items, ShapeField field)
    {
        if (field.Kind != FieldKind.Part && items.All(i => PackIds.IsId(Words(i!, field))))
        {
            _text.Append(" [").AppendJoin(", ", items.Select(i => Scalar(Words(i!, field), flow: true))).Append("]\n");
            return;
        }
        _text.Append('\n');
        foreach (var item in items)
        {
            if (field.Kind == FieldKind.Part && !Shape.Of(field.Type).IsSmall) Item(depth + 1, Fields(Shape.Of(field.Type), item!.AsObject()));
            else _text.Append(' ', (depth + 1) * 2).Append("- ").Append(Inline(item!, field, flow: false)).Append('\n');
        }
    }

    private static string Inline(JsonNode value, ShapeField? field, bool flow) => field is { Kind: FieldKind.Part }
        ? "{" + string.Join(", ", Fields(Shape.Of(field.Type), value.AsObject()).Select(f => $"{f.Name}: {Inline(f.Value!, f.Field, true)}")) + "}"
        : field is { Kind: FieldKind.Text or FieldKind.Cite } or null ? Scalar(Words(value, field), flow) : Words(value, field);

    /// <summary>A plain value as a pack writes it.</summary>
    public static string Words(JsonNode value, ShapeField? field) => field?.Kind switch
    {
        FieldKind.Cite => CiteText.Write(value.AsObject()),
        FieldKind.YesNo => value.GetValueKind() == JsonValueKind.True ? "yes" : "no",
        _ => value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString(),
    };

    private static string Scalar(string text, bool flow)
    {
        if (IsPlain(text) && !(flow && text.AsSpan().ContainsAny(",[]{}"))) return text;
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (c is '"' or '\\') quoted.Append('\\').Append(c);
            else if (c == '\n') quoted.Append("\\n");
            else if (char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF') quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else quoted.Append(c);
        }
        return quoted.Append('"').ToString();
    }

    private static bool IsPlain(string text) =>
        text.Length > 0 && char.IsAsciiLetterOrDigit(text[0]) && text.Trim().Length == text.Length && text != "null" && !text.EndsWith(':')
        && !text.Contains(": ", StringComparison.Ordinal) && !text.Contains(" #", StringComparison.Ordinal)
        && text.All(c => !char.IsControl(c) && c is not ('\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF'));
}
