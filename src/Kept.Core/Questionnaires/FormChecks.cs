namespace Kept.Core.Questionnaires;

/// <summary>What stands against a form going live. <paramref name="Where"/> is the id of the question, section or exit page, empty for the form.</summary>
public sealed record FormFault(string Where, string Says);

/// <summary>Holds a form against the rules before it goes live, and says in words what has to be mended.</summary>
public static class FormChecks
{
    public static IReadOnlyList<FormFault> Of(Form form) =>
        [.. Words(form), .. form.Sections.SelectMany(s => OfSection(s)), .. form.Questions.SelectMany(q => OfQuestion(form, q)), .. Alike(form), .. Unreachable(form), .. ForAnyone(form)];

    private static IEnumerable<FormFault> Words(Form form)
    {
        if (string.IsNullOrWhiteSpace(form.Title)) yield return new("", "The questionnaire has no title.");
        if (!form.Questions.Any()) yield return new("", "It asks nothing yet. Add a question.");
        if (string.IsNullOrWhiteSpace(form.About)) yield return new("", "Nothing says what it is about.");
        if (string.IsNullOrWhiteSpace(form.Takes)) yield return new("", "Nothing says how long it takes.");
        if (string.IsNullOrWhiteSpace(form.Readers)) yield return new("", "Nothing says who reads the answers.");
        if (string.IsNullOrWhiteSpace(form.Next)) yield return new("", "Nothing says what happens next.");
        foreach (var exit in form.Exits.Where(e => string.IsNullOrWhiteSpace(e.Title) || string.IsNullOrWhiteSpace(e.Words)))
            yield return new(exit.Id, "This exit page needs a title and words.");
    }

    private static IEnumerable<FormFault> OfSection(FormSection section)
    {
        if (section.Questions.Count == 0) yield return new(section.Id, $"The section “{section.Title}” has no question.");
    }

    private static IEnumerable<FormFault> OfQuestion(Form form, FormQuestion question)
    {
        if (string.IsNullOrWhiteSpace(question.Label)) yield return new(question.Id, "This question has no words.");
        if (question.Kind == QuestionKind.File && form.Audience == Audience.Anyone) yield return new(question.Id, $"{Named(question)} asks for a file. A form that anyone may answer takes none: a picture says who a child is, and where. Ask for words.");
        if (QuestionKinds.IsChoice(question.Kind) && question.Options.Count < 2) yield return new(question.Id, $"{Named(question)} is a choice, and has fewer than two answers to choose from.");
        foreach (var option in question.Options.GroupBy(o => o, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
            yield return new(question.Id, $"{Named(question)} has the answer “{option.Key}” twice.");
        foreach (var route in question.Routes)
            if (Wrong(form, question, route) is { } wrong) yield return new(question.Id, wrong);
    }

    private static string? Wrong(Form form, FormQuestion question, FormRoute route)
    {
        if (route.When.Length > 0 && !question.Options.Contains(route.When, StringComparer.Ordinal)) return $"{Named(question)} has a route for “{route.When}”, which is none of its answers.";
        if (Routing.Onward(form, question, route) is not null) return null;
        return Routing.Target(form, route) is { } back ? $"{Named(question)} leads back to “{back.Label}”. A route can only lead onward." : $"{Named(question)} has a route that leads nowhere: what it led to is gone, or has no question.";
    }

    private static IEnumerable<FormFault> Alike(Form form) =>
        form.Questions.GroupBy(q => q.Label.Trim(), StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1 && g.Key.Length > 0)
            .Select(g => new FormFault(g.Last().Id, $"Two questions say “{g.Key}”. Nobody could tell their answers apart."));

    private static IEnumerable<FormFault> Unreachable(Form form)
    {
        var (reached, exits) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        if (Routing.First(form).Question is { } first) reached.Add(first.Id);
        // Every step leads onward, so one walk in order finds all.
        foreach (var question in form.Questions.Where(q => reached.Contains(q.Id)))
            foreach (var step in Routing.Possible(form, question))
            {
                if (step.Question is { } next) reached.Add(next.Id);
                if (step.Exit is { } exit) exits.Add(exit.Id);
            }
        foreach (var question in form.Questions.Where(q => !reached.Contains(q.Id))) yield return new(question.Id, $"No answer leads to {Named(question)}.");
        foreach (var exit in form.Exits.Where(e => !exits.Contains(e.Id))) yield return new(exit.Id, $"No answer leads to the exit page “{exit.Title}”.");
    }

    private static IEnumerable<FormFault> ForAnyone(Form form)
    {
        if (form.Audience != Audience.Anyone) yield break;
        if (string.IsNullOrWhiteSpace(form.Help)) yield return new("", "It is open to anyone, and does not say when those who read it must get help.");
        foreach (var question in form.Questions)
            if (question.Options.Prepend(question.Hint).Prepend(question.Label).Select(IdentifyingWords.In).FirstOrDefault(found => found is not null) is { } asks)
                yield return new(question.Id, $"{Named(question)} asks for {asks}. A form that anyone may answer asks nothing that says who a child is: children write here too, and what we do not hold nobody can lose. Ask for what happened, or for an area.");
    }

    private static string Named(FormQuestion question) => $"“{question.Label}”";
}
