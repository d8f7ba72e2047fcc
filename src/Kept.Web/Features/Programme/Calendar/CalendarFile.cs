using System.Globalization;
using System.Text;
using Kept.Core.Foundation;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Web.House;

namespace Kept.Web.Features.Programme.Calendar;

/// <summary>
/// The dates to be met as an iCalendar file (RFC 5545, RFC 7986): one all-day event for each, on the last day of its later
/// reading. It holds nothing of the moment it is asked for, so it stays the same until the record changes.
/// </summary>
public static class CalendarFile
{
    public static Task Answer(HttpContext http, KeptSettings settings)
    {
        var reading = http.Reading();
        var (filter, problem) = CalendarFilter.Read(http.Request.Query, reading.View);
        if (problem is not null) return new ProblemResult(problem).ExecuteAsync(http);
        http.Response.ContentType = "text/calendar; charset=utf-8";
        http.Response.Headers.ContentDisposition = "inline; filename=\"calendar.ics\"";
        var text = Write(reading, filter!, settings.Whole(http.Request, ""), http.Request.QueryString.Value ?? "");
        return http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), http.RequestAborted).AsTask();
    }

    /// <param name="site">The site's address without a slash at the end, for the links in the events.</param>
    /// <param name="query">The query it was asked with, for its own address.</param>
    public static string Write(Reading reading, CalendarFilter filter, string site, string query)
    {
        var view = reading.View;
        var name = NameOf(reading, filter, view.All<TheProgramme>().FirstOrDefault().Body?.Title ?? "Kept");
        var programme = view.Keys(RecordKinds.NameOf<TheProgramme>()).Select(k => k.Id).FirstOrDefault("kept");
        var file = new StringBuilder();
        void Line(string property, string value) => file.Append(IcsText.Fold($"{property}:{value}"));
        void Text(string property, string value) => Line(property, IcsText.Escape(value));
        Line("BEGIN", "VCALENDAR");
        Line("VERSION", "2.0");
        Line("PRODID", "-//Kept//Calendar of dates to be met//EN");
        Line("CALSCALE", "GREGORIAN");
        Line("METHOD", "PUBLISH");
        Text("NAME", name);
        Text("X-WR-CALNAME", name);
        Text("DESCRIPTION", About);
        Text("X-WR-CALDESC", About);
        Line("URL", site + reading.Link(filter.Address(ProgrammeLinks.Calendar)));
        Line("SOURCE;VALUE=URI", $"{site}{ProgrammeLinks.Calendar}.ics{query}");
        Line("REFRESH-INTERVAL;VALUE=DURATION", "P1D");
        Line("X-PUBLISHED-TTL", "P1D");
        foreach (var date in ProgrammeCalendar.Of(view).Where(d => d.IsToMeet && d.Day is not null))
        {
            var shape = CalendarDateShape.Of(view, date);
            if (filter.Takes(shape)) Event(Line, Text, date, shape, programme, site + reading.Link(shape.Url));
        }
        Line("END", "VCALENDAR");
        return file.ToString();
    }

    private const string About =
        "What is to be done by when, as printed. Each date stands on the last day of its later reading. Read from published documents; our summary.";

    private static void Event(Action<string, string> line, Action<string, string> text, CalendarDate date, CalendarDateShape shape, string programme, string url)
    {
        line("BEGIN", "VEVENT");
        text("UID", $"{date.Id}@{programme}.kept");
        line("DTSTAMP", Instant(date.Recorded));
        line("LAST-MODIFIED", Instant(date.Recorded));
        line("SEQUENCE", (date.First.Version.Entry.Version - 1).ToString(CultureInfo.InvariantCulture));
        line("DTSTART;VALUE=DATE", date.Day!.Value.ToString("yyyyMMdd", CultureInfo.InvariantCulture));
        text("SUMMARY", $"{shape.Title} (“{date.Due.Text}”)");
        text("DESCRIPTION", Describe(date, shape));
        if (shape.Areas.Count > 0) line("CATEGORIES", string.Join(',', shape.Areas.Select(a => IcsText.Escape(a.Title))));
        line("URL", url);
        line("TRANSP", "TRANSPARENT");
        line("END", "VEVENT");
    }

    private static string Describe(CalendarDate date, CalendarDateShape shape)
    {
        var lines = new List<string> { $"When, as printed: “{date.Due.Text}”.", $"Our reading: {DueWords.Reading(shape.Due)}." };
        if (date.Due.StrictEnd is { } strict && strict != date.Due.End) lines.Add($"By the stricter reading: by {Dates.Long(strict)}.");
        if (date.Due.Note is { } note) lines.Add($"Note: {note}{(note.EndsWith('.') ? "" : ".")}");
        lines.Add(shape.Who.Count > 0 ? $"Who: {string.Join(", ", shape.Who.Select(o => o.Name))}." : "Who: nobody is named.");
        if (shape.Actions.Count > 0) lines.Add($"Under: {string.Join(", ", shape.Actions.Select(a => a.Title))}.");
        lines.Add("Printed as " + Words.And([.. date.Printed.Select(p => DatedInShape.Say(p.Kind)).Distinct(StringComparer.Ordinal)]) + ".");
        return string.Join('\n', lines);
    }

    private static string NameOf(Reading reading, CalendarFilter filter, string programme)
    {
        var parts = new List<string> { programme };
        parts.AddRange(filter.Values("body").Select(b => b == Unknowns.NotStated ? "nobody is named" : Names.Organisation(reading.View, b).Name));
        parts.AddRange(filter.Values("action").Select(a => Names.Action(reading.View, a).Title));
        parts.AddRange(filter.Values("area").Select(a => Names.Area(reading.View, a).Title));
        parts.AddRange(filter.Values("plan").Select(p => Names.Plan(reading.View, p).Title));
        if (reading.Asked.IsAsked) parts.Add("on " + Dates.Long(reading.At));
        return string.Join(", ", parts);
    }

    private static string Instant(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
