using System.Globalization;
using Kept.Core.Foundation;

namespace Kept.Core.Notices;

/// <summary>Reads a first and a last day as people write them.</summary>
internal static class TypedDays
{
    /// <summary>The days; null when something is wrong, which is then among the refusals.</summary>
    internal static Period? Read(string? from, string? to, DateOnly today, int longest, List<(string Field, string Why)> refusals)
    {
        var before = refusals.Count;
        var first = Day("From", "first", from, today, w => w.PeriodStart ?? w.Start, refusals);
        var last = Day("To", "last", to, today, w => w.PeriodEnd ?? w.End, refusals);
        if (first is not { } start || last is not { } end || refusals.Count > before) return null;
        if (end < start) refusals.Add(("To", $"The last day, {Dates.Long(end)}, is before the first, {Dates.Long(start)}."));
        else if (end.DayNumber - start.DayNumber >= longest) refusals.Add(("To", string.Create(CultureInfo.InvariantCulture, $"That is longer than {longest} days. Give a last day that is nearer.")));
        else return new(start, end);
        return null;
    }

    private static DateOnly? Day(string field, string which, string? text, DateOnly today, Func<When, DateOnly?> of, List<(string Field, string Why)> refusals)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            refusals.Add((field, $"Write the {which} day, such as 27 March 2027."));
            return null;
        }
        if (When.Parse(text, today, out var refusal) is not { } when)
        {
            refusals.Add((field, $"{refusal!.What} Write the {which} day, such as 27 March 2027."));
            return null;
        }
        if (of(when) is { } day) return day;
        refusals.Add((field, $"“{text.Trim()}” names no {which} day. Write it as 27 March 2027."));
        return null;
    }
}
