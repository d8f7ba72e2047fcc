using Kept.Core.Questionnaires;
using Kept.Core.Workroom;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Questionnaires.Make;

/// <summary>A question, new or changed: what it asks, what it takes for an answer, where each answer leads.</summary>
public sealed class QuestionModel(WorkroomDatabase workroom) : MakingPage(workroom)
{
    private const string New = "new";
    private const int Options = 40;

    /// <summary>As it stands; null for a new one.</summary>
    public FormQuestion? Known { get; private set; }

    [BindProperty(SupportsGet = true)]
    public string? Section { get; set; }

    [BindProperty]
    public QuestionKind? Kind { get; set; }

    [BindProperty]
    public string? Label { get; set; }

    [BindProperty]
    public string? Hint { get; set; }

    [BindProperty]
    public bool Required { get; set; }

    [BindProperty]
    public string? Choices { get; set; }

    [BindProperty]
    public string? Unit { get; set; }

    [BindProperty]
    public List<string?> When { get; set; } = [];

    [BindProperty]
    public List<string?> To { get; set; } = [];

    /// <summary>The answers that may lead somewhere of their own, and where they lead now; the last is any answer.</summary>
    public IEnumerable<(string When, string To)> Leads => (Known?.Options ?? []).Append("").Select((when, at) =>
        (when, Request.HasFormContentType && at < To.Count ? To[at] ?? "" : Known?.Routes.FirstOrDefault(r => r.When == when)?.To ?? ""));

    public async Task<IActionResult> OnGetAsync(string id, string question)
    {
        if (!await Open(id, question)) return Nowhere();
        if (!Request.HasFormContentType && Known is { } q) (Kind, Label, Hint, Required, Choices, Unit) = (q.Kind, q.Label, q.Hint, q.Required, string.Join('\n', q.Options), q.Unit);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, string question)
    {
        if (!await Open(id, question)) return Nowhere();
        Errors.Requires(Label, nameof(Label), "Write what is asked.");
        if (Kind is null || !QuestionKinds.Offered(Form.Audience).Contains(Kind.Value)) Errors.Add(nameof(Kind), "Choose what it takes for an answer.");
        var options = Kind is { } kind && QuestionKinds.IsChoice(kind) ? Given.Of((Choices ?? "").ReplaceLineEndings("\n").Split('\n')).Values : [];
        if (options.Count > Options) Errors.Add(nameof(Choices), "These are more than 40 answers. Nobody reads that many: ask in another way.");
        if (Form.Audience == Audience.Anyone && options.Prepend(Hint ?? "").Prepend(Label ?? "").Select(IdentifyingWords.In).FirstOrDefault(found => found is not null) is { } asks)
            Errors.Add(nameof(Label), $"This asks for {asks}. A form that anyone may answer asks nothing that says who a child is. Ask for what happened, or for an area.");
        if (Errors.Any) return Mend();
        var made = new FormQuestion(Known?.Id ?? EditForm.NewId('q'), Kind!.Value, Label!.Trim())
        {
            Hint = (Hint ?? "").Trim(),
            Required = Required,
            Options = options,
            Unit = (Unit ?? "").Trim(),
            Routes = [.. When.Zip(To, (when, to) => new FormRoute(when ?? "", to ?? "")).Where(r => r.To.Length > 0 && (r.When.Length == 0 || options.Contains(r.When, StringComparer.Ordinal)))],
        };
        if (!await Save(f => Known is null ? EditForm.AddQuestion(f, Section!, made) : EditForm.ChangeQuestion(f, made))) return Wrong();
        // A new choice has answers only now: next comes where each leads.
        return Then(Known is null && options.Count > 0 ? QuestionnaireLinks.Question(id, made.Id) + "#leads" : QuestionnaireLinks.One(id) + "#" + made.Id);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string id, string question)
    {
        if (!await Open(id, question) || Known is null) return Nowhere();
        return await Save(f => EditForm.RemoveQuestion(f, question)) ? Then(QuestionnaireLinks.One(id) + "#asks") : Wrong();
    }

    private async Task<bool> Open(string id, string question) =>
        await Find(id) && ((Known = Form.Find(question)) is not null || (question == New && Form.Sections.Any(s => s.Id == Section)));
}
