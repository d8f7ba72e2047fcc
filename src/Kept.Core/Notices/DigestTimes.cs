using Kept.Core.Foundation;

namespace Kept.Core.Notices;

/// <summary>When digests go out: at half past seven by London's clocks, every day or every Monday.</summary>
public static class DigestTimes
{
    private static readonly TimeOnly Hour = new(7, 30);

    public static DateTimeOffset On(DateOnly day) => LondonClock.At(day, Hour);

    /// <summary>
    /// The day whose digest is due and was not looked at yet: the last one, where several were missed. While a pause holds digests none
    /// is due; one that it held is due the first morning after it.
    /// </summary>
    public static DateOnly? Due(Often often, DateTimeOffset looked, DateTimeOffset now, IReadOnlyCollection<Pause> pauses)
    {
        bool Held(DateTimeOffset instant) => pauses.Any(p => p.Holds(NoticeKind.Digest, instant));
        if (Held(now)) return null;
        var (due, owed) = ((DateOnly?)null, false);
        for (var day = LondonClock.DayOf(looked); On(day) <= now; day = day.AddDays(1))
        {
            if (On(day) <= looked) continue;
            var isTime = often == Often.Daily || day.DayOfWeek == DayOfWeek.Monday;
            // One that was missed before the pause waits for its end as well.
            if (Held(On(day))) (due, owed) = (null, owed || isTime || due is not null);
            else if (isTime || owed) (due, owed) = (day, false);
        }
        return due;
    }
}
