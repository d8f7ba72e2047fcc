using Kept.Core.Content;
using Kept.Core.Foundation;
using Kept.Core.Programme;
using Kept.Core.Records;

namespace Kept.Core.Feedback;

/// <summary>
/// Many updates of one body in one table, in the columns in which its workspace can be downloaded. Rows without words, and rows that
/// say what the body said last, are left alone: what was downloaded and not touched sends nothing. It is taken whole or not at all.
/// </summary>
public static class UpdateTable
{
    public const int MostRows = 500;
    public const int MostBytes = 2 * 1024 * 1024;

    /// <summary>The columns, in order. The first three only say what the row is about; <c>about</c> must be there.</summary>
    public static IReadOnlyList<string> Columns { get; } =
        ["about", "title", "due", "words", "status", "since", "new_date", "which_date", "why_moved", "evidence", "evidence_address", "reports"];

    /// <summary>One row that is to be sent.</summary>
    public sealed record Row(int Line, FallsTo Task, Told Told);

    /// <summary>What is wrong, where: a line of the file, from 1, and the column; empty for the whole row.</summary>
    public sealed record Problem(int Line, string Column, string Why);

    /// <summary>What is to be sent, or everything that is wrong.</summary>
    public static (IReadOnlyList<Row> Rows, IReadOnlyList<Problem> Problems) Read(byte[] file, string body, View record, DateOnly today)
    {
        if (file.Length > MostBytes) return ([], [new(1, "", "The file is larger than 2 MB.")]);
        var problems = new Problems();
        if (PackFiles.Decode(file, "table", problems) is not { } text) return ([], Said(problems));
        var table = CsvTable.Read(new("table", text), problems);
        if (problems.Errors.Count > 0) return ([], Said(problems));
        var wrong = table.Columns.Where(c => !Columns.Contains(c, StringComparer.Ordinal)).Select(c => new Problem(1, c, "There is no such column. Use those of the download.")).ToList();
        if (!table.Columns.Contains("about", StringComparer.Ordinal)) wrong.Add(new(1, "about", "This column is missing: it says what each row is about."));
        if (wrong.Count > 0) return ([], wrong);
        var tasks = FallsTo.Of(record, body).ToDictionary(f => f.Record.ToString(), StringComparer.Ordinal);
        var rows = new List<Row>();
        foreach (var row in table.Rows)
        {
            var told = ToldBy(row, wrong);
            if (told == new Told { Evidence = told.Evidence, Reports = told.Reports } && told.Evidence.Count == 0 && told.Reports.Count == 0) continue;
            if (Cell(row, "about") is not { } about || !tasks.TryGetValue(about, out var task))
            {
                wrong.Add(new(row.At.Line, "about", "This falls to your body under no such name. Take it from the download."));
                continue;
            }
            if (task.Last is { } last && SaysTheSame(told, last.Body)) continue;
            foreach (var (field, why) in CheckTold.Of(ContributionKind.Update, about, told, record, today)) wrong.Add(new(row.At.Line, ColumnOf(field), why));
            rows.Add(new(row.At.Line, task, told));
        }
        if (rows.Count > MostRows) wrong.Add(new(1, "", "There are more than 500 updates. Send them in several tables."));
        foreach (var twice in rows.GroupBy(r => r.Task.Record).Where(g => g.Count() > 1)) wrong.Add(new(twice.Last().Line, "about", $"Line {twice.First().Line} is about the same."));
        return wrong.Count > 0 ? ([], [.. wrong.OrderBy(w => w.Line)]) : (rows, []);
    }

    /// <summary>A row of the download: what falls to the body, with what it said last.</summary>
    public static IReadOnlyList<string?> RowOf(FallsTo task)
    {
        var last = task.Last?.Body;
        return
        [
            task.Record.ToString(), task.Title, string.Join("; ", task.Due.Select(d => $"{d.Qualifier} {d.Text}")), last?.Said, last?.Status, null, last?.NewDate, null, last?.WhyMoved,
            last is { Evidence: [var first, ..] } ? first.Text : null, last is { Evidence: [{ Address: { } address }, ..] } ? address : null, last is null ? null : string.Join("; ", last.Reports),
        ];
    }

    private static Told ToldBy(CsvRow row, List<Problem> wrong)
    {
        var which = Cell(row, "which_date");
        if (!int.TryParse(which ?? "1", System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)) wrong.Add(new(row.At.Line, "which_date", "Write a whole number from 1, or leave it empty."));
        return new()
        {
            Words = Cell(row, "words"),
            Status = Cell(row, "status"),
            Since = Cell(row, "since"),
            NewDate = Cell(row, "new_date"),
            WhichDate = number,
            WhyMoved = Cell(row, "why_moved"),
            Evidence = Cell(row, "evidence") is { } evidence || Cell(row, "evidence_address") is not null ? [new(Cell(row, "evidence") ?? "", Cell(row, "evidence_address"))] : [],
            Reports = [.. (Cell(row, "reports") ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
        };
    }

    // A download puts an apostrophe before what a spreadsheet would run.
    private static string? Cell(CsvRow row, string column) =>
        row.Cells.TryGetValue(column, out var cell) ? PlainText.Of(cell.Length > 1 && cell[0] == '\'' && "=+-@".Contains(cell[1], StringComparison.Ordinal) ? cell[1..] : cell) : null;

    private static bool SaysTheSame(Told told, Update last) =>
        told.Words == last.Said && told.Status == last.Status && told.NewDate == last.NewDate && told.WhyMoved == last.WhyMoved && told.Since is null
        && told.Reports.SequenceEqual(last.Reports, StringComparer.Ordinal) && told.Evidence.Take(1).SequenceEqual(last.Evidence.Take(1));

    private static string ColumnOf(string field) => field switch
    {
        "Words" => "words",
        "Status" => "status",
        "Since" => "since",
        "NewDate" => "new_date",
        "WhichDate" => "which_date",
        "WhyMoved" => "why_moved",
        "Reports" => "reports",
        _ when field.EndsWith(".Address", StringComparison.Ordinal) => "evidence_address",
        _ when field.StartsWith("Evidence", StringComparison.Ordinal) => "evidence",
        _ => "",
    };

    private static IReadOnlyList<Problem> Said(Problems problems) => [.. problems.Errors.Select(e => new Problem(e.Line, "", $"{char.ToUpperInvariant(e.What[0])}{e.What[1..]}. Wanted: {e.Expected}."))];
}
