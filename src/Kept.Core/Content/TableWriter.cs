using System.Text;
using System.Text.Json.Nodes;

namespace Kept.Core.Content;

/// <summary>Writes records of one kind as tables; says beforehand which records a table cannot hold.</summary>
internal sealed class TableWriter(string kind, Type type)
{
    private readonly IReadOnlyList<TableShape> _shapes = TableShape.Of(kind, type);

    /// <summary>
    /// Whether a table reads back what this body says: cells lose spaces at their ends and cannot be empty, lists are split
    /// at semicolons, and the rows of a part's part need the part to have an id of its own.
    /// </summary>
    public bool Holds(JsonObject body) => Holds(Shape.Of(type), body);

    private bool Holds(Shape shape, JsonObject part) => YamlWriter.Fields(shape, part).All(f => f switch
    {
        { Field: { Kind: FieldKind.Part, IsList: true } list } =>
            f.Value!.AsArray().All(i => Holds(Shape.Of(list.Type), i!.AsObject())) && HaveIds(list, f.Value.AsArray()),
        { Field: { Kind: FieldKind.Part } inner } => Holds(Shape.Of(inner.Type), f.Value!.AsObject()),
        { Field.IsList: true } => f.Value!.AsArray().Select(i => YamlWriter.Words(i!, f.Field)).All(t => IsCell(t) && !t.Contains(';', StringComparison.Ordinal)),
        _ => IsCell(YamlWriter.Words(f.Value!, f.Field)),
    });

    private bool HaveIds(ShapeField list, JsonArray items) =>
        _shapes.All(s => s.Path.Count < 2 || s.Path[0] != list)
        || items.All(i => i!["id"] is not null) && items.DistinctBy(i => (string)i!["id"]!, StringComparer.Ordinal).Count() == items.Count;

    private static bool IsCell(string text) => text.Length > 0 && text.Trim().Length == text.Length && text.All(c => c == '\n' || !char.IsControl(c));

    /// <summary>The tables by name, those without rows left out except the first.</summary>
    public IEnumerable<(string Name, string Text)> Write(IReadOnlyList<PackStatement> records)
    {
        var dated = records.GroupBy(r => r.Id, StringComparer.Ordinal).Any(g => g.Count() > 1);
        foreach (var shape in _shapes)
        {
            var keys = shape.Keys.Where(k => k != TableShape.Effective || shape.Path.Count == 0 || dated).ToList();
            var text = new StringBuilder();
            Row(text, keys.Concat(shape.Columns.Select(c => c.Name)));
            var rows = 0;
            foreach (var record in records)
                foreach (var (part, owner) in Parts(shape, record.Body))
                {
                    rows++;
                    Row(text, keys.Select(k => k == TableShape.Effective ? record.EffectiveText : k == kind || k == "id" ? record.Id : (string)owner!["id"]!)
                        .Concat(shape.Columns.Select(c => Cell(c, part))));
                }
            if (rows > 0 || shape.Path.Count == 0) yield return (shape.Name, text.ToString());
        }
    }

    private static IEnumerable<(JsonObject Part, JsonObject? Owner)> Parts(TableShape shape, JsonObject body) => shape.Path switch
    {
        [] => [(body, null)],
        [var list] => Items(body, list).Select(i => (i, (JsonObject?)null)),
        [var list, var inner, ..] => Items(body, list).SelectMany(i => Items(i, inner).Select(o => (o, (JsonObject?)i))),
    };

    private static IEnumerable<JsonObject> Items(JsonObject part, ShapeField list) => part[list.Name] is JsonArray items ? items.Select(i => i!.AsObject()) : [];

    private static string Cell(TableColumn column, JsonObject part)
    {
        var holder = column.Part is null ? part : part[column.Part.Name]?.AsObject();
        var value = holder is null ? null : YamlWriter.ValueOf(column.Field, holder);
        if (YamlWriter.IsAbsent(value)) return "";
        return column.Field.IsList ? string.Join("; ", value!.AsArray().Select(i => YamlWriter.Words(i!, column.Field))) : YamlWriter.Words(value!, column.Field);
    }

    private static void Row(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(Quoted)).Append('\n');

    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny(",\"\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
