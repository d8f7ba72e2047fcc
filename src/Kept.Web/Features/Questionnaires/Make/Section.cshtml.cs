using Kept.Core.Questionnaires;
using Kept.Core.Workroom;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Questionnaires.Make;

/// <summary>A section: what it is called; taken out once it is empty.</summary>
public sealed class SectionModel(WorkroomDatabase workroom) : MakingPage(workroom)
{
    public FormSection? Section { get; private set; }

    [BindProperty]
    public string? Title { get; set; }

    public async Task<IActionResult> OnGetAsync(string id, string section)
    {
        if (!await Open(id, section)) return Nowhere();
        if (!Request.HasFormContentType) Title = Section!.Title;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, string section)
    {
        if (!await Open(id, section)) return Nowhere();
        if (!Errors.Requires(Title, nameof(Title), "Write what the section is called.")) return Mend();
        return await Save(f => EditForm.NameSection(f, section, Title.Trim())) ? Then(QuestionnaireLinks.One(id) + "#" + section) : Wrong();
    }

    public async Task<IActionResult> OnPostRemoveAsync(string id, string section)
    {
        if (!await Open(id, section)) return Nowhere();
        if (Section!.Questions.Count > 0)
        {
            Errors.Add("", "It still has questions. Move them to another section, or take them out first.");
            return Mend();
        }
        return await Save(f => EditForm.RemoveSection(f, section)) ? Then(QuestionnaireLinks.One(id)) : Wrong();
    }

    private async Task<bool> Open(string id, string section) => await Find(id) && (Section = Form.Sections.FirstOrDefault(s => s.Id == section)) is not null;
}
