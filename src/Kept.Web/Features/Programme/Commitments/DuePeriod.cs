using System.Globalization;
using Kept.Core.Foundation;

namespace Kept.Web.Features.Programme.Commitments;

/// <summary>A year or a season as the filter writes it: "2022", "2022-spring". Winter belongs to the year of its December.</summary>
public static class DuePeriod
{
    private static readonly string[] Seasons = ["spring", "summer", "autumn", "winter"];

    /// <summary>The days it covers, or null when it is neither.</summary>
    public static Period? Read(string text)
    {
        var parts = text.Split('-');
        if (parts[0].Length != 4 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1900 or > 2200) return null;
        if (parts.Length == 1) return new Period(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var season = Array.IndexOf(Seasons, parts[1]);
        if (parts.Length != 2 || season < 0) return null;
        var start = new DateOnly(year, 3, 1).AddMonths(3 * season);
        return new Period(start, start.AddMonths(3).AddDays(-1));
    }

    /// <summary>The season a day falls in, as the filter writes it.</summary>
    public static string SeasonOf(DateOnly day)
    {
        var (season, year) = Core.Foundation.Seasons.Of(day);
        return FormattableString.Invariant($"{year}-{season.Name()}");
    }

    /// <summary>The season a day falls in, in words: "spring 2022", "winter 2021 to 2022".</summary>
    public static string SeasonWords(DateOnly day)
    {
        var (season, year) = Core.Foundation.Seasons.Of(day);
        return season == Season.Winter ? FormattableString.Invariant($"winter {year} to {year + 1}") : FormattableString.Invariant($"{season.Name()} {year}");
    }
}
