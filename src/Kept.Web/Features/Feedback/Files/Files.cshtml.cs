using Kept.Core.Accounts;
using Kept.Core.Feedback;
using Kept.Core.Feedback.Files;
using Kept.Core.Foundation;
using Kept.Core.Records;
using Kept.Core.Workroom;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Feedback.Files;

/// <summary>The files that came with a contribution: seen by its body and by those who decide on it, never published.</summary>
[Needs(Power.SeeBody)]
[RequestSizeLimit(Attachment.MostBytes + 256 * 1024)]
public sealed class FilesModel(WorkroomDatabase workroom, Register register, TimeProvider clock, VirusCheck viruses) : FeedbackPage(workroom, register, clock)
{
    public Contribution Contribution { get; private set; } = null!;

    public IReadOnlyList<Attachment> Files { get; private set; } = [];

    public bool MayAdd => Me.May(Power.WriteForBody, Contribution.Body) && (Contribution.IsOpenToItsBody || Contribution.Waits);

    public async Task<IActionResult> OnGetAsync(string id) => await Find(id) ? Page() : NoSuch();

    public async Task<IActionResult> OnPostAsync(string id, IFormFile? file)
    {
        if (!await Find(id) || !MayAdd) return NoSuch();
        if (Files.Count >= Attachment.Most) Errors.Add("File", "There are five files already. Take one away first.");
        else if (file is null) Errors.Add("File", "Choose a file.");
        else if (await Take(id, file) is { } refusal) Errors.Add("File", refusal.ToString());
        return Errors.Any ? Mend() : Then(FeedbackLinks.Files(id));
    }

    public async Task<IActionResult> OnPostTakeAwayAsync(string id, string? file)
    {
        if (!await Find(id) || !MayAdd) return NoSuch();
        await Workroom.Write(w => w.Attachments.Where(a => a.Id == file && a.ContributionId == id).ExecuteDeleteAsync());
        return Then(FeedbackLinks.Files(id));
    }

    /// <summary>One file, always as a download: a browser that shows it would run what is in it.</summary>
    public async Task<IActionResult> OnGetFileAsync(string id, string? file)
    {
        if (!await Find(id) || Files.FirstOrDefault(f => f.Id == file) is not { } row) return NoSuch();
        var bytes = await Workroom.Read(w => w.AttachedBytes.Where(b => b.Id == row.Id).Select(b => b.Bytes).FirstAsync());
        return File(bytes, FileKind.All.FirstOrDefault(k => k.Id == row.Kind)?.Type ?? "application/octet-stream", row.Name);
    }

    private async Task<Refusal?> Take(string id, IFormFile file)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, HttpContext.RequestAborted);
        var (taken, refusal) = CheckFile.Of(file.FileName, bytes.ToArray());
        if (taken is null) return refusal;
        var (said, found) = await viruses.Of(taken.Bytes, HttpContext.RequestAborted);
        if (found is not null) return found;
        var (row, content) = taken.Rows(id, Me.Id, Now, said);
        Refusal? late = null;
        await Workroom.Write(async w =>
        {
            // Counted where nobody else writes: two uploads at once cannot make six. The same file twice is there once.
            var there = await w.Attachments.Where(a => a.ContributionId == id).Select(a => a.Sha256).ToListAsync();
            if (there.Contains(row.Sha256, StringComparer.Ordinal)) return;
            if (there.Count >= Attachment.Most) late = new("There are five files already.", "It was not kept.");
            else w.AddRange(row, content);
        });
        return late;
    }

    private async Task<bool> Find(string id)
    {
        if (await Workroom.Read(w => w.Contributions.FirstOrDefaultAsync(c => c.Id == id)) is not { } found) return false;
        if (!Me.May(found.State is ContributionState.Draft or ContributionState.InBody or ContributionState.Safeguarded ? Power.WriteForBody : Power.SeeBody, found.Body)) return false;
        Contribution = found;
        Files = await Workroom.Read(w => w.Attachments.Where(a => a.ContributionId == id).OrderBy(a => a.Made).ToListAsync());
        return true;
    }
}
