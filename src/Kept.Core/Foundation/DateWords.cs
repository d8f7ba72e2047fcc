namespace Kept.Core.Foundation;

/// <summary>The words of the calendar, in lower case.</summary>
internal static class DateWords
{
    private static readonly string[] Months =
    [
        "january", "february", "march", "april", "may", "june",
        "july", "august", "september", "october", "november", "december",
    ];

    private static readonly string[] Weekdays =
        ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    private static readonly string[] Numbers =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>1 to 12 for a month's name or its first letters, three at least; 0 otherwise.</summary>
    internal static int Month(string word) => Index(Months, word) + 1;

    internal static DayOfWeek? Weekday(string word) => Index(Weekdays, word) is >= 0 and var day ? (DayOfWeek)day : null;

    /// <summary>A number written as a word, up to twelve, or in figures; null otherwise.</summary>
    internal static int? Number(DateToken token) => token.Kind switch
    {
        DateTokenKind.Number when token.Text.Length <= 4 => token.Value,
        DateTokenKind.Word when Array.IndexOf(Numbers, token.Text) is >= 0 and var value => value,
        _ => null,
    };

    internal static string MonthName(int month) => char.ToUpperInvariant(Months[month - 1][0]) + Months[month - 1][1..];

    private static int Index(string[] names, string word) =>
        Array.FindIndex(names, n => n == word || (word.Length >= 3 && n.StartsWith(word, StringComparison.Ordinal)));
}
