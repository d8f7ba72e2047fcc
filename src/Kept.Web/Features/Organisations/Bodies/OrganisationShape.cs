using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Web.House;

namespace Kept.Web.Features.Organisations.Bodies;

/// <summary>A body as lists give it.</summary>
public record OrganisationShape : RecordShape
{
    public required string Name { get; init; }
    public string? Lang { get; init; }
    public string? Acronym { get; init; }
    public required IReadOnlyList<string> OtherNames { get; init; }
    public required string Type { get; init; }
    public required bool Named { get; init; }

    /// <summary>The body under which sources name it together with others.</summary>
    public string? PartOf { get; init; }
    public required IReadOnlyList<RoleShape> Roles { get; init; }

    /// <summary>The commitments whose owner the source names to be this body.</summary>
    public required IReadOnlyList<string> Commitments { get; init; }

    /// <summary>How many of these have a date that passed with nothing heard.</summary>
    public required int Passed { get; init; }
    public string? Place { get; init; }
    public string? Note { get; init; }

    public static OrganisationShape Of(Reading reading, Version<Organisation> version)
    {
        var mark = reading.View.Mark();
        reading.View.InForce(version.Key);
        var owned = OwnedBy(reading.View, version.Id).ToList();
        var shape = Fill(new OrganisationShape
        {
            Id = version.Id,
            Url = OrganisationLinks.Organisation(version.Id),
            Version = version.Entry.Version,
            Entry = 0,
            Effective = version.Effective,
            Recorded = version.Entry.Recorded,
            Correction = CorrectionShape.Of(reading.View, version.Source),
            Name = version.Body.Name,
            OtherNames = version.Body.OtherNames,
            Type = version.Body.Type,
            Named = version.Body.Named,
            Roles = RoleShape.Of(reading.View, version.Id),
            Commitments = [.. owned.Select(c => c.Id)],
            Passed = owned.Count(c => reading.View.PassedWithNothingHeard(c).Any()),
        }, version.Body);
        return shape with { Entry = reading.View.Since(mark) };
    }

    private static OrganisationShape Fill(OrganisationShape shape, Organisation body)
    {
        var unknown = new Dictionary<string, string>(StringComparer.Ordinal);
        if (body.Acronym is null) unknown["acronym"] = Unknowns.NotStated;
        if (body.Place is null) unknown["place"] = "not-applicable";
        return shape with
        {
            Lang = body.Lang,
            EffectiveText = body.EffectiveText,
            Acronym = body.Acronym,
            PartOf = body.PartOf,
            Place = body.Place,
            Note = body.Note,
            Unknown = unknown,
        };
    }

    private static IEnumerable<Version<Commitment>> OwnedBy(View view, string body) =>
        view.Naming<Commitment>(RecordKey.Of<Organisation>(body)).Where(c => c.Body.Who.Contains(body, StringComparer.Ordinal));
}
