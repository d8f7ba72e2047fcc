using Kept.Core.Feedback.Files;
using Kept.Core.Questionnaires;
using Kept.Core.Workroom;
using Kept.Web.House;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Questionnaires.Replies;

/// <summary>The files that came with a reply, and with what its body added, for those who may read it.</summary>
public static class ReplyFiles
{
    public static async Task<IReadOnlyList<Attachment>> Of(WorkroomDatabase workroom, Reply reply) =>
        await workroom.Read(w => w.Attachments.Where(a => a.ReplyId == reply.Id || w.Contributions.Any(c => c.Id == a.ContributionId && c.FormKey == reply.Id)).OrderBy(a => a.Made).ToListAsync());

    /// <summary>One of them, always as a download: a browser that shows it would run what is in it.</summary>
    public static async Task<IActionResult> Download(WorkroomDatabase workroom, IReadOnlyList<Attachment> files, string? file)
    {
        if (files.FirstOrDefault(f => f.Id == file) is not { } row) return new ProblemResult(Problem.NoSuchPage());
        var bytes = await workroom.Read(w => w.AttachedBytes.Where(b => b.Id == row.Id).Select(b => b.Bytes).FirstAsync());
        return new FileContentResult(bytes, FileKind.All.FirstOrDefault(k => k.Id == row.Kind)?.Type ?? "application/octet-stream") { FileDownloadName = row.Name };
    }
}
