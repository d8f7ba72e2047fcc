using System.Globalization;
using Kept.Design.Html;
using Microsoft.AspNetCore.Html;

namespace Kept.Design.Forms;

/// <summary>Fields as the design system draws them: a label above, a hint and an error tied to the field, what was typed kept.</summary>
public static class Field
{
    /// <summary>One line of text; <paramref name="type"/> as HTML names it.</summary>
    public static IHtmlContent Line(Question question, string? value, string type = "text", string? autocomplete = null, int most = 200, string? mode = null) =>
        Asked(question).Add(Described(new Element("input").Class(question.Error is null ? "ds_input" : "ds_input ds_input--error"), question)
            .With("type", type).With("value", type == "password" ? null : value ?? "").With("maxlength", most.ToString(CultureInfo.InvariantCulture))
            .With("autocomplete", autocomplete ?? "off").With("inputmode", mode).With("spellcheck", type is "password" or "email" ? "false" : null));

    /// <summary>Several lines of text.</summary>
    public static IHtmlContent Area(Question question, string? value, int rows = 6, int most = 20_000) =>
        Asked(question).Add(Described(new Element("textarea").Class(question.Error is null ? "ds_input" : "ds_input ds_input--error"), question)
            .With("rows", rows.ToString(CultureInfo.InvariantCulture)).With("maxlength", most.ToString(CultureInfo.InvariantCulture))
            // The first line end of a text area is not part of its text.
            .Text("\n" + value));

    /// <summary>One of a list that opens.</summary>
    public static IHtmlContent Pick(Question question, IEnumerable<Answer> answers, string? chosen) =>
        Asked(question).Add(new Element("div").Class("ds_select-wrapper")
            .Add(Described(new Element("select").Class("ds_select"), question).Add(answers.Select(answer =>
                new Element("option").With("value", answer.Value).With("selected", answer.Value == (chosen ?? "") ? "selected" : null).Text(answer.Words))))
            .Add(new Element("span").Class("ds_select-arrow").With("aria-hidden", "true")));

    /// <summary>One of a few, all in sight.</summary>
    public static IHtmlContent One(Question question, IEnumerable<Answer> answers, string? chosen) =>
        Group(question, answers, "radio", value => value == chosen);

    /// <summary>Any number of a few, all in sight.</summary>
    public static IHtmlContent Any(Question question, IEnumerable<Answer> answers, IReadOnlyCollection<string> chosen) =>
        Group(question, answers, "checkbox", value => chosen.Contains(value, StringComparer.Ordinal));

    /// <summary>One thing to agree to or not, with no question above it.</summary>
    public static IHtmlContent Tick(Question question, bool ticked) =>
        new Element("div").Class(question.Error is null ? "ds_question" : "ds_question ds_question--error").Add(Wrong(question))
            .Add(Choice(question, new("true", question.Label, question.Hint), question.Id, "checkbox", ticked));

    /// <summary>A file from the writer's own machine, or several; <paramref name="accept"/> as HTML names kinds.</summary>
    public static IHtmlContent File(Question question, string accept, bool several = false) =>
        Asked(question).Add(Described(new Element("input").Class(question.Error is null ? "ds_input" : "ds_input ds_input--error"), question).With("type", "file").With("accept", accept).With("multiple", several ? "multiple" : null));

    public static IHtmlContent Hidden(string name, string? value) =>
        new Element("input").With("type", "hidden").With("name", name).With("value", value ?? "");

    private static Element Asked(Question question) =>
        new Element("div").Class(question.Error is null ? "ds_question" : "ds_question ds_question--error")
            .Add(Headed(question, new Element("label").Class("ds_label").With("for", question.Id).Text(question.Asked))).Add(Hint(question)).Add(Wrong(question));

    private static Element Headed(Question question, Element label) => question.Heading ? new Element("h1").Class("k-asked").Add(label) : label;

    private static Element Group(Question question, IEnumerable<Answer> answers, string type, Func<string, bool> chosen) =>
        new Element("div").Class(question.Error is null ? "ds_question" : "ds_question ds_question--error")
            .Add(new Element("fieldset").With("aria-describedby", question.DescribedBy)
                .Add(question.Heading ? new Element("legend").Add(new Element("h1").Class("k-asked").Text(question.Asked)) : new Element("legend").Text(question.Asked)).Add(Hint(question)).Add(Wrong(question))
                .Add(new Element("div").Class("ds_field-group").Add(answers.Select((answer, at) =>
                    // The first bears the question's id, so that a list of errors can lead there.
                    Choice(question, answer, at == 0 ? question.Id : FormattableString.Invariant($"{question.Id}-{at + 1}"), type, chosen(answer.Value))))));

    private static Element Choice(Question question, Answer answer, string id, string type, bool chosen)
    {
        var kind = type == "radio" ? "ds_radio" : "ds_checkbox";
        return new Element("div").Class(kind)
            .Add(new Element("input").Class(kind + "__input").With("id", id).With("name", question.Name).With("type", type).With("value", answer.Value)
                .With("checked", chosen ? "checked" : null).With("aria-describedby", answer.Hint is null ? null : id + "-more"))
            .Add(new Element("label").Class(kind + "__label").With("for", id).Text(answer.Words))
            .Add(answer.Hint is null ? null : new Element("p").Class("ds_hint-text").With("id", id + "-more").Text(answer.Hint));
    }

    private static Element Described(Element field, Question question) =>
        field.With("id", question.Id).With("name", question.Name).With("aria-describedby", question.DescribedBy).With("aria-invalid", question.Error is null ? null : "true");

    private static Element? Hint(Question question) =>
        question.Hint is null ? null : new Element("p").Class("ds_hint-text").With("id", question.Id + "-hint").Text(question.Hint);

    private static Element? Wrong(Question question) =>
        question.Error is null ? null : new Element("p").Class("ds_question__error-message").With("id", question.Id + "-error")
            .Add(new Element("span").Class("visually-hidden").Text("Error: ")).Text(question.Error);
}
