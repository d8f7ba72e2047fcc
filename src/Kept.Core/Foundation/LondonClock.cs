namespace Kept.Core.Foundation;

/// <summary>The days of Europe/London, read from the clock it is given. Every instant it answers is in UTC.</summary>
public sealed class LondonClock(TimeProvider time)
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>This instant, in UTC.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>The day it is in London now.</summary>
    public DateOnly Today => DayOf(Now);

    /// <summary>The day it is in London at an instant.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, London).DateTime);

    /// <summary>What clocks in London show at an instant.</summary>
    public static TimeOnly TimeOf(DateTimeOffset instant) => TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, London).DateTime);

    /// <summary>The instant at which a day begins. London's clocks change after midnight, so there is always exactly one.</summary>
    public static DateTimeOffset StartOfDay(DateOnly day) =>
        new(TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), London));

    /// <summary>The instant at which London's clocks show a time on a day. A time that is shown twice is the later, one that is skipped an hour later.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var shown = day.ToDateTime(time);
        return new(TimeZoneInfo.ConvertTimeToUtc(London.IsInvalidTime(shown) ? shown.AddHours(1) : shown, London));
    }

    /// <summary>The instant at which a day ends: 24:00, which is the start of the next day.</summary>
    public static DateTimeOffset EndOfDay(DateOnly day) => StartOfDay(day.AddDays(1));
}
