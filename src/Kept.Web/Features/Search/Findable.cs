using Kept.Core.Evidence;
using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Web.Features.Evidence;

namespace Kept.Web.Features.Search;

/// <summary>A record as search sees it: its title first, then every text of it that may be looked in, each with what it is.</summary>
public sealed record Findable(string Kind, string Id, RecordPage Page, string? Lang, IReadOnlyList<(string Part, string Text)> Texts)
{
    public required RecordBody Body { get; init; }

    /// <summary>Everything that can be found at the date of a View, in the order in which kinds are shown.</summary>
    public static IEnumerable<Findable> In(View view) =>
        Of<PlanAction>(view, action => TextsOf(view, action)).Concat(Of<Plan>(view, TextsOf)).Concat(Of<PriorityArea>(view, _ => []))
            .Concat(Of<Commitment>(view, commitment => TextsOf(view, commitment))).Concat(Of<Organisation>(view, TextsOf, o => o.Lang)).Concat(Of<Place>(view, TextsOf, p => p.Lang))
            .Concat(Of<Example>(view, body => TextsOf(view, body))).Concat(Of<Milestone>(view, m => [("Date", m.Due.Text)]))
            .Concat(Of<Offer>(view, o => [("In short", o.Summary ?? "")])).Concat(Of<Output>(view, TextsOf))
            .Concat(Of<Outcome>(view, _ => [])).Concat(Of<Scheme>(view, s => [("In short", s.Summary)])).Concat(Of<Term>(view, t => [("What it says", t.Text ?? "")]))
            .Concat(Of<Source>(view, s => [("Publisher", s.Publisher ?? "")]));

    private static IEnumerable<Findable> Of<T>(View view, Func<T, IEnumerable<(string, string)>> texts, Func<T, string?>? lang = null) where T : RecordBody =>
        from version in view.All<T>()
        let page = RecordPage.Of(view, version.Id, version.Body)
        where page is not null
        select new Findable(version.Key.Kind, version.Id, page, lang?.Invoke(version.Body), [("", page.Title), .. texts(version.Body).Where(t => t.Item2.Length > 0)])
        {
            Body = version.Body,
        };

    private static IEnumerable<(string, string)> TextsOf(View view, PlanAction action) =>
        action.Requirements.SelectMany(r => r.Parts.Prepend(r.Text)).Select(t => ("Required", t))
            .Concat(action.Heard.Select(h => ("Heard", h.Text)))
            .Concat(action.NextSteps.Select(n => ("Next step", n.Text)))
            .Concat(action.Timetable.Select(t => ("Timetable", t.Title)))
            .Concat(action.Remarks.Select(r => ("Remark", r.Text)))
            .Concat(action.Leads.Select(l => (Roles.Say(l.Role), BodyNames(view, l.Organisation))));

    private static IEnumerable<(string, string)> TextsOf(Plan plan) => [("In short", plan.Summary ?? "")];

    private static IEnumerable<(string, string)> TextsOf(View view, Commitment commitment) =>
        commitment.Printed.Select(p => ("As printed under one action, our summary", p.Text)).Where(t => t.Text != commitment.Text)
            .Concat(commitment.Due.Select(d => ("By when", d.Text)))
            .Concat(commitment.Who.Select(o => ("Who", BodyNames(view, o))))
            .Concat(commitment.With.Select(o => ("With", BodyNames(view, o))));

    private static string BodyNames(View view, string id) =>
        view.Find<Organisation>(id)?.Body is { } body ? body.Acronym is { } acronym && acronym != body.Name ? $"{body.Name} ({acronym})" : body.Name : id;

    private static IEnumerable<(string, string)> TextsOf(Organisation body) =>
        body.OtherNames.Select(n => ("Also called", n)).Prepend(("Short name", body.Acronym ?? "")).Append(("What it is", body.Type));

    private static IEnumerable<(string, string)> TextsOf(Place place) =>
        place.OtherNames.Select(n => ("Also called", n)).Concat(place.PreviousCodes.Prepend(place.Label ?? "").Select(c => ("Code", c)));

    private static IEnumerable<(string, string)> TextsOf(View view, Example example) =>
        example.Facts.Concat(example.Figures.Select(f => f.Measure)).Select(t => ("Example", t))
            .Prepend(("Place", view.Find<Place>(example.Place)?.Body.Name ?? ""));

    private static IEnumerable<(string, string)> TextsOf(Output output) => [("Note", output.Note ?? "")];
}
