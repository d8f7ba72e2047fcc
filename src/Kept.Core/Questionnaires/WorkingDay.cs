using Kept.Core.Foundation;

namespace Kept.Core.Questionnaires;

/// <summary>One working day of those who safeguard: Monday to Friday in London. Somebody at risk does not wait for a holiday to end, so none is left out.</summary>
public static class WorkingDay
{
    /// <summary>When the working day after an instant is over: the same time on the next working day; what came on a weekend counts from Monday morning.</summary>
    public static DateTimeOffset After(DateTimeOffset instant)
    {
        var (day, time) = (LondonClock.DayOf(instant), LondonClock.TimeOf(instant));
        if (!Is(day)) (day, time) = (Next(day), TimeOnly.MinValue);
        // Clocks change on Sundays, so every time of a working day is there once.
        return LondonClock.At(Next(day), time);
    }

    public static bool Is(DateOnly day) => WorkingDays.Is(day, []);

    private static DateOnly Next(DateOnly day)
    {
        do day = day.AddDays(1);
        while (!Is(day));
        return day;
    }
}
