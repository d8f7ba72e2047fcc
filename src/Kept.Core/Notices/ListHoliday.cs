using Kept.Core.Foundation;

namespace Kept.Core.Notices;

/// <summary>Lists days on which nobody works. One day needs no last day.</summary>
public static class ListHoliday
{
    private const int Longest = 100;
    private const int LongestName = 100;

    public static (Holiday? Holiday, IReadOnlyList<(string Field, string Why)> Refusals) Of(string? name, string? from, string? to, string by, DateTimeOffset now)
    {
        var refusals = new List<(string Field, string Why)>();
        var called = name?.Trim() ?? "";
        if (called.Length == 0) refusals.Add(("Name", "Write what the days are called, such as: Summer holidays."));
        if (called.Length > LongestName) refusals.Add(("Name", $"The name has {called.Length} letters. Write up to {LongestName}."));
        var days = TypedDays.Read(from, string.IsNullOrWhiteSpace(to) ? from : to, LondonClock.DayOf(now), Longest, refusals);
        return refusals.Count > 0 ? (null, refusals) : (new() { Name = called, From = days!.Value.Start, To = days.Value.End, MadeBy = by, Made = now }, []);
    }
}
