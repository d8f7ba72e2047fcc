using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Web.Features.Programme;
using Kept.Web.House;

namespace Kept.Web.Features.Organisations.Bodies;

/// <summary>A body with everything that falls to it.</summary>
public sealed record OrganisationRecordShape : OrganisationShape
{
    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    private OrganisationRecordShape(OrganisationShape listed) : base(listed)
    {
    }

    public string? PlaceName { get; init; }
    public IdName? NamedTogetherAs { get; init; }

    /// <summary>What the body it is named under is asked, where it is named only together with others.</summary>
    public IReadOnlyList<RoleShape> RolesTogether { get; init; } = [];

    /// <summary>Bodies that are named together under this one.</summary>
    public IReadOnlyList<IdName> Members { get; init; } = [];
    public IReadOnlyList<BodyCommitment> InCommitments { get; init; } = [];
    public IReadOnlyList<BodyStep> NextSteps { get; init; } = [];
    public IReadOnlyList<ReportedOutput> Reports { get; init; } = [];
    public IReadOnlyList<SourceShape> Sources { get; init; } = [];
    public IReadOnlyList<HistoryShape> History { get; init; } = [];

    public static new OrganisationRecordShape Of(Reading reading, Version<Organisation> version)
    {
        var (view, body) = (reading.View, version.Body);
        var mark = view.Mark();
        var shape = new OrganisationRecordShape(OrganisationShape.Of(reading, version))
        {
            PlaceName = body.Place is { } place ? view.Find<Place>(place)?.Body.Name : null,
            NamedTogetherAs = body.PartOf is { } whole ? Names.Organisation(view, whole) : null,
            RolesTogether = body.PartOf is { } together ? RoleShape.Of(view, together) : [],
            Members = [.. view.Naming<Organisation>(version.Key).Where(o => o.Body.PartOf == version.Id).Select(o => new IdName(o.Id, o.Body.Name)).OrderBy(o => o.Name, StringComparer.Ordinal)],
            InCommitments = BodyCommitment.Of(reading, version.Id),
            NextSteps = BodyStep.Of(view, version.Id),
            Reports = ReportedOutput.Of(view, version.Id),
            Sources = [.. body.Sources.Select(s => SourceShape.Of(view, s))],
            History = HistoryShape.Of(view, version.Key),
        };
        return shape with { Entry = view.Since(mark) };
    }

    public IReadOnlyList<BodyCommitment> With(string part) => [.. InCommitments.Where(c => c.Part == part)];
}

/// <summary>A next step that names the body. <paramref name="Part"/>: who (named as acting), with, or our-reading.</summary>
public sealed record BodyStep(string Action, string ActionTitle, string Url, string Part, string Text, IReadOnlyList<DueShape> Due, string? Note, SourceShape Source)
{
    public static IReadOnlyList<BodyStep> Of(View view, string body) =>
        [.. from action in RoleShape.ActionsNaming(view, body)
            from step in action.Body.NextSteps
            let part = step.Who.Contains(body, StringComparer.Ordinal) ? "who" : step.With.Contains(body, StringComparer.Ordinal) ? "with"
                : step.WhoInferred.Contains(body, StringComparer.Ordinal) ? BodyCommitment.OurReading : null
            where part is not null
            select new BodyStep(action.Id, action.Body.Title, ProgrammeLinks.Action(action.Body.Plan, action.Id), part, step.Text,
                [.. step.Due.Select(DueShape.Of)], step.Note, SourceShape.Of(view, step.Source))];
}

/// <summary>Something the body reports to have done.</summary>
public sealed record ReportedOutput(string Id, string Text, string? Date, int? Count, string? Qualifier, string? Unit, string? Note, SourceShape Source)
{
    public static IReadOnlyList<ReportedOutput> Of(View view, string body) =>
        [.. view.Naming<Output>(RecordKey.Of<Organisation>(body)).Where(o => o.Body.ReportedBy == body).OrderBy(o => o.Body.Order)
            .Select(o => new ReportedOutput(o.Id, o.Body.Text, o.Body.Date, o.Body.Count, o.Body.Qualifier, o.Body.Unit, o.Body.Note, SourceShape.Of(view, o.Body.Source)))];
}
