using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;

namespace Kept.Core.Questionnaires;

/// <summary>What an answer says, for people: names for ids, a unit behind a number.</summary>
public static class AnswerWords
{
    public static IEnumerable<string> Of(FormQuestion question, Given given, View record) => given.Values.Select(value => Of(question, value, record));

    /// <summary>How a date in words is read, where that says more than the words; null otherwise.</summary>
    public static string? ReadingOf(FormQuestion question, Given given, DateOnly today) =>
        question.Kind == QuestionKind.Date && given.Values is [var words] && CheckAnswer.DateOf(words, today, out _) is { } read && !string.Equals(read.Reading, words, StringComparison.OrdinalIgnoreCase) ? read.Reading : null;

    private static string Of(FormQuestion question, string value, View record) => question.Kind switch
    {
        QuestionKind.Number when question.Unit.Length > 0 => $"{value} {question.Unit}",
        QuestionKind.Money => CheckAnswer.SumOf(value)?.Words ?? value,
        QuestionKind.Body => record.Find<Organisation>(value)?.Body.Name ?? value,
        QuestionKind.Actions => record.Find<PlanAction>(value)?.Body.Title ?? value,
        QuestionKind.File => SentFile.NameOf(value) ?? value,
        QuestionKind.Places => record.Find<Place>(value)?.Body.Name ?? value,
        _ => value,
    };
}
