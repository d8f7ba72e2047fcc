using System.Globalization;
using Kept.Core.Foundation;
using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;

namespace Kept.Core.Questionnaires;

/// <summary>Whether an answer can be taken, and why not.</summary>
public static class CheckAnswer
{
    public const int LongestLine = 200, LongestText = 6_000;

    /// <summary>What is wrong with an answer, as a sentence; null when nothing is.</summary>
    public static string? Of(FormQuestion question, Given given, View record, DateOnly today)
    {
        if (given.IsEmpty) return question.Required ? Missing(question.Kind) : null;
        if (!QuestionKinds.TakesMany(question.Kind) && given.Values.Count > 1) return "Give one answer.";
        return given.Values.Select(value => Wrong(question, value, record, today)).FirstOrDefault(wrong => wrong is not null);
    }

    private static string Missing(QuestionKind kind) => kind switch
    {
        QuestionKind.OneChoice or QuestionKind.Body => "Choose one.",
        QuestionKind.ManyChoices or QuestionKind.Actions or QuestionKind.Places => "Choose at least one.",
        QuestionKind.File => "Add a file.",
        QuestionKind.Number => "Write a number.",
        QuestionKind.Money => "Write a sum in pounds.",
        QuestionKind.Date => "Write a date, or what you know of it.",
        _ => "Write an answer.",
    };

    private static string? Wrong(FormQuestion question, string value, View record, DateOnly today) => question.Kind switch
    {
        QuestionKind.ShortText => TooLong(value, LongestLine),
        QuestionKind.LongText => TooLong(value, LongestText),
        QuestionKind.OneChoice or QuestionKind.ManyChoices => question.Options.Contains(value, StringComparer.Ordinal) ? null : "Choose from the answers there are.",
        QuestionKind.Number => NumberOf(value) is null ? "Write a number in figures, like 12 or 3.5." : null,
        QuestionKind.Money => SumOf(value) is null ? "Write one sum in pounds, like £15,000 or about £1.5 million." : null,
        QuestionKind.Date => DateOf(value, today, out var refusal) is null && !When.IsOpen(value) ? refusal : null,
        QuestionKind.Body => record.Find<Organisation>(value) is null ? "Choose a body of the record." : null,
        QuestionKind.Actions => record.Find<PlanAction>(value) is null ? "Choose actions of the record." : null,
        QuestionKind.Places => record.Find<Place>(value) is null ? "Choose places of the record." : null,
        QuestionKind.File => SentFile.NameOf(value) is null ? "Add the file itself." : null,
        _ => throw new ArgumentOutOfRangeException(nameof(question)),
    };

    /// <summary>A number in figures, with or without commas.</summary>
    public static decimal? NumberOf(string value) =>
        decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A sum in pounds, with or without the sign.</summary>
    public static Money? SumOf(string value) => Money.Parse(value, out _) ?? Money.Parse("£" + value, out _);

    /// <summary>A date in words; the sentence says what is wrong with one that cannot be read.</summary>
    public static When? DateOf(string value, DateOnly today, out string refusal)
    {
        var read = value.Length > LongestLine ? null : When.Parse(value, today, out _);
        refusal = "We cannot read a date from this. Write it like 31 March 2027, spring 2027, by the end of 2028, or ongoing.";
        return read;
    }

    private static string? TooLong(string value, int most) => value.Length <= most ? null : FormattableString.Invariant($"This has {value.Length} characters; there is room for {most}. Nothing was cut off: shorten it here.");
}
