using System.Globalization;
using CsvHelper;

namespace Kept.Web.House;

/// <summary>The columns of a list's CSV: RFC 4180, several values joined by "; ", cells that a spreadsheet would run made harmless.</summary>
public sealed class CsvColumns<T> : List<(string Name, Func<T, string?> Value)>
{
    public void Add(string name, Func<T, string?> value) => Add((name, value));

    public string Write(IEnumerable<T> items)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvWriter.Create(text, new CsvWriterOptions(), leaveOpen: true))
        {
            foreach (var (name, _) in this) csv.WriteField(name);
            csv.EndRecord();
            foreach (var item in items)
            {
                foreach (var (_, value) in this) csv.WriteField(CsvCell.Harmless(value(item) ?? ""));
                csv.EndRecord();
            }
        }
        return text.ToString();
    }
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
}
