using Kept.Core.Organisations;
using Kept.Core.Records;
using Kept.Web.Features.Organisations.Bodies;
using Kept.Web.House;

namespace Kept.Web.Features.Organisations.Places;

/// <summary>A place with all that is known of it.</summary>
public sealed record PlaceRecordShape : PlaceShape
{
    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    private PlaceRecordShape(PlaceShape listed) : base(listed)
    {
    }

    public IReadOnlyList<ExampleShape> ExampleRecords { get; init; } = [];

    /// <summary>The body under which the documents name this place's council together with others.</summary>
    public IdName? NamedTogetherAs { get; init; }

    /// <summary>What is asked of that body, and so of every council.</summary>
    public IReadOnlyList<RoleShape> AskedOfAll { get; init; } = [];

    /// <summary>Council areas that share its integration authority.</summary>
    public IReadOnlyList<IdName> SharesIntegrationAuthorityWith { get; init; } = [];
    public IReadOnlyList<HistoryShape> History { get; init; } = [];

    public static new PlaceRecordShape Of(Reading reading, Version<Place> version)
    {
        var view = reading.View;
        var mark = view.Mark();
        var together = version.Body.Organisation is { } council ? view.Find<Organisation>(council)?.Body.PartOf : null;
        var shape = new PlaceRecordShape(PlaceShape.Of(reading, version))
        {
            ExampleRecords = [.. view.Naming<Example>(version.Key).Select(e => ExampleShape.Of(view, e))],
            NamedTogetherAs = together is null ? null : Names.Organisation(view, together),
            AskedOfAll = together is null ? [] : RoleShape.Of(view, together),
            SharesIntegrationAuthorityWith = Sharing(view, version),
            History = HistoryShape.Of(view, version.Key),
        };
        return shape with { Entry = view.Since(mark) };
    }

    private static IReadOnlyList<IdName> Sharing(View view, Version<Place> place) => place.Body.IntegrationAuthority is not { } authority ? [] :
        [.. view.Naming<Place>(RecordKey.Of<Place>(authority)).Where(p => p.Id != place.Id && p.Body.IntegrationAuthority == authority).Select(p => new IdName(p.Id, p.Body.Name))];
}
