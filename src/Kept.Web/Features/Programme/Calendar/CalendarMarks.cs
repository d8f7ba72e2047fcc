using Kept.Core.Programme;
using Kept.Design.Charts;

namespace Kept.Web.Features.Programme.Calendar;

/// <summary>How a date stands, as a mark and in words.</summary>
public static class CalendarMarks
{
    public static PointMark Of(DateState state) => state switch
    {
        DateState.Ahead => PointMark.Ring,
        DateState.Passed => PointMark.Dashed,
        DateState.NotToMeet or DateState.Open => PointMark.Speck,
        _ => PointMark.Filled,
    };

    /// <summary>A sentence without its full stop, for a line and for a filter.</summary>
    public static string Say(DateState state) => state switch
    {
        DateState.Ahead => "Still to come",
        DateState.Passed => "Date passed, and nothing heard",
        DateState.LaterWord => "Date passed, and the record holds a later word",
        DateState.Delivered => "Worded as delivered",
        DateState.Happened => "It happened",
        DateState.Open => "A beginning only, with no last day",
        _ => "Not a date to be met",
    };

    /// <summary>What is said of one date; of a date nobody has to meet, why it stands here.</summary>
    public static string Say(CalendarDateShape date) => (date.State, date.Due.Kind) switch
    {
        (DateState.NotToMeet, "funding-period") => "Not a date to be met: the money runs until then",
        (DateState.NotToMeet, "period") => "Not a date to be met: the work runs until then",
        (var state, _) => Say(state),
    };

    /// <summary>The points of a picture: what has a last day.</summary>
    public static IReadOnlyList<DatedPoint> Points(IEnumerable<CalendarDateShape> dates) =>
        [.. dates.Where(d => d.Day is not null).Select(d => new DatedPoint(d.Day!.Value, Of(d.State)))];

    /// <summary>The marks that these points use, each with how many and what it means.</summary>
    public static IReadOnlyList<(PointMark Mark, string Words)> Legend(IEnumerable<CalendarDateShape> dates) =>
        [.. dates.Where(d => d.Day is not null).GroupBy(d => Of(d.State)).OrderBy(g => g.Key).Select(g => (g.Key, $"{g.Count()} {Meaning(g.Key)}"))];

    private static string Meaning(PointMark mark) => mark switch
    {
        PointMark.Filled => "happened, or with a later word",
        PointMark.Ring => "still to come",
        PointMark.Dashed => "passed, and nothing heard",
        _ => "not to be met",
    };
}
