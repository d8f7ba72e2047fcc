using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Web.Features.Evidence;
using Kept.Web.Features.Programme.Commitments;
using Kept.Web.House;

namespace Kept.Web.Features.Programme.Calendar;

/// <summary>One date of the programme, once, on its last day, with every record that prints it.</summary>
public sealed record CalendarDateShape(
    string Id, string Url, string Title, DateState State, DueShape Due, DateOnly? Day, string? Season,
    IReadOnlyList<IdTitle> Plans, IReadOnlyList<IdTitle> Areas, IReadOnlyList<IdTitle> Actions,
    IReadOnlyList<IdName> Who, IReadOnlyList<IdName> With, IReadOnlyList<DatedInShape> Printed)
{
    public static CalendarDateShape Of(View view, CalendarDate date)
    {
        var actions = date.Actions.Select(a => view.Find<PlanAction>(a)?.Body).OfType<PlanAction>().ToList();
        return new(
            date.Id, DatedInShape.UrlOf(view, date.First), TitleOf(view, date), date.State, DueShape.Of(date.Due), date.Day, date.Day is { } day ? DuePeriod.SeasonOf(day) : null,
            [.. PlansOf(view, date, actions).Select(p => Names.Plan(view, p))], [.. actions.Select(a => a.Area).Distinct(StringComparer.Ordinal).Select(a => Names.Area(view, a))],
            [.. date.Actions.Select(a => Names.Action(view, a))], Names.Organisations(view, date.Who), Names.Organisations(view, date.With),
            [.. date.Printed.Select(p => DatedInShape.Of(view, p))]);
    }

    // A statement leans on the page it stands on: alone it does not say whom it is about.
    private static string TitleOf(View view, CalendarDate date) =>
        date.First.Version.Body is Statement statement && RecordPage.Of(view, RecordKey.Parse(statement.About)) is { } about ? $"{about.Title}: {date.Title}" : date.Title;

    // What stands under no action belongs to the plan itself, or to the plan whose source prints it.
    private static IEnumerable<string> PlansOf(View view, CalendarDate date, IReadOnlyList<PlanAction> actions)
    {
        if (actions.Count > 0) return actions.Select(a => a.Plan).Distinct(StringComparer.Ordinal);
        if (date.First.Kind == DatedIn.Plan) return [date.First.Record.Id];
        return date.First.Kind is DatedIn.Output or DatedIn.Milestone
            ? view.All<Plan>().Where(p => p.Body.Source.Id == date.First.Source.Id).Select(p => p.Id).Take(1) : [];
    }
}

/// <summary>A record that prints a date: what kind it is, what it says, the date words it uses.</summary>
public sealed record DatedInShape(DatedIn Kind, string Id, string Url, string Title, string Text, SourceShape? Source)
{
    public static DatedInShape Of(View view, DatedRecord dated) => new(
        dated.Kind, dated.Part is { } part && dated.Kind == DatedIn.NextStep ? part : dated.Record.Id, UrlOf(view, dated), dated.Title, dated.Due.Text,
        dated.Source.Id.Length > 0 ? SourceShape.Of(view, dated.Source) : null);

    /// <summary>How a page says what prints the date.</summary>
    public static string Say(DatedIn kind) => kind switch
    {
        DatedIn.Commitment => "a commitment",
        DatedIn.Output => "part of a support offer",
        DatedIn.NextStep => "a next step",
        DatedIn.Plan => "the plan",
        DatedIn.Programme => "the programme",
        DatedIn.Milestone => "a milestone",
        DatedIn.Timetable => "a timetable",
        _ => "a statement",
    };

    internal static string UrlOf(View view, DatedRecord dated)
    {
        var page = RecordPage.Of(view, dated.Record)?.Url ?? "/";
        var place = dated.Kind switch
        {
            DatedIn.NextStep => dated.Part,
            DatedIn.Timetable => "timetable",
            DatedIn.Milestone => dated.Record.Id,
            _ => null,
        };
        return place is null || page.Contains('#', StringComparison.Ordinal) || page == "/" ? page : $"{page}#{place}";
    }
}
