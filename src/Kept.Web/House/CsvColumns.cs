using System.Globalization;
using System.Text;

namespace Kept.Web.House;

/// <summary>The columns of a list's CSV: RFC 4180, several values joined by "; ", cells that a spreadsheet would run made harmless.</summary>
public sealed class CsvColumns<T> : List<(string Name, Func<T, string?> Value)>
{
    public void Add(string name, Func<T, string?> value) => Add((name, value));

    public string Write(IEnumerable<T> items)
    {
        var text = new StringBuilder();
        Line(text, this.Select(c => c.Name));
        foreach (var item in items) Line(text, this.Select(c => CsvCell.Harmless(c.Value(item) ?? "")));
        return text.ToString();
    }

    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(CsvCell.Quoted)).Append("\r\n");
}

/// <summary>What a cell may say.</summary>
public static class CsvCell
{
    /// <summary>Several values in one cell.</summary>
    public static string Join(IEnumerable<string?> values) => string.Join("; ", values.Where(v => !string.IsNullOrEmpty(v)));

    /// <summary>A cell that starts like a formula gets an apostrophe before it; numbers stay numbers.</summary>
    public static string Harmless(string cell)
    {
        if (cell.Length == 0 || !"=+-@\t\r\n＝＋－＠".Contains(cell[0], StringComparison.Ordinal)) return cell;
        return decimal.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) ? cell : "'" + cell;
    }

    public static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 && cell.Trim().Length == cell.Length ? cell : "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
