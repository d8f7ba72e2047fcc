using System.Globalization;

namespace Kept.Core.Foundation;

/// <summary>Dates as Kept writes them in English.</summary>
public static class Dates
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    /// <summary>"1 July 2021".</summary>
    public static string Long(DateOnly day) => day.ToString("d MMMM yyyy", English);

    /// <summary>"14:05".</summary>
    public static string Time(TimeOnly time) => time.ToString("HH:mm", English);

    /// <summary>"Thursday 1 July 2021".</summary>
    public static string WithDay(DateOnly day) => day.ToString("dddd d MMMM yyyy", English);

    /// <summary>"2021-07-01", the form of data and addresses.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", English);

    /// <summary>The day an ISO date names, or null.</summary>
    public static DateOnly? FromIso(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", English, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>"1 April 2021 to 31 March 2022"; a single day stands alone.</summary>
    public static string Span(Period period) =>
        period.Days == 1 ? Long(period.Start) : $"{Long(period.Start)} to {Long(period.End)}";

    /// <summary>"between 1 September and 30 November 2021": what both ends share is said once.</summary>
    public static string Between(Period period) => $"between {First(period)} and {Long(period.End)}";

    private static string First(Period period)
    {
        var (start, end) = (period.Start, period.End);
        if (start.Year != end.Year)
            return Long(start);
        return start.ToString(start.Month == end.Month ? "%d" : "d MMMM", English);
    }
}
