namespace Kept.Core.Questionnaires;

/// <summary>The way through a form that the answers given so far lead.</summary>
/// <param name="Asked">The questions on it, in order; the last may be the one that stands open.</param>
/// <param name="Open">The first question without an answer that can be taken; null where none is left.</param>
/// <param name="Exit">The exit page it ends on, if it does.</param>
public sealed record Walked(IReadOnlyList<FormQuestion> Asked, FormQuestion? Open, ExitPage? Exit)
{
    /// <summary>Whether everything that has to be asked was, and it can be sent.</summary>
    public bool IsWhole => Open is null && Exit is null;

    /// <summary>Follows the answers from the first question on. A question was asked once it has an answer, an empty one included.</summary>
    public static Walked Of(Form form, IReadOnlyDictionary<string, Given> given, Func<FormQuestion, Given, bool> holds)
    {
        var asked = new List<FormQuestion>();
        var step = Routing.First(form);
        while (step.Question is { } question)
        {
            asked.Add(question);
            if (!given.TryGetValue(question.Id, out var answer) || !holds(question, answer)) return new(asked, question, null);
            step = Routing.Next(form, question, answer.Values);
        }
        return new(asked, null, step.Exit);
    }

    /// <summary>The question before this one on the way; null for the first, and for one that is not on it.</summary>
    public FormQuestion? Before(string question)
    {
        for (var at = 1; at < Asked.Count; at++)
            if (Asked[at].Id == question) return Asked[at - 1];
        return null;
    }
}
