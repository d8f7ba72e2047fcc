using Kept.Core.Feedback.Files;
using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Questionnaires;
using Kept.Core.Records;
using Kept.Design.Forms;
using Microsoft.AspNetCore.Html;

namespace Kept.Web.Features.Questionnaires;

/// <summary>The field that a question of a form is answered in, the same wherever it stands.</summary>
public static class AnswerField
{
    /// <param name="name">The name it is sent under.</param>
    /// <param name="heading">Whether it is alone on its page.</param>
    public static IHtmlContent Draw(FormQuestion asked, IReadOnlyList<string> values, string? error, View record, string name = "answer", bool heading = true)
    {
        var question = new Question(name, asked.Label) { Hint = HintOf(asked), Error = error, Optional = !asked.Required, Heading = heading };
        var first = values.Count > 0 ? values[0] : null;
        return asked.Kind switch
        {
            QuestionKind.LongText => Field.Area(question, first, 8, CheckAnswer.LongestText),
            QuestionKind.OneChoice => Field.One(question, asked.Options.Select(o => new Answer(o, o)), first),
            QuestionKind.ManyChoices => Field.Any(question, asked.Options.Select(o => new Answer(o, o)), values),
            QuestionKind.Number => Field.Line(question, first, mode: "decimal"),
            QuestionKind.Body => Field.Pick(question, Bodies(record), first),
            QuestionKind.Actions => Field.Any(question, Actions(record), values),
            QuestionKind.Places => Field.Any(question, Places(record), values),
            QuestionKind.File => Field.File(question, string.Join(',', FileKind.All.SelectMany(k => k.Extensions)), several: true),
            _ => Field.Line(question, first),
        };
    }

    /// <summary>The help text, and what its kind needs to be said.</summary>
    public static string? HintOf(FormQuestion asked)
    {
        var more = asked.Kind switch
        {
            QuestionKind.ManyChoices or QuestionKind.Actions or QuestionKind.Places => "Choose all that are right.",
            QuestionKind.Number when asked.Unit.Length > 0 => $"In figures: {asked.Unit}.",
            QuestionKind.Number => "In figures.",
            QuestionKind.Money => "For example £15,000, or about £1.5 million.",
            QuestionKind.File => $"Up to {Attachment.Most} files with all your answers, each up to 10 MB, and together no more than that at once: {CheckFile.Kinds}. From pictures we take out where, when and with what they were taken. No pictures of children, and no papers that name them.",
            QuestionKind.Date => "As you would write it: 31 March 2027, spring 2027, by the end of 2028, ongoing.",
            _ => "",
        };
        var hint = string.Join(' ', new[] { asked.Hint, more }.Where(h => h.Length > 0));
        return hint.Length > 0 ? hint : null;
    }

    public static IEnumerable<Answer> Bodies(View record) =>
        [new("", "Choose"), .. record.All<Organisation>().OrderBy(o => o.Body.Name, StringComparer.OrdinalIgnoreCase).Select(o => new Answer(o.Key.Id, o.Body.Name))];

    public static IEnumerable<Answer> Actions(View record) =>
        record.All<PlanAction>().OrderBy(a => a.Body.Plan, StringComparer.Ordinal).ThenBy(a => a.Body.Order).Select(a => new Answer(a.Key.Id, a.Body.Title));

    public static IEnumerable<Answer> Places(View record) =>
        record.All<Place>().Where(p => p.Body.Kind == "council").OrderBy(p => p.Body.Name, StringComparer.Ordinal).Select(p => new Answer(p.Key.Id, p.Body.Name));
}
