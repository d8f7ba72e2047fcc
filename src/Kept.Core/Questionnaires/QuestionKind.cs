namespace Kept.Core.Questionnaires;

/// <summary>What a question takes for an answer.</summary>
public enum QuestionKind
{
    ShortText,
    LongText,
    OneChoice,
    ManyChoices,
    Number,
    Money,

    /// <summary>A date as people write it: "spring 2027", "by the end of 2028", "ongoing".</summary>
    Date,
    Body,
    Actions,
    Places,

    /// <summary>Defined, but not offered before files can be taken in.</summary>
    File,
}

/// <summary>What is common to kinds of questions.</summary>
public static class QuestionKinds
{
    /// <summary>The kinds a form may ask now.</summary>
    public static IReadOnlyList<QuestionKind> Offered { get; } = [.. Enum.GetValues<QuestionKind>().Where(k => k != QuestionKind.File)];

    public static bool IsChoice(QuestionKind kind) => kind is QuestionKind.OneChoice or QuestionKind.ManyChoices;

    /// <summary>Whether there can be several answers at once.</summary>
    public static bool TakesMany(QuestionKind kind) => kind is QuestionKind.ManyChoices or QuestionKind.Actions or QuestionKind.Places;

    public static string Say(QuestionKind kind) => kind switch
    {
        QuestionKind.ShortText => "A line of text",
        QuestionKind.LongText => "Several lines of text",
        QuestionKind.OneChoice => "One of several answers",
        QuestionKind.ManyChoices => "Any of several answers",
        QuestionKind.Number => "A number",
        QuestionKind.Money => "A sum of money",
        QuestionKind.Date => "A date, as people write it",
        QuestionKind.Body => "A body of the record",
        QuestionKind.Actions => "Actions of the plans",
        QuestionKind.Places => "Council areas",
        QuestionKind.File => "A file",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
