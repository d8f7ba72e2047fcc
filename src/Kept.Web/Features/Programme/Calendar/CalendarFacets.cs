using System.Globalization;
using Kept.Core.Programme;
using Kept.Design.Charts;
using Kept.Design.Lists;
using Kept.Web.House;

namespace Kept.Web.Features.Programme.Calendar;

/// <summary>The choices beside the calendar, each with how many of all dates it takes.</summary>
public sealed class CalendarFacets(Reading reading, CalendarFilter filter, IReadOnlyList<CalendarDateShape> all)
{
    public IReadOnlyList<FilterOption> States =>
        [.. CalendarFilter.States.Select(s => Option("state", s.Key, CalendarMarks.Say(s.Value), d => d.State == s.Value, PointLine.Mark(CalendarMarks.Of(s.Value)))).Where(o => o.Count > 0 || o.Chosen)];

    public IReadOnlyList<FilterOption> Years =>
        [.. all.Select(d => d.Day?.Year).OfType<int>().Distinct().Order().Select(y => y.ToString(CultureInfo.InvariantCulture))
            .Union(filter.Values("year"), StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(y => Option("year", y, y, d => d.Day?.Year.ToString(CultureInfo.InvariantCulture) == y))];

    public IReadOnlyList<FilterOption> Areas =>
        [.. reading.View.All<PriorityArea>().OrderBy(a => a.Body.Order).Select(a => Option("area", a.Id, a.Body.Title, d => d.Areas.Any(x => x.Id == a.Id)))];

    public IReadOnlyList<FilterOption> Bodies =>
    [
        .. all.SelectMany(d => d.Who.Concat(d.With)).Select(o => o.Id).Union(filter.Values("body").Where(b => b != Unknowns.NotStated), StringComparer.Ordinal)
            .Select(o => Option("body", o, Names.Organisation(reading.View, o).Name, d => d.Who.Concat(d.With).Any(x => x.Id == o)))
            .OrderByDescending(o => o.Count).ThenBy(o => o.Words, StringComparer.Ordinal),
        Option("body", Unknowns.NotStated, "Nobody is named", d => d.Who.Count == 0, unknown: true),
    ];

    /// <summary>What was asked for by plan, action or season, which the form has no box for.</summary>
    public IEnumerable<FilterOption> Others =>
        filter.Values("plan").Select(p => Option("plan", p, Names.Plan(reading.View, p).Title, d => d.Plans.Any(x => x.Id == p)))
            .Concat(filter.Values("action").Select(a => Option("action", a, Names.Action(reading.View, a).Title, d => d.Actions.Any(x => x.Id == a))))
            .Concat(filter.Values("season").Select(s => Option("season", s, SeasonName(s), d => d.Season == s)));

    /// <summary>Every filter chosen, by name, in words.</summary>
    public IEnumerable<(string Name, FilterOption Option)> Chosen =>
        States.Select(o => ("state", o)).Concat(Years.Select(o => ("year", o))).Concat(Areas.Select(o => ("area", o))).Concat(Bodies.Select(o => ("body", o)))
            .Where(o => o.o.Chosen).Concat(filter.Values("plan").Count + filter.Values("action").Count + filter.Values("season").Count == 0 ? [] : Others.Select(o => ("", o)));

    public static string SeasonName(string season) =>
        Commitments.DuePeriod.Read(season) is { } period ? Words.Capital(Commitments.DuePeriod.SeasonWords(period.Start)) : season;

    private FilterOption Option(string name, string value, string words, Func<CalendarDateShape, bool> takes, Microsoft.AspNetCore.Html.IHtmlContent? mark = null, bool unknown = false) =>
        new(value, words, all.Count(takes), filter.Asks(name, value), mark, unknown);
}
