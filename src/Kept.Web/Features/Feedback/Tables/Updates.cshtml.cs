using System.Text;
using Kept.Core.Accounts;
using Kept.Core.Feedback;
using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Core.Workroom;
using Kept.Web.House;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Feedback.Tables;

/// <summary>What falls to a body as a table, to be filled in and sent back.</summary>
[Needs(Power.SeeBody, "id")]
public sealed class UpdatesModel(WorkroomDatabase workroom, Register register, TimeProvider clock) : FeedbackPage(workroom, register, clock)
{
    public IActionResult OnGet(string id)
    {
        if (Record.Find<Organisation>(id) is null) return NoSuch();
        var columns = new CsvColumns<IReadOnlyList<string?>>();
        for (var i = 0; i < UpdateTable.Columns.Count; i++)
        {
            var at = i;
            columns.Add(UpdateTable.Columns[at], row => row[at]);
        }
        return File(Encoding.UTF8.GetBytes(columns.Write(FallsTo.Of(Record, id).Select(UpdateTable.RowOf))), "text/csv; charset=utf-8", $"{id}-updates.csv");
    }
}
