using CsvHelper;

namespace Kept.Core.Content;

/// <summary>A row of a table, its cells by column; empty cells are left out.</summary>
internal sealed record CsvRow(IReadOnlyDictionary<string, string> Cells, Spot At);

/// <summary>A table of a pack: RFC 4180, one header line, every row as long as the header.</summary>
internal sealed record CsvTable(IReadOnlyList<string> Columns, IReadOnlyList<CsvRow> Rows)
{
    /// <summary>How a column is called whose name an earlier one has.</summary>
    public const string Again = "\0";

    public static CsvTable Read(PackFile file, Problems problems)
    {
        using var reader = CsvReader.FromText(file.Text, new CsvReaderOptions
        {
            HasHeader = false,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = bad => problems.Error(new(file.Path, (int)bad.LineNumber), "a quotation mark stands where none can", "a text with quotation marks inside quotation marks, each doubled"),
        });
        string[]? header = null;
        var rows = new List<CsvRow>();
        while (reader.Read())
        {
            var cells = Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i).Trim()).ToArray();
            var at = new Spot(file.Path, (int)reader.LineNumber);
            if (cells.All(c => c.Length == 0)) continue;
            if (header is null) header = Header(cells, at, problems);
            else if (cells.Length != header.Length) problems.Error(at, $"the row has {cells.Length} cells", $"{header.Length}, as the header has");
            else rows.Add(new(header.Zip(cells).Where(c => c.Second.Length > 0).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal), at));
        }
        if (header is null) problems.Error(new(file.Path, 1), "the table is empty", "a first line with the names of the columns");
        return new(header ?? [], rows);
    }

    private static string[] Header(string[] cells, Spot at, Problems problems)
    {
        foreach (var twice in cells.GroupBy(c => c, StringComparer.Ordinal).Where(g => g.Count() > 1))
            problems.Error(at, $"the column \"{twice.Key}\" stands twice", "each column once, and none without a name");
        return [.. cells.Select((c, i) => Array.IndexOf(cells, c) == i ? c : $"{Again}{i}")];
    }
}
