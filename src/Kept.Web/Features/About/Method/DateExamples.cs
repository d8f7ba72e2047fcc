using Kept.Core.Foundation;

namespace Kept.Web.Features.About.Method;

/// <summary>One rule of reading dates, with words to read by it.</summary>
/// <param name="Id">Its name in data: D1 to D10.</param>
public sealed record DateRule(string Id, string Says, IReadOnlyList<DateExample> Examples);

/// <summary>Words as a document might print them, read by the same code that reads the record's own.</summary>
public sealed record DateExample(string Words, When? Read, Refusal? Refused)
{
    // The day that relative words are counted from, on the page that shows them.
    public static readonly DateOnly Anchor = new(2025, 10, 8);

    public static DateExample Of(string words, YearKind years = YearKind.Financial)
    {
        var read = When.Parse(words, Anchor, out var refusal, years);
        return new(words, read, refusal);
    }
}

/// <summary>The rules with their examples. Nothing is written down here but the words: each reading is worked out when asked for.</summary>
public static class DateRules
{
    public static IReadOnlyList<DateRule> All =>
    [
        Rule("D1", "Seasons are those of the weather: spring is March to May, and so on. Winter takes its year from its December.", "autumn 2021", "winter 2022", "winter 2022-23"),
        Rule("D2", "Early, mid and late are the first, second and last month of a season. Of a year they are the first quarter, the two middle ones and the last.", "late summer 2021", "early spring 2023", "late 2021"),
        Rule("D3", "Two years that follow each other are a financial year, 1 April to 31 March. Two full years with a hyphen might be two calendar years.", "over 2021/2022", "end of 2021-22", "2023-2024"),
        new("D4", "In statistics of children’s social work and of schools, such a year runs from 1 August to 31 July.", [DateExample.Of("2020-21", YearKind.AugustToJuly)]),
        Rule("D5", "By a time means up to the last day of it. Read strictly, it means the day before that time begins. Both are kept.", "by spring 2023", "by 2030", "by March 2022"),
        Rule("D6", "By the end of a time leaves no doubt: its last day.", "by the end of 2024"),
        Rule("D7", "A month, a quarter or a year is the whole of it.", "July 2021", "Q3 2024/25", "Q3 2024"),
        Rule("D8", "In figures, the day comes first. A day that does not exist is refused, and so is a year of two figures.", "03/04/2021", "31/02/2021", "5 March 21"),
        Rule("D9", "Words such as “within six months” count from the date of the document. Here that is 8 October 2025.", "within six months"),
        Rule("D10", "Words without a date stay without one. The gap is shown and counted.", "ongoing", "in due course"),
    ];

    private static DateRule Rule(string id, string says, params string[] words) => new(id, says, [.. words.Select(w => DateExample.Of(w))]);
}
