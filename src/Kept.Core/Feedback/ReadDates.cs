using Kept.Core.Foundation;
using Kept.Core.Programme;

namespace Kept.Core.Feedback;

/// <summary>Dates that bodies write, read as the record keeps them.</summary>
internal static class ReadDates
{
    /// <summary>The due date that words mean, read from a day; or why they mean none.</summary>
    public static (Due? Due, string? Why) Due(string words, DateOnly today) => When.Parse(words, today, out var refusal) switch
    {
        null => (null, refusal?.ToString() ?? "Write a date, such as 31 March 2027, March 2027 or spring 2027."),
        { End: null } => (null, "Write the last day or month by which it is to be done."),
        var read => (new Due { Text = words.Trim(), Qualifier = read.Qualifier, Start = read.Start, End = read.End, StrictEnd = read.StrictEnd, PeriodStart = read.PeriodStart }, null),
    };

    /// <summary>The day since when something is true: the first day that the words mean, and not after today.</summary>
    public static (DateOnly? Day, string? Why) Since(string? words, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(words)) return (today, null);
        if (When.Parse(words, today, out var refusal) is not { } read) return (null, refusal?.ToString() ?? "Write a day, such as 1 November 2026.");
        var day = read.Start ?? read.PeriodStart ?? read.End;
        return day switch
        {
            null => (null, "Write a day, such as 1 November 2026."),
            { } later when later > today => (null, "That day has not come yet. Write since when it is true."),
            _ => (day, null),
        };
    }
}
