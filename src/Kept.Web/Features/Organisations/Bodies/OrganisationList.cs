using Kept.Core.Organisations;
using Kept.Web.House;

namespace Kept.Web.Features.Organisations.Bodies;

/// <summary>The bodies asked for, by name.</summary>
public static class OrganisationList
{
    public static (ListShape<OrganisationShape>? List, Problem? Problem) Of(HttpContext http, Reading reading)
    {
        var (filter, problem) = OrganisationFilter.Read(http.Request.Query, reading.View);
        return problem is null ? (Lists.Of([.. All(reading).Where(filter!.Takes)], reading), null) : (null, problem);
    }

    public static IReadOnlyList<OrganisationShape> All(Reading reading) =>
        [.. reading.View.All<Organisation>().Select(o => OrganisationShape.Of(reading, o) with { Entry = OrganisationRecordShape.Of(reading, o).Entry }).OrderBy(o => o.Name, StringComparer.OrdinalIgnoreCase)];
}
