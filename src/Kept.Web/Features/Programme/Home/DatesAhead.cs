using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Web.Features.Programme.Plans;
using Kept.Web.House;

namespace Kept.Web.Features.Programme.Home;

/// <summary>A date with what it is the date of, and where to read more.</summary>
public sealed record DatedLine(DueShape Due, string What, string? Href, string Who);

/// <summary>Dates that passed with nothing heard, longest silence first, and those that come next.</summary>
public sealed record DatesAhead(IReadOnlyList<DatedLine> Passed, IReadOnlyList<DatedLine> Next)
{
    public static DatesAhead Of(Reading reading)
    {
        var view = reading.View;
        var commitments = view.All<Commitment>().ToList();
        var passed = commitments.Select(c => (c, Due: reading.View.PassedWithNothingHeard(c).MinBy(d => d.End))).Where(c => c.Due is not null)
            .OrderBy(c => c.Due!.End).Select(c => Line(view, c.c, c.Due!));
        var next = commitments.Where(c => c.Body.Status != "delivered")
            .SelectMany(c => c.Body.Due.Where(d => IsAhead(d, reading.At)).Select(d => Line(view, c, d)))
            .Concat(view.All<Milestone>().Where(m => m.Body.Of is null && !OfPlan.Contains(m.Body.Basis) && IsAhead(m.Body.Due, reading.At)).Select(m => Line(view, m)))
            .Concat(view.All<Plan>().Where(p => p.Body.CompleteBy is { } by && IsAhead(by, reading.At)).Select(Line))
            .Concat(view.All<TheProgramme>().Where(p => IsAhead(p.Body.Deadline, reading.At)).Select(Line))
            .OrderBy(l => l.Due.End);
        return new([.. passed], [.. next]);
    }

    // The plan and the programme carry these dates themselves, from the day they were made.
    private static readonly string[] OfPlan = ["plan", "promise"];

    private static bool IsAhead(Due due, DateOnly today) => due.Kind == "due" && due.End >= today;

    private static DatedLine Line(View view, Version<Commitment> c, Due due) => new(
        DueShape.Of(due), c.Body.Text, ProgrammeLinks.Commitment(c.Id),
        c.Body.Who.Count == 0 ? "Nobody is named" : string.Join(", ", Names.Organisations(view, c.Body.Who).Select(o => o.Name)));

    private static DatedLine Line(Version<Plan> p) =>
        new(DueShape.Of(p.Body.CompleteBy!), $"{p.Body.Title} complete", ProgrammeLinks.Plan(p.Id), "The whole plan");

    private static DatedLine Line(Version<TheProgramme> p) => new(DueShape.Of(p.Body.Deadline), "The promise kept", null, "The whole programme");

    private static DatedLine Line(View view, Version<Milestone> m) => new(
        DueShape.Of(m.Body.Due), m.Body.Title, m.Body.Action is { } action ? $"{ProgrammeLinks.Action(view, action)}#{m.Id}" : WholeProgramme.PageOf(view, m.Id, m.Body),
        m.Body.Action is { } id ? Names.Action(view, id).Title : "The whole programme");
}
