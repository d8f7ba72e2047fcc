namespace Kept.Core.Foundation;

/// <summary>Days on which offices work: Monday to Friday, without the holidays that were listed.</summary>
public static class WorkingDays
{
    public static bool Is(DateOnly day, IReadOnlyCollection<Period> holidays) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Any(h => h.Contains(day));

    /// <summary>The day on which so many working days have passed after a day; that day itself is not counted.</summary>
    public static DateOnly After(DateOnly day, int count, IReadOnlyCollection<Period> holidays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        for (var left = count; left > 0 && day < DateOnly.MaxValue;)
        {
            day = day.AddDays(1);
            if (Is(day, holidays)) left--;
        }
        return day;
    }

    /// <summary>How many working days have passed from one day to a later one; the first is not counted, the last is.</summary>
    public static int Between(DateOnly from, DateOnly to, IReadOnlyCollection<Period> holidays)
    {
        var count = 0;
        for (var day = from; day < to;)
        {
            day = day.AddDays(1);
            if (Is(day, holidays)) count++;
        }
        return count;
    }
}
