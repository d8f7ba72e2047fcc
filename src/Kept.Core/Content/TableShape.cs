using System.Text.Json;

namespace Kept.Core.Content;

/// <summary>
/// How a record type lies in tables: one row a record, a part's fields as "part.field" columns, and a further table for
/// each list of parts, whose first columns name the record (and, one deeper, the part) that the row belongs to.
/// </summary>
/// <param name="Name">The file's name without ".csv".</param>
/// <param name="Path">Empty for the main table; otherwise the list that the rows are items of, outermost first.</param>
/// <param name="Keys">The columns that say which record a row is or belongs to.</param>
internal sealed record TableShape(string Name, IReadOnlyList<ShapeField> Path, IReadOnlyList<string> Keys, IReadOnlyList<TableColumn> Columns)
{
    public const string Effective = "effective";

    /// <summary>The main table of a kind first, then those of its parts.</summary>
    public static IReadOnlyList<TableShape> Of(string kind, Type type)
    {
        var tables = new List<TableShape> { new(PackLayout.FolderOf(kind), [], ["id", Effective], [.. ColumnsOf(Shape.Of(type))]) };
        foreach (var list in Lists(Shape.Of(type)))
        {
            tables.Add(new(NameOf(list), [list], [kind, Effective], [.. ColumnsOf(Shape.Of(list.Type))]));
            foreach (var inner in Lists(Shape.Of(list.Type)))
                tables.Add(new($"{NameOf(list)}-{NameOf(inner)}", [list, inner], [kind, Effective, list.Name], [.. ColumnsOf(Shape.Of(inner.Type))]));
        }
        return tables;
    }

    private static IEnumerable<ShapeField> Lists(Shape shape) => shape.Fields.Where(f => f is { IsList: true, Kind: FieldKind.Part });

    private static IEnumerable<TableColumn> ColumnsOf(Shape shape) => shape.Fields.SelectMany(f => f switch
    {
        { Kind: FieldKind.Part, IsList: true } => [],
        { Kind: FieldKind.Part } => Shape.Of(f.Type).Fields.Where(i => i.Kind != FieldKind.Part).Select(i => new TableColumn($"{f.Name}.{i.Name}", f, i)),
        _ => new[] { new TableColumn(f.Name, null, f) },
    });

    private static string NameOf(ShapeField list) => list.Name == "due" ? "dates" : JsonNamingPolicy.KebabCaseLower.ConvertName(list.Name);
}

/// <param name="Part">The part that the field belongs to, for a "part.field" column.</param>
internal sealed record TableColumn(string Name, ShapeField? Part, ShapeField Field)
{
    public bool IsRequired => Field.Required && (Part is null or { Required: true });
}
