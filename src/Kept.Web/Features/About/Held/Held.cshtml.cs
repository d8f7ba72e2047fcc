using Kept.Core.Foundation;
using Kept.Core.Workroom;
using Kept.Web.House;

namespace Kept.Web.Features.About.Held;

/// <summary>What is held that is not public, why, and for how long.</summary>
public sealed class HeldModel(IEnumerable<DailyErasing> erasing) : PublicPage
{
    public static IReadOnlyList<RetentionRule> Rules => Retention.Rules;

    /// <summary>When the rule last ran, in words.</summary>
    public string LastRun(RetentionRule rule) =>
        erasing.SelectMany(e => e.Runs).FirstOrDefault(r => r.Id == rule.Id) is { } run ? $"{Dates.Long(LondonClock.DayOf(run.At))}: {Words.Counted(run.Erased, "erased", "erased")}" : "Not yet since this server began";

    public static string Say(TimeSpan period) => period.TotalDays switch
    {
        >= 730 and var days => Words.Counted((int)days / 365, "year", "years"),
        365 => "1 year",
        var days => Words.Counted((int)days, "day", "days"),
    };

    public void OnGet() { }
}
