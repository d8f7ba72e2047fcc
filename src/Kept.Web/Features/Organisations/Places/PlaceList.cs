using Kept.Core.Organisations;
using Kept.Web.House;

namespace Kept.Web.Features.Organisations.Places;

/// <summary>The places of one kind, by name; council areas where no kind is asked for.</summary>
public static class PlaceList
{
    public static (ListShape<PlaceShape>? List, Problem? Problem) Of(HttpContext http, Reading reading)
    {
        var (kind, problem) = Kind(http.Request.Query);
        return problem is null ? (Lists.Of(All(reading, kind!), reading), null) : (null, problem);
    }

    public static IReadOnlyList<PlaceShape> All(Reading reading, string kind) =>
        [.. reading.View.All<Place>().Where(p => p.Body.Kind == kind).Select(p => PlaceShape.Of(reading, p) with { Entry = PlaceRecordShape.Of(reading, p).Entry }).OrderBy(p => p.Name, StringComparer.Ordinal)];

    /// <summary>The kind asked for; another name or value is a problem.</summary>
    public static (string? Kind, Problem? Problem) Kind(IQueryCollection query)
    {
        foreach (var name in query.Keys)
            if (name is not ("at" or "known" or "kind"))
                return (null, Problem.BadRequest("That filter is not known", "Places can only be chosen by their kind.", name.Length > 60 ? name[..60] : name, query[name].ToString(), "kind"));
        var asked = query["kind"];
        if (asked.Count == 0 || asked is [""]) return (PlaceKinds.Council, null);
        return asked is [var kind] && PlaceKinds.All.Contains(kind, StringComparer.Ordinal) ? (kind, null)
            : (null, Problem.BadRequest("That kind of place is not known", "There are three kinds of place here.", "kind", asked.ToString(), "one of " + string.Join(", ", PlaceKinds.All)));
    }
}
