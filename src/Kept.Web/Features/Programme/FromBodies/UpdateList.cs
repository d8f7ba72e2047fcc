using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Web.Features.Evidence;
using Kept.Web.House;

namespace Kept.Web.Features.Programme.FromBodies;

/// <summary>Everything that bodies said and editors accepted, newest first.</summary>
public static class UpdateList
{
    public static (ListShape<UpdateShape>? List, Problem? Problem) Of(HttpContext http, Reading reading)
    {
        var (filter, problem) = UpdateFilter.Read(http.Request.Query, reading.View);
        return filter is null ? (null, problem) : (Lists.Of([.. All(reading.View).Where(filter.Takes)], reading), null);
    }

    public static IReadOnlyList<UpdateShape> All(View view) =>
        [.. view.All<Update>().OrderByDescending(u => u.Effective).ThenByDescending(u => u.Entry.Number).Select(u => UpdateShape.From(view, u, PageOf(view, u)))];

    // What it is about may be gone, or have no page of its own: then it stands here.
    private static string PageOf(View view, Version<Update> update) => RecordPage.Of(view, RecordKey.Parse(update.Body.Of))?.Url ?? ProgrammeLinks.Updates;
}
