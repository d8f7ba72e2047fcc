namespace Kept.Core.Foundation;

/// <summary>The four meteorological seasons of the north (rule D1): spring is March to May, winter December to February.</summary>
public enum Season
{
    Spring,
    Summer,
    Autumn,
    Winter,
}

public static class Seasons
{
    /// <summary>The three months of a season. A winter is named by the year of its December.</summary>
    public static Period In(this Season season, int year) => Period.Months(year, 3 + (3 * (int)season), 3);

    /// <summary>The season a day falls in, and the year that season is named by.</summary>
    public static (Season Season, int Year) Of(DateOnly day) =>
        ((Season)(((day.Month + 9) % 12) / 3), day.Month < 3 ? day.Year - 1 : day.Year);

    /// <summary>"spring", as it is written inside a sentence and in an address.</summary>
    public static string Name(this Season season) => season switch
    {
        Season.Spring => "spring",
        Season.Summer => "summer",
        Season.Autumn => "autumn",
        Season.Winter => "winter",
        _ => throw new ArgumentOutOfRangeException(nameof(season)),
    };

    /// <summary>The season of that name, in any case, or null.</summary>
    public static Season? Named(string? name) => name?.ToLowerInvariant() switch
    {
        "spring" => Season.Spring,
        "summer" => Season.Summer,
        "autumn" => Season.Autumn,
        "winter" => Season.Winter,
        _ => null,
    };
}
