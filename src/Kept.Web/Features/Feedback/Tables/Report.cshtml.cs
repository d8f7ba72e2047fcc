using System.Text;
using Kept.Core.Accounts;
using Kept.Core.Foundation;
using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Core.Workroom;
using Kept.Web.House;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Feedback.Tables;

/// <summary>Everything a body said in Kept that belongs in one of its statutory reports: the same words, as a table or as a text to go on writing in.</summary>
[Needs(Power.SeeBody, "id")]
public sealed class ReportModel(WorkroomDatabase workroom, Register register, TimeProvider clock) : FeedbackPage(workroom, register, clock)
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public IActionResult OnGet(string id, string report, string form)
    {
        if (Record.Find<Organisation>(id) is not { } body || !StatutoryReports.Ids.Contains(report, StringComparer.Ordinal)) return NoSuch();
        var lines = Record.Naming<Update>(body.Key).Where(u => u.Body.Body == id && u.Body.Reports.Contains(report, StringComparer.Ordinal)).OrderBy(u => u.Body.Of, StringComparer.Ordinal).ThenByDescending(u => u.Effective)
            .Select(u => new ReportLine(RecordTitle.Of(Record, RecordKey.Parse(u.Body.Of)), u.Effective, u.Body)).ToList();
        return form switch
        {
            "csv" => File(Encoding.UTF8.GetBytes(Columns.Write(lines)), "text/csv; charset=utf-8", $"{id}-{report}.csv"),
            "docx" => File(Document(body.Body.Name, report, lines), Word, $"{id}-{report}.docx"),
            _ => NoSuch(),
        };
    }

    private byte[] Document(string body, string report, IEnumerable<ReportLine> lines)
    {
        var text = new WordFile();
        text.Heading(1, StatutoryReports.Label(report));
        text.Paragraph($"{body}. What it told the programme up to {Dates.Long(Today)}, in its own words.");
        foreach (var subject in lines.GroupBy(l => l.About, StringComparer.Ordinal))
        {
            text.Heading(2, subject.Key);
            foreach (var line in subject)
            {
                text.Heading(3, Dates.Long(line.Effective) + (line.Update.Status is { } status ? $": {CommitmentStatuses.Label(status).ToLowerInvariant()}" : ""));
                foreach (var part in (line.Update.Said ?? "Still true.").Split('\n')) text.Paragraph(part);
                foreach (var proof in line.Update.Evidence) text.Paragraph("Evidence: " + (proof.Address is null ? proof.Text : $"{proof.Text} ({proof.Address})"));
            }
        }
        return text.Bytes();
    }

    private static readonly CsvColumns<ReportLine> Columns = new()
    {
        { "about", l => l.Update.Of },
        { "title", l => l.About },
        { "effective", l => Dates.Iso(l.Effective) },
        { "words", l => l.Update.Said ?? "Still true." },
        { "status", l => l.Update.Status },
        { "new_date", l => l.Update.NewDate },
        { "why_moved", l => l.Update.WhyMoved },
        { "evidence", l => CsvCell.Join(l.Update.Evidence.Select(e => e.Text)) },
        { "evidence_address", l => CsvCell.Join(l.Update.Evidence.Select(e => e.Address)) },
    };

    private sealed record ReportLine(string About, DateOnly Effective, Update Update);
}
