using Kept.Web.House;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kept.Testing;

/// <summary>One address of the shipped programme for every route of the site. A route without one fails the tests that walk them.</summary>
public static class SampleAddresses
{
    // By pattern without its extension; what has no parameter is its own sample.
    private static readonly Dictionary<string, string> Samples = new(StringComparer.Ordinal)
    {
        ["/assets/{**name}"] = "/assets/kept.css",
        ["/commitments/{id}"] = "/commitments/sssc-codes-review",
        ["/follow/confirm/{word}"] = "/follow/confirm/none",
        ["/follow/mine/{word}"] = "/follow/mine/none",
        ["/follow/stop/{word}"] = "/follow/stop/none",
        ["/method/{page}"] = "/method/dates",
        ["/offers/{id}"] = "/offers/the-money",
        ["/openapi/{documentName}"] = "/openapi/v1",
        ["/organisations/{id}"] = "/organisations/scottish-social-services-council",
        ["/places/{id}"] = "/places/S12000030",
        ["/plans/{id}"] = "/plans/plan-21-24",
        ["/plans/{plan}/actions"] = "/plans/plan-21-24/actions",
        ["/plans/{plan}/actions/{id}"] = "/plans/plan-21-24/actions/youth-justice",
        ["/plans/{plan}/{id}"] = "/plans/plan-21-24/a-good-childhood",
        ["/sources/{id}"] = "/sources/change-programme-one",
        ["/terms/{id}"] = "/terms/fundamentals",
        ["/terms/{scheme}/{term}"] = "/terms/fundamentals/listening",
    };

    /// <summary>Every readable route: its pattern and a sample path. The fallback, the command door, the stream without an end and what is behind the door of work are left out.</summary>
    public static IReadOnlyList<(string Pattern, string Path)> All(TestSite site) =>
        [.. site.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Where(p => p is not ("/{**path}" or Unbuffered.Live) && !p.StartsWith("/door/", StringComparison.Ordinal) && !WorkDoor.TakesForms(p.Split('{')[0].TrimEnd('/')))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(p => (p, Fill(p)))];

    /// <summary>The routes that answer with a page.</summary>
    public static IReadOnlyList<string> Pages(TestSite site) =>
        [.. All(site).Select(a => a.Path).Where(p => Path.GetExtension(p).Length == 0 && !p.StartsWith("/health", StringComparison.Ordinal) && p is not ("/exit" or "/metrics"))];

    private static string Fill(string pattern)
    {
        if (!pattern.Contains('{', StringComparison.Ordinal)) return pattern;
        var extension = new[] { ".json", ".csv", ".ics" }.FirstOrDefault(e => pattern.EndsWith(e, StringComparison.Ordinal)) ?? "";
        return Samples.TryGetValue(pattern[..^extension.Length], out var sample) ? sample + extension
            : throw new InvalidOperationException($"The route {pattern} has no sample address: add one to {nameof(SampleAddresses)}.");
    }
}
