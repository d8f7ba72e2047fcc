using Kept.Core.Questionnaires;
using Kept.Core.Workroom;
using Kept.Core.Foundation;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Questionnaires.Make;

/// <summary>The questionnaire as whoever answers it sees it. Answers lead where they lead, and nothing is kept.</summary>
public sealed class PreviewModel(WorkroomDatabase workroom, TimeProvider clock) : MakingPage(workroom)
{
    private const string Check = "check";
    private FormQuestion? _asked;
    private Given _typed = new([]);

    public ExitPage? Exit { get; private set; }

    public bool IsCheck { get; private set; }

    [BindProperty(Name = "answer")]
    public List<string?> Typed { get; set; } = [];

    [BindProperty]
    public bool Risk { get; set; }

    /// <summary>The question, as it is shown; null on the other pages.</summary>
    public QuestionView? View => _asked is null ? null : new(Form, _asked, _typed.Values, Reading.View) { Error = Errors.Of("answer"), Number = Form.NumberOf(_asked.Id), AtRisk = Risk };

    public string? First => Routing.First(Form).Question is { } first ? QuestionnaireLinks.Preview(Questionnaire.Id, first.Id) : null;

    public async Task<IActionResult> OnGetAsync(string id, string? step) => await Open(id, step) ? Page() : Nowhere();

    public async Task<IActionResult> OnPostAsync(string id, string? step, string? go)
    {
        if (!await Open(id, step) || _asked is null) return Nowhere();
        _typed = Given.Of(Typed);
        if (go == "back") return Then(Form.NumberOf(_asked.Id) is > 1 and var number ? QuestionnaireLinks.Preview(id, Form.Questions.ElementAt(number - 2).Id) : QuestionnaireLinks.Preview(id));
        // A preview takes no files in.
        if (_asked.Kind != QuestionKind.File && CheckAnswer.Of(_asked, _typed, Reading.View, LondonClock.DayOf(clock.GetUtcNow())) is { } wrong)
        {
            Errors.Add("answer", wrong);
            return Mend();
        }
        var next = Routing.Next(Form, _asked, _typed.Values);
        return Then(QuestionnaireLinks.Preview(id, next.Question?.Id ?? next.Exit?.Id ?? Check));
    }

    private async Task<bool> Open(string id, string? step)
    {
        if (!await Find(id)) return false;
        _asked = Form.Find(step);
        Exit = Form.Exits.FirstOrDefault(e => e.Id == step);
        IsCheck = step == Check;
        return step is null || _asked is not null || Exit is not null || IsCheck;
    }
}
