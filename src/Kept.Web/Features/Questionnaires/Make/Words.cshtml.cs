using Kept.Core.Questionnaires;
using Kept.Core.Workroom;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Questionnaires.Make;

/// <summary>The title, who may answer, and what stands before the first question.</summary>
public sealed class WordsModel(WorkroomDatabase workroom) : MakingPage(workroom)
{
    private const int Longest = 2000;

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public Audience Audience { get; set; }

    [BindProperty]
    public string? About { get; set; }

    [BindProperty]
    public string? Takes { get; set; }

    [BindProperty]
    public string? Readers { get; set; }

    [BindProperty]
    public string? Next { get; set; }

    [BindProperty]
    public string? Help { get; set; }

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (!await Find(id)) return Nowhere();
        // A form that came back is shown with what was typed.
        if (!Request.HasFormContentType) (Title, Audience, About, Takes, Readers, Next, Help) = (Form.Title, Form.Audience, Form.About, Form.Takes, Form.Readers, Form.Next, Form.Help);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id)
    {
        if (!await Find(id)) return Nowhere();
        if (Errors.Requires(Title, nameof(Title), "Write what it is called.") && Title.Length > CheckAnswer.LongestLine) Errors.Add(nameof(Title), "This is too long for a title.");
        foreach (var (name, text) in new[] { (nameof(About), About), (nameof(Takes), Takes), (nameof(Readers), Readers), (nameof(Next), Next), (nameof(Help), Help) })
            if (text?.Length > Longest) Errors.Add(name, "This is longer than 2,000 characters. Nothing was cut off: shorten it here.");
        if (Errors.Any) return Mend();
        return await Save(f => f with { Title = Title!.Trim(), Audience = Audience, About = Text(About), Takes = Text(Takes), Readers = Text(Readers), Next = Text(Next), Help = Text(Help) })
            ? Then(QuestionnaireLinks.One(id)) : Wrong();
    }

    private static string Text(string? typed) => (typed ?? "").ReplaceLineEndings("\n").Trim();
}
