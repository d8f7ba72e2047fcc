using Kept.Core.Records;

namespace Kept.Core.Content;

/// <summary>Joins the tables of one kind into records, as the files of YAML would have stated them.</summary>
internal sealed class PackTables(string kind, Problems problems)
{
    private readonly IReadOnlyList<TableShape> _shapes = TableShape.Of(kind, RecordKinds.TypeOf(kind)!);

    public IReadOnlyList<PackDraft> Read(IReadOnlyList<PackFile> files)
    {
        foreach (var file in files.Where(f => _shapes.All(s => s.Name != f.Stem)))
            problems.Error(new(file.Path, 1), "there is no such table", Nearest.Hint(file.Stem, [.. _shapes.Select(s => s.Name)], "one of " + string.Join(", ", _shapes.Select(s => s.Name + ".csv"))));
        var main = Rows(_shapes[0], files);
        var records = main.ToLookup(r => r.Text("id"), StringComparer.Ordinal);
        foreach (var shape in _shapes.Where(s => s.Path.Count == 1))
        {
            var items = Rows(shape, files);
            var parts = items.ToLookup(r => r.Text("id"), StringComparer.Ordinal);
            foreach (var inner in _shapes.Where(s => s.Path.Count == 2 && s.Path[0] == shape.Path[0]))
                foreach (var row in Rows(inner, files)) Join(row, parts, inner, named: inner.Keys[2]);
            foreach (var row in items) Join(row, records, shape, named: null);
        }
        return [.. main.Select(r => new PackDraft(new(kind, r.Text("id") ?? ""), r.Map(), r.At))];
    }

    private List<Row> Rows(TableShape shape, IReadOnlyList<PackFile> files)
    {
        if (files.FirstOrDefault(f => f.Stem == shape.Name) is not { } file) return [];
        var table = CsvTable.Read(file, problems);
        if (table.Columns.Count == 0) return [];
        var known = shape.Keys.Concat(shape.Columns.Select(c => c.Name)).ToList();
        foreach (var column in table.Columns.Where(c => !known.Contains(c) && !c.StartsWith(CsvTable.Again, StringComparison.Ordinal)))
            problems.Error(new(file.Path, 1), $"there is no column \"{column}\" in this table", Nearest.Hint(column, known, "one of " + string.Join(", ", known)));
        var keys = Missing(shape.Keys.Where(k => shape.Path.Count == 0 || k != TableShape.Effective), table, file);
        var fields = Missing(shape.Columns.Where(c => c.IsRequired).Select(c => c.Name), table, file);
        return keys.Count > 0 ? [] : [.. table.Rows.Select(r => new Row(shape, r, fields))];
    }

    private List<string> Missing(IEnumerable<string> needed, CsvTable table, PackFile file)
    {
        var missing = needed.Where(c => !table.Columns.Contains(c, StringComparer.Ordinal)).ToList();
        foreach (var column in missing) problems.Error(new(file.Path, 1), $"the column \"{column}\" is missing", "a column of that name");
        return missing;
    }

    private void Join(Row item, ILookup<string?, Row> parents, TableShape shape, string? named)
    {
        var (id, effective, part) = (item.Text(kind), item.Text(TableShape.Effective), named is null ? null : item.Text(named));
        var found = parents[named is null ? id : part].Where(p => named is null
            ? effective is null || p.Text(TableShape.Effective) == effective
            : p.Text(kind) == id && p.Text(TableShape.Effective) == effective).ToList();
        // A parent in a table with errors may be there all the same.
        if (found.Count == 0 && problems.HasErrorIn($"{PackLayout.FolderOf(kind)}/{ParentTable(shape)}.csv")) return;
        var what = named is null ? $"{kind} \"{id}\"" : $"{named} \"{part}\" of {kind} \"{id}\"";
        if (found.Count == 0)
            problems.Error(item.At, $"there is no {what}{(effective is null ? "" : $" effective {effective}")} to belong to", Nearest.Hint(part ?? id ?? "", parents.Select(p => p.Key ?? ""), $"the id of a row of {ParentTable(shape)}.csv"));
        else if (found.Count > 1)
            problems.Error(item.At, $"{what} has several versions", "a column \"effective\" that says which one this row belongs to");
        else found[0].Take(shape.Path[^1].Name, item);
    }

    private string ParentTable(TableShape shape) => _shapes.First(s => s.Path.Count == shape.Path.Count - 1 && (s.Path.Count == 0 || s.Path[0] == shape.Path[0])).Name;

    /// <summary>A row on its way to becoming the fields of a record or of a part.</summary>
    private sealed class Row(TableShape shape, CsvRow row, IReadOnlyList<string> missing)
    {
        private readonly Dictionary<string, List<Row>> _items = new(StringComparer.Ordinal);

        public Spot At => row.At;

        public string? Text(string column) => row.Cells.GetValueOrDefault(column);

        public void Take(string list, Row item)
        {
            if (!_items.TryGetValue(list, out var items)) _items[list] = items = [];
            items.Add(item);
        }

        public PackMap Map()
        {
            var fields = new List<PackField>();
            if (shape.Path.Count == 0)
                foreach (var key in shape.Keys.Where(k => Text(k) is not null)) fields.Add(Field(key, new PackText(Text(key)!, true, At)));
            fields.AddRange(shape.Columns.Where(c => c.Part is null && Text(c.Name) is not null).Select(c => Field(c.Name, Cell(c))));
            fields.AddRange(shape.Columns.Where(c => missing.Contains(c.Name, StringComparer.Ordinal)).Select(c => Field(c.Part?.Name ?? c.Name, new PackUnknown(At))).DistinctBy(f => f.Name, StringComparer.Ordinal));
            foreach (var part in shape.Columns.Where(c => c.Part is not null && fields.TrueForAll(f => f.Name != c.Part.Name) && Text(c.Name) is not null).GroupBy(c => c.Part!.Name, StringComparer.Ordinal))
                fields.Add(Field(part.Key, new PackMap([.. part.Select(c => Field(c.Field.Name, Cell(c)))], At)));
            fields.AddRange(_items.Select(i => Field(i.Key, new PackList([.. i.Value.Select(r => r.Map())], At))));
            return new(fields, At);
        }

        private PackField Field(string name, PackNode value) => new(name, value, At);

        private PackNode Cell(TableColumn column) => column.Field.IsList
            ? new PackList([.. Text(column.Name)!.Split(';', StringSplitOptions.TrimEntries).Where(t => t.Length > 0).Select(t => new PackText(t, true, At))], At)
            : new PackText(Text(column.Name)!, true, At);
    }
}
