using System.Text;
using Kept.Core.Accounts;
using Kept.Core.Workroom;
using Kept.Web.House;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Questionnaires.Replies;

/// <summary>All that was sent to a questionnaire, as a file.</summary>
[Needs(Power.ReadContributions)]
public sealed class DownloadModel(WorkroomDatabase workroom) : WorkPage
{
    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (await Standing.Find(workroom, id) is null) return new ProblemResult(Problem.NoSuchPage());
        var versions = await workroom.Read(w => w.FormVersions.Where(v => v.QuestionnaireId == id).ToListAsync());
        var replies = await workroom.Read(w => w.Replies.Where(r => r.QuestionnaireId == id && r.Sent != null && !r.IsSafeguarded).OrderBy(r => r.Sent).ThenBy(r => r.Reference).ToListAsync());
        return File(Encoding.UTF8.GetBytes(ReplyColumns.Write(replies, versions, Reading.View)), "text/csv; charset=utf-8", $"replies-{id}.csv");
    }
}
