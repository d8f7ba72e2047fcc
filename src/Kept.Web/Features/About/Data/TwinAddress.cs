using Kept.Core.Organisations;
using Kept.Core.Evidence;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Web.Features.Evidence;
using Kept.Web.House;

namespace Kept.Web.Features.About.Data;

/// <summary>One address of data: its pattern, the shape it answers with, and one that can be followed.</summary>
public sealed record TwinAddress(string Pattern, Type Shape, string? Example, bool HasCsv)
{
    public static IReadOnlyList<TwinAddress> All(EndpointDataSource endpoints, View view)
    {
        var routes = endpoints.Endpoints.OfType<RouteEndpoint>().Select(e => (Path: "/" + e.RoutePattern.RawText!.TrimStart('/'), e.Metadata.GetOrderedMetadata<ProducesShape>().FirstOrDefault(s => !s.IsOther)?.Shape)).ToList();
        var tables = routes.Select(r => r.Path).Where(p => p.EndsWith(".csv", StringComparison.Ordinal)).Select(Bare).ToHashSet(StringComparer.Ordinal);
        return [.. routes.Where(r => r.Shape is not null).Select(r => (Path: Bare(r.Path), r.Shape)).OrderBy(r => r.Path, StringComparer.Ordinal)
            .Select(r => new TwinAddress(r.Path, r.Shape!, ExampleOf(r.Path, view), tables.Contains(r.Path)))];
    }

    private static string Bare(string path) => path[..path.LastIndexOf('.')];

    // A pattern without a parameter is its own example; the others take the first record of their kind that is in force.
    private static string? ExampleOf(string pattern, View view)
    {
        if (!pattern.Contains('{', StringComparison.Ordinal)) return pattern == "/search" ? "/search?q=brother" : pattern;
        return pattern.Split('/')[1] switch
        {
            "commitments" => First<Commitment>(view),
            "organisations" => First<Organisation>(view),
            "places" => First<Place>(view),
            "offers" => First<Offer>(view),
            "sources" => First<Source>(view),
            "terms" when pattern.Contains("{term}", StringComparison.Ordinal) => First<Term>(view),
            "terms" => First<Scheme>(view),
            "plans" when pattern.EndsWith("/actions", StringComparison.Ordinal) => First<Plan>(view) is { } plan ? plan + "/actions" : null,
            "plans" when pattern.Contains("/actions/", StringComparison.Ordinal) => First<PlanAction>(view),
            "plans" when pattern.Count(c => c == '/') > 2 => First<PriorityArea>(view),
            "plans" => First<Plan>(view),
            _ => null,
        };
    }

    private static string? First<T>(View view) where T : RecordBody =>
        view.All<T>().Select(v => RecordPage.Of(view, v.Id, v.Body)?.Url).FirstOrDefault();
}
