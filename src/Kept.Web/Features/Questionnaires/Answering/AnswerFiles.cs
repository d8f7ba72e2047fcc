using Kept.Core.Feedback.Files;
using Kept.Core.Questionnaires;
using Kept.Core.Workroom;
using Kept.Web.Features.Feedback.Files;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Questionnaires.Answering;

/// <summary>Files as answers: looked at before they are kept, taken away again, and gone with the reply.</summary>
public sealed class AnswerFiles(VirusCheck viruses)
{
    /// <summary>One file that may be kept.</summary>
    public sealed record Checked(CheckFile.Taken File, string Said);

    /// <summary>The files that may be kept, and why each of the others may not.</summary>
    public async Task<(IReadOnlyList<Checked> Taken, IReadOnlyList<string> Refused)> Look(IEnumerable<IFormFile> files, CancellationToken cancel)
    {
        var (taken, refused) = (new List<Checked>(), new List<string>());
        foreach (var file in files.Where(f => f.Length > 0 || !string.IsNullOrEmpty(f.FileName)).Take(Attachment.Most + 1))
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, cancel);
            var (kept, why) = CheckFile.Of(file.FileName, bytes.ToArray());
            var said = "";
            if (kept is not null) (said, why) = await viruses.Of(kept.Bytes, cancel);
            if (kept is not null && why is null) taken.Add(new(kept, said));
            else refused.Add($"{Path.GetFileName(file.FileName)}: {why}");
        }
        return (taken, refused);
    }

    /// <summary>Adds files to the answer to a question, in the change that is being made; says which had no room.</summary>
    public static async Task<IReadOnlyList<string>> Add(WorkroomContext w, Reply reply, Form form, FormQuestion question, IReadOnlyList<Checked> files, string by, DateTimeOffset now)
    {
        var refused = new List<string>();
        var there = await w.Attachments.Where(a => a.ReplyId == reply.Id).ToListAsync();
        foreach (var file in files)
        {
            var (row, bytes) = file.File.OfReply(reply.Id, question.Id, by, now, file.Said);
            // The same file twice is there once.
            if (there.Exists(a => a.Question == question.Id && a.Sha256 == row.Sha256)) continue;
            if (there.Count >= Attachment.Most)
            {
                refused.Add($"{row.Name}: there are {Attachment.Most} files already. Take one away first.");
                continue;
            }
            there.Add(row);
            w.AddRange(row, bytes);
        }
        SaveAnswer.Of(reply, form, question.Id, ValueOf(there, question), now);
        return refused;
    }

    /// <summary>Takes a file away again.</summary>
    public static async Task TakeAway(WorkroomContext w, Reply reply, Form form, FormQuestion question, string file, DateTimeOffset now)
    {
        var there = await w.Attachments.Where(a => a.ReplyId == reply.Id).ToListAsync();
        if (there.Find(a => a.Id == file && a.Question == question.Id) is not { } row) return;
        w.Attachments.Remove(row);
        there.Remove(row);
        SaveAnswer.Of(reply, form, question.Id, ValueOf(there, question), now);
    }

    private static Given ValueOf(IEnumerable<Attachment> files, FormQuestion question) =>
        new([.. files.Where(a => a.Question == question.Id).OrderBy(a => a.Made).ThenBy(a => a.Name, StringComparer.Ordinal).Select(SentFile.ValueOf)]);
}
