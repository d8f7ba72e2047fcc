using Kept.Core.Foundation;
using Kept.Web.House;

namespace Kept.Web.Features.Programme.Calendar;

/// <summary>The calendar as data, and as a file that calendar programs read.</summary>
public static class CalendarTwins
{
    public static void Map(Twins twins, IEndpointRouteBuilder routes)
    {
        twins.List(ProgrammeLinks.Calendar, CalendarList.Of, Columns);
        routes.MapGet(ProgrammeLinks.Calendar + ".ics", (Delegate)CalendarFile.Answer).Produces<string>(200, "text/calendar").ProducesProblem(400).WithTags("calendar");
    }

    private static readonly CsvColumns<CalendarDateShape> Columns = new()
    {
        { "id", d => d.Id },
        { "title", d => d.Title },
        { "state", d => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(d.State.ToString()) },
        { "day", d => Iso(d.Day) ?? "no last day" },
        { "season", d => d.Season ?? "no last day" },
        { "due", d => d.Due.Text },
        { "due_kind", d => d.Due.Kind },
        { "due_start", d => Iso(d.Due.Start) },
        { "due_end", d => Iso(d.Due.End) },
        { "due_strict_end", d => Iso(d.Due.StrictEnd) },
        { "who_ids", d => d.Who.Count == 0 ? "not stated" : CsvCell.Join(d.Who.Select(o => o.Id)) },
        { "who", d => d.Who.Count == 0 ? "not stated" : CsvCell.Join(d.Who.Select(o => o.Name)) },
        { "with_ids", d => CsvCell.Join(d.With.Select(o => o.Id)) },
        { "with", d => CsvCell.Join(d.With.Select(o => o.Name)) },
        { "plan_ids", d => CsvCell.Join(d.Plans.Select(p => p.Id)) },
        { "plans", d => CsvCell.Join(d.Plans.Select(p => p.Title)) },
        { "area_ids", d => CsvCell.Join(d.Areas.Select(a => a.Id)) },
        { "areas", d => CsvCell.Join(d.Areas.Select(a => a.Title)) },
        { "action_ids", d => CsvCell.Join(d.Actions.Select(a => a.Id)) },
        { "actions", d => CsvCell.Join(d.Actions.Select(a => a.Title)) },
        { "printed_ids", d => CsvCell.Join(d.Printed.Select(p => p.Id)) },
        { "source_ids", d => CsvCell.Join(d.Printed.Select(p => p.Source?.Id).Distinct(StringComparer.Ordinal)) },
        { "url", d => d.Url },
    };

    private static string? Iso(DateOnly? date) => date is { } d ? Dates.Iso(d) : null;
}
