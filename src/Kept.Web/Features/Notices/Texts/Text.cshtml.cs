using Kept.Core.Accounts;
using Kept.Core.Notices;
using Kept.Core.Workroom;
using Kept.Web.House;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Notices.Texts;

/// <summary>One e-mail: its words now, and the shipped ones.</summary>
[Needs(Power.EditTexts)]
public sealed class TextModel(Letters letters, WorkroomDatabase workroom, TimeProvider clock) : WorkPage
{
    public MailText Text { get; private set; } = null!;

    /// <summary>The last time somebody changed it.</summary>
    public EditedText? Last { get; private set; }

    /// <summary>Who that was.</summary>
    public string? By { get; private set; }

    [BindProperty]
    public string? Subject { get; set; }

    [BindProperty]
    public string? Body { get; set; }

    public Task<IActionResult> OnGetAsync(string id) => With(id, () =>
    {
        var standing = Last?.Wording ?? Text.Shipped;
        (Subject, Body) = (Subject ?? standing.Subject, Body ?? standing.Body);
        return Task.FromResult<IActionResult>(Page());
    });

    public Task<IActionResult> OnPostAsync(string id) => With(id, async () =>
    {
        var (edited, refusals) = EditText.Of(Text, Subject, Body, Me.Id, clock.GetUtcNow());
        foreach (var (field, why) in refusals) Errors.Add(field, why);
        if (edited is null) return Mend();
        await workroom.Write(w => w.Texts.AddAsync(edited).AsTask());
        return Then(NoticeLinks.Text(id));
    });

    public Task<IActionResult> OnPostPutBackAsync(string id) => With(id, async () =>
    {
        await workroom.Write(w => w.Texts.AddAsync(EditText.PutBack(Text, Me.Id, clock.GetUtcNow())).AsTask());
        return Then(NoticeLinks.Text(id));
    });

    private async Task<IActionResult> With(string id, Func<Task<IActionResult>> then)
    {
        if (MailTexts.Find(id) is not { } text) return new ProblemResult(Problem.NoSuchPage());
        (Text, Last) = (text, await letters.Edited(id));
        By = Last is null ? null : await workroom.Read(async w => (await w.Users.FindAsync(Last.By))?.Name) ?? Last.By;
        return await then();
    }
}
