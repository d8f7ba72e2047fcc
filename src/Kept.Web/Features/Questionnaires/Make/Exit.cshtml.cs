using Kept.Core.Questionnaires;
using Kept.Core.Workroom;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Questionnaires.Make;

/// <summary>An exit page, new or changed.</summary>
public sealed class ExitModel(WorkroomDatabase workroom) : MakingPage(workroom)
{
    private const string New = "new";

    /// <summary>As it stands; null for a new one.</summary>
    public ExitPage? Known { get; private set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public async Task<IActionResult> OnGetAsync(string id, string exit)
    {
        if (!await Open(id, exit)) return Nowhere();
        if (!Request.HasFormContentType) (Title, Words) = (Known?.Title, Known?.Words);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, string exit)
    {
        if (!await Open(id, exit)) return Nowhere();
        if (!Errors.Requires(Title, nameof(Title), "Write its title.") | !Errors.Requires(Words, nameof(Words), "Write what it says.")) return Mend();
        var page = new ExitPage(Known?.Id ?? EditForm.NewId('x'), Title!.Trim(), Words!.ReplaceLineEndings("\n").Trim());
        return await Save(f => Known is null ? EditForm.AddExit(f, page) : EditForm.ChangeExit(f, page)) ? Then(QuestionnaireLinks.One(id) + "#exits") : Wrong();
    }

    public async Task<IActionResult> OnPostRemoveAsync(string id, string exit)
    {
        if (!await Open(id, exit) || Known is null) return Nowhere();
        return await Save(f => EditForm.RemoveExit(f, exit)) ? Then(QuestionnaireLinks.One(id) + "#exits") : Wrong();
    }

    private async Task<bool> Open(string id, string exit) => await Find(id) && ((Known = Form.Exits.FirstOrDefault(e => e.Id == exit)) is not null || exit == New);
}
