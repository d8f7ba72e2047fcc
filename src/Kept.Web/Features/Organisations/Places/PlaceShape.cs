using Kept.Core.Organisations;
using Kept.Core.Records;
using Kept.Web.House;

namespace Kept.Web.Features.Organisations.Places;

/// <summary>A place as lists give it. Its id is its GSS code.</summary>
public record PlaceShape : RecordShape
{
    public required string Gss { get; init; }
    public required string Name { get; init; }
    public string? Lang { get; init; }
    public required string Kind { get; init; }
    public required IReadOnlyList<string> OtherNames { get; init; }
    public required IReadOnlyList<string> PreviousCodes { get; init; }
    public string? HealthBoard { get; init; }
    public string? HealthBoardName { get; init; }
    public string? IntegrationAuthority { get; init; }
    public string? IntegrationAuthorityName { get; init; }
    public string? Organisation { get; init; }
    public string? OrganisationName { get; init; }
    public required IReadOnlyList<IdName> Neighbours { get; init; }

    /// <summary>The council areas in a health board's or integration authority's area.</summary>
    public required IReadOnlyList<IdName> Councils { get; init; }

    /// <summary>The ids of the local examples of this place.</summary>
    public required IReadOnlyList<string> Examples { get; init; }

    /// <summary>How an integration authority is set up, where that was read.</summary>
    public string? Model { get; init; }
    public string? Note { get; init; }
    public required SourceShape Source { get; init; }

    public static PlaceShape Of(Reading reading, Version<Place> version)
    {
        var (view, body) = (reading.View, version.Body);
        var mark = view.Mark();
        view.InForce(version.Key);
        var shape = new PlaceShape
        {
            Id = version.Id,
            Url = OrganisationLinks.Place(version.Id),
            Version = version.Entry.Version,
            Entry = 0,
            Effective = version.Effective,
            EffectiveText = body.EffectiveText,
            Recorded = version.Entry.Recorded,
            Correction = CorrectionShape.Of(view, version.Source),
            Gss = version.Id,
            Name = body.Name,
            Lang = body.Lang,
            Kind = body.Kind,
            OtherNames = body.OtherNames,
            PreviousCodes = body.PreviousCodes,
            HealthBoard = body.HealthBoard,
            HealthBoardName = NameOf(view, body.HealthBoard),
            IntegrationAuthority = body.IntegrationAuthority,
            IntegrationAuthorityName = NameOf(view, body.IntegrationAuthority),
            Organisation = body.Organisation,
            OrganisationName = body.Organisation is { } council ? Names.Organisation(view, council).Name : null,
            Neighbours = [.. body.Neighbours.Select(n => new IdName(n, NameOf(view, n) ?? n))],
            Councils = CouncilsOf(view, version),
            Examples = [.. view.Naming<Example>(version.Key).Select(e => e.Id)],
            Model = body.Model,
            Note = body.Note,
            Source = SourceShape.Of(view, body.Source),
            Unknown = UnknownOf(body),
        };
        return shape with { Entry = view.Since(mark) };
    }

    private static IReadOnlyList<IdName> CouncilsOf(View view, Version<Place> place) => place.Body.Kind == PlaceKinds.Council ? [] :
        [.. view.Naming<Place>(place.Key).Where(p => p.Body.Kind == PlaceKinds.Council && (p.Body.HealthBoard == place.Id || p.Body.IntegrationAuthority == place.Id))
            .Select(p => new IdName(p.Id, p.Body.Name)).OrderBy(p => p.Name, StringComparer.Ordinal)];

    private static string? NameOf(View view, string? gss) => gss is null ? null : view.Find<Place>(gss)?.Body.Name;

    private static Dictionary<string, string> UnknownOf(Place body)
    {
        var absent = body.Kind == PlaceKinds.Council ? Unknowns.NotStated : "not-applicable";
        var unknown = new Dictionary<string, string>(StringComparer.Ordinal);
        if (body.HealthBoard is null) unknown["healthBoard"] = absent;
        if (body.IntegrationAuthority is null) unknown["integrationAuthority"] = absent;
        if (body.Organisation is null) unknown["organisation"] = Unknowns.NotStated;
        return unknown;
    }
}
