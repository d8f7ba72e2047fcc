using Kept.Core.Foundation;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Web.Features.Programme.Commitments;
using Kept.Web.House;

namespace Kept.Web.Features.Programme.Calendar;

/// <summary>How many dates fall in one season; <see cref="Words"/> names it, such as "winter 2021 to 2022".</summary>
public sealed record SeasonCount(string Season, string Words, DateOnly Start, DateOnly End, int ToMeet, int Ahead, int Passed);

/// <summary>The dates asked for, by their last day. Only those to be met count in <see cref="ToMeet"/>, <see cref="Ahead"/> and <see cref="Passed"/>.</summary>
public sealed record CalendarList(
    IReadOnlyList<CalendarDateShape> Items, int Total, long Entry, DateOnly At, int ToMeet, int Ahead, int Passed,
    UndatedShape Undated, IReadOnlyList<SeasonCount> Seasons, DateOnly? Deadline)
    : ListShape<CalendarDateShape>(Items, Total, Entry, At)
{
    public static (CalendarList? List, Problem? Problem) Of(HttpContext http, Reading reading)
    {
        var (filter, problem) = CalendarFilter.Read(http.Request.Query, reading.View);
        return problem is null ? (Of(reading, filter!), null) : (null, problem);
    }

    /// <summary>Every date of the programme, before any filter.</summary>
    public static IReadOnlyList<CalendarDateShape> Dates(View view) => [.. ProgrammeCalendar.Of(view).Select(d => CalendarDateShape.Of(view, d))];

    public static CalendarList Of(Reading reading, CalendarFilter filter) => Of(reading, filter, Dates(reading.View));

    public static CalendarList Of(Reading reading, CalendarFilter filter, IReadOnlyList<CalendarDateShape> dates)
    {
        var view = reading.View;
        var items = dates.Where(filter.Takes).ToList();
        var deadline = ProgrammeDeadline.Of(view.All<TheProgramme>().FirstOrDefault().Body);
        var undated = UndatedShape.Of(view, filter);
        return new(
            items, items.Count, view.Entry, reading.At, items.Count(IsToMeet), items.Count(d => d.State == DateState.Ahead), items.Count(d => d.State == DateState.Passed),
            undated, SeasonsOf(items, deadline?.Day), deadline?.Day)
        {
            Known = reading.Asked.Known,
        };
    }

    public static bool IsToMeet(CalendarDateShape date) => date.State is DateState.Ahead or DateState.Passed or DateState.LaterWord or DateState.Delivered;

    // Every season from the first date to be met to the last, or to the deadline: an empty season is a fact too.
    private static List<SeasonCount> SeasonsOf(IReadOnlyList<CalendarDateShape> items, DateOnly? deadline)
    {
        var counted = items.Where(IsToMeet).Where(d => d.Day is not null).ToLookup(d => d.Season!, StringComparer.Ordinal);
        var days = items.Where(IsToMeet).Select(d => d.Day).OfType<DateOnly>().ToList();
        if (days.Count == 0) return [];
        var (season, year) = Core.Foundation.Seasons.Of(days.Min());
        var last = deadline > days.Max() ? deadline.Value : days.Max();
        var all = new List<SeasonCount>();
        for (var period = season.In(year); period.Start <= last; period = season.In(year))
        {
            var id = DuePeriod.SeasonOf(period.Start);
            var dates = counted[id].ToList();
            all.Add(new(id, DuePeriod.SeasonWords(period.Start), period.Start, period.End, dates.Count,
                dates.Count(d => d.State == DateState.Ahead), dates.Count(d => d.State == DateState.Passed)));
            if (season == Season.Winter) year++;
            season = (Season)(((int)season + 1) % 4);
        }
        return all;
    }
}
