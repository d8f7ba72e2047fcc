namespace Kept.Core.Questionnaires;

/// <summary>What comes after a question: another, an exit page, or, with neither, the page where the answers are checked.</summary>
public readonly record struct Step(FormQuestion? Question, ExitPage? Exit)
{
    public bool IsCheck => Question is null && Exit is null;
}

/// <summary>
/// Which question follows which answer. A route counts only if it leads onward, so that even a form that was never checked cannot
/// loop: with every step the place of the question in the form grows.
/// </summary>
public static class Routing
{
    /// <summary>The first page of questions.</summary>
    public static Step First(Form form) => new(form.Questions.FirstOrDefault(), null);

    /// <summary>What follows a question that was answered so; only this answer decides.</summary>
    public static Step Next(Form form, FormQuestion question, IReadOnlyList<string> values)
    {
        foreach (var route in question.Routes.Where(r => Applies(r, values)))
            if (Onward(form, question, route) is { } step) return step;
        return InOrder(form, question);
    }

    /// <summary>Every step that some answer to the question leads to.</summary>
    public static IEnumerable<Step> Possible(Form form, FormQuestion question)
    {
        foreach (var route in question.Routes)
        {
            if (Onward(form, question, route) is not { } step) continue;
            yield return step;
            if (route.When.Length == 0) yield break;
        }
        yield return InOrder(form, question);
    }

    /// <summary>How many questions can follow this one at most.</summary>
    public static int AtMostAfter(Form form, FormQuestion question)
    {
        var longest = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var asked in form.Questions.Reverse())
            longest[asked.Id] = Possible(form, asked).Max(step => step.Question is { } next ? 1 + longest.GetValueOrDefault(next.Id) : 0);
        return longest.GetValueOrDefault(question.Id);
    }

    /// <summary>Where a route leads; null where it leads nowhere, back, or to where it starts.</summary>
    public static Step? Onward(Form form, FormQuestion from, FormRoute route)
    {
        if (route.To == FormRoute.End) return default(Step);
        if (form.Exits.FirstOrDefault(e => e.Id == route.To) is { } exit) return new(null, exit);
        var to = Target(form, route);
        return to is not null && form.NumberOf(to.Id) > form.NumberOf(from.Id) ? new(to, null) : null;
    }

    /// <summary>The question a route names, itself or by its section; null where there is none.</summary>
    public static FormQuestion? Target(Form form, FormRoute route) =>
        form.Find(route.To) ?? (form.Sections.FirstOrDefault(s => s.Id == route.To)?.Questions is [var first, ..] ? first : null);

    private static bool Applies(FormRoute route, IReadOnlyList<string> values) => route.When.Length == 0 || values.Contains(route.When, StringComparer.Ordinal);

    private static Step InOrder(Form form, FormQuestion question) => new(form.Questions.SkipWhile(q => q.Id != question.Id).Skip(1).FirstOrDefault(), null);
}
