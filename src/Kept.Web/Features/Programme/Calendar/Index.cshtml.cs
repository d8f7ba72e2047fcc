using Kept.Core.Programme;
using Kept.Web.House;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Programme.Calendar;

/// <summary>What falls due when, and what passed with nothing heard.</summary>
public sealed class IndexModel : PublicPage
{
    public CalendarFilter Filter { get; private set; } = null!;
    public CalendarList List { get; private set; } = null!;

    /// <summary>The same places and bodies at every time, for the picture and the years.</summary>
    public CalendarList Whole { get; private set; } = null!;
    public CalendarFacets Facets { get; private set; } = null!;
    public ProgrammeDeadline? Deadline { get; private set; }
    public TheProgramme? Programme { get; private set; }

    public IActionResult OnGet()
    {
        var (filter, problem) = CalendarFilter.Read(Request.Query, Record);
        if (problem is not null) return new ProblemResult(problem);
        Filter = filter!;
        var dates = CalendarList.Dates(Record);
        List = CalendarList.Of(Reading, Filter, dates);
        Whole = CalendarList.Of(Reading, Filter.When(), dates);
        Facets = new CalendarFacets(Reading, Filter, dates);
        Programme = Record.All<TheProgramme>().FirstOrDefault().Body;
        Deadline = ProgrammeDeadline.Of(Programme);
        return Page();
    }

    public string Download(string extension) => Reading.Link(Filter.Address(ProgrammeLinks.Calendar + extension));

    /// <summary>The address that a calendar program follows: always today's record, whatever the page shows.</summary>
    public string Subscription => Filter.When().Address(ProgrammeLinks.Calendar + ".ics");

    /// <summary>Years with what falls due in each.</summary>
    public IReadOnlyList<(int Year, int ToMeet)> Years =>
        [.. Whole.Items.Where(CalendarList.IsToMeet).GroupBy(d => d.Day!.Value.Year).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()))];

    /// <summary>The dates asked for by year of their last day, and by season within it. January and February come first: they end a winter.</summary>
    public IEnumerable<(int Year, IReadOnlyList<(string Season, IReadOnlyList<CalendarDateShape> Dates)> Seasons)> ByYear =>
        List.Items.Where(d => d.Day is not null).GroupBy(d => d.Day!.Value.Year)
            .Select(y => (y.Key, (IReadOnlyList<(string, IReadOnlyList<CalendarDateShape>)>)
                [.. y.GroupBy(d => d.Season!, StringComparer.Ordinal).Select(s => (s.Key, (IReadOnlyList<CalendarDateShape>)[.. s]))]));

    public IReadOnlyList<CalendarDateShape> WithoutEnd => [.. List.Items.Where(d => d.Day is null)];
}
