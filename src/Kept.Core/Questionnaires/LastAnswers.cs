namespace Kept.Core.Questionnaires;

/// <summary>What the same body last said to the same question, so that it need not say it again.</summary>
public static class LastAnswers
{
    /// <summary>An answer of an earlier reply, and when that was sent.</summary>
    public sealed record Said(Given Given, DateTimeOffset On);

    /// <summary>
    /// The last answer to a question; null where there is none. Where actions were asked for before it, only replies about the same
    /// actions count: what was said of one action is not an answer about another.
    /// </summary>
    public static Said? Of(Form form, FormQuestion question, IReadOnlyDictionary<string, Given> now, IEnumerable<Reply> sent)
    {
        // Which actions a reply is about is said anew each time; and a file belongs to the reply it came with.
        if (question.Kind is QuestionKind.Actions or QuestionKind.File) return null;
        var about = form.Questions.TakeWhile(q => q.Id != question.Id).Where(q => q.Kind == QuestionKind.Actions).ToList();
        foreach (var earlier in sent.Where(r => r.Sent is not null).OrderByDescending(r => r.Sent))
            if (earlier.Answers.TryGetValue(question.Id, out var given) && !given.IsEmpty && about.All(a => Same(now, earlier.Answers, a.Id)))
                return new(given, earlier.Sent!.Value);
        return null;
    }

    private static bool Same(IReadOnlyDictionary<string, Given> now, IReadOnlyDictionary<string, Given> then, string question) =>
        now.TryGetValue(question, out var here) && then.TryGetValue(question, out var there) && here.SaysTheSameAs(there);
}
