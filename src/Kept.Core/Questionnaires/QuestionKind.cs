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

    /// <summary>One file or several; never where a form is open to anyone.</summary>
    File,
}

/// <summary>What is common to kinds of questions.</summary>
public static class QuestionKinds
{
    /// <summary>The kinds that a form for somebody may ask.</summary>
    public static IReadOnlyList<QuestionKind> Offered(Audience audience) => [.. Enum.GetValues<QuestionKind>().Where(k => k != QuestionKind.File || audience != Audience.Anyone)];

    public static bool IsChoice(QuestionKind kind) => kind is QuestionKind.OneChoice or QuestionKind.ManyChoices;

    /// <summary>Whether there can be several answers at once.</summary>
    public static bool TakesMany(QuestionKind kind) => kind is QuestionKind.ManyChoices or QuestionKind.Actions or QuestionKind.Places or QuestionKind.File;

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
        QuestionKind.File => "One file or several",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
