using System.Globalization;
using System.Runtime.InteropServices;

namespace Kept.Core.Foundation;

/// <summary>
/// What is left between two days: whole years, then whole months (0 to 11), then days. All are 0 once the day has come.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Remaining(int Years, int Months, int Days)
{
    public static Remaining Between(DateOnly from, DateOnly to)
    {
        if (to <= from)
            return default;
        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month;
        if (from.AddMonths(months) > to)
            months--;
        return new(months / 12, months % 12, to.DayNumber - from.AddMonths(months).DayNumber);
    }

    /// <summary>"3 years 1 month"; days are counted only in the last month; "0 days" once the day has come.</summary>
    public string Words
    {
        get
        {
            if (Years == 0 && Months == 0)
                return Count(Days, "day");
            var parts = new[] { (Years, "year"), (Months, "month") };
            return string.Join(' ', parts.Where(p => p.Item1 > 0).Select(p => Count(p.Item1, p.Item2)));
        }
    }

    private static string Count(int number, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {unit}{(number == 1 ? "" : "s")}");
}
