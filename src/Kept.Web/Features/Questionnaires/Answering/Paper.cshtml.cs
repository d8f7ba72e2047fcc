using Kept.Core.Accounts;
using Kept.Core.Questionnaires;
using Kept.Core.Workroom;
using Kept.Web.House;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Questionnaires.Answering;

/// <summary>A questionnaire as a form to print: every question with boxes and lines, and where to send it.</summary>
public sealed class PaperModel(WorkroomDatabase workroom, FormToken tokens, TimeProvider clock, KeptSettings settings) : AnswerPage(workroom, tokens, clock)
{
    protected override string Subject => "";

    /// <summary>Whether whoever looks may make questionnaires: they also see drafts, and what is not set.</summary>
    public bool IsStaff => Me?.May(Power.MakeQuestionnaires) == true;

    /// <summary>The lines of the address it goes back to; none where none is set.</summary>
    public IReadOnlyList<string> ReturnAddress => settings.ReturnAddress?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    public string Whole(string path) => settings.Whole(Request, path);

    public int? Version { get; private set; }

    public async Task<IActionResult> OnGetAsync(string questionnaire)
    {
        if (await Standing.Find(Workroom, questionnaire) is not { } standing || (standing.Version is null && !IsStaff)) return Nowhere();
        (Questionnaire, Form, Version) = (standing.Questionnaire, standing.Version?.Form ?? standing.Form, standing.Version?.Number);
        return Page();
    }

    /// <summary>What a route says on paper.</summary>
    public string Say(FormQuestion question, FormRoute route)
    {
        var when = route.When.Length == 0 ? "Then" : $"If you chose “{route.When}”,";
        if (Routing.Onward(Form, question, route) is not { } step) return "";
        var to = step.Question is { } next ? FormattableString.Invariant($"go to question {Form.NumberOf(next.Id)}") : step.Exit is { } exit ? $"you can stop here: {exit.Title}" : "go to the end";
        return $"{when} {to}.";
    }

    public int Lines(FormQuestion question) => question.Kind switch { QuestionKind.LongText => 8, QuestionKind.ShortText => 2, _ => 1 };

    public IEnumerable<string> Boxes(FormQuestion question) => question.Kind switch
    {
        QuestionKind.OneChoice or QuestionKind.ManyChoices => question.Options,
        QuestionKind.Actions => AnswerField.Actions(Reading.View).Select(a => a.Words),
        QuestionKind.Places => AnswerField.Places(Reading.View).Select(a => a.Words),
        _ => [],
    };
}
