using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kept.Testing;

/// <summary>One address of the shipped programme for every route of the site. A route without one fails the tests that walk them.</summary>
public static class SampleAddresses
{
    private static readonly Dictionary<string, string> Parameters = new(StringComparer.Ordinal)
    {
        ["/commitments/{id}"] = "sssc-codes-review",
        ["/organisations/{id}"] = "scottish-social-services-council",
        ["/places/{id}"] = "S12000030",
        ["/places/{gss}"] = "S12000030",
        ["/offers/{id}"] = "the-money",
        ["/offers/{offer}"] = "the-money",
        ["/sources/{id}"] = "change-programme-one",
        ["{plan}"] = "plan-21-24",
        ["/plans/{id}"] = "plan-21-24",
        ["/terms/{id}"] = "fundamentals",
        ["{area}"] = "a-good-childhood",
        ["{action}"] = "youth-justice",
        ["{scheme}"] = "fundamentals",
        ["{term}"] = "listening",
        ["{documentName}"] = "v1",
        ["/assets/{**name}"] = "kept.css",
    };

    /// <summary>Every readable route: its pattern and a sample path. Patterns of the fallback and of the command door are left out.</summary>
    public static IReadOnlyList<(string Pattern, string Path)> All(TestSite site) =>
        [.. site.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Where(p => p != "/{**path}" && !p.StartsWith("/door/", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(p => (p, Fill(p)))];

    /// <summary>The routes that answer with a page.</summary>
    public static IReadOnlyList<string> Pages(TestSite site) =>
        [.. All(site).Select(a => a.Path).Where(p => Path.GetExtension(p) is "" or ".0" && !p.StartsWith("/health", StringComparison.Ordinal) && p is not "/exit")];

    private static string Fill(string pattern)
    {
        var filled = pattern;
        var bare = pattern.Replace(".json", "", StringComparison.Ordinal).Replace(".csv", "", StringComparison.Ordinal);
        foreach (var (key, value) in Parameters)
        {
            if (key.StartsWith('{')) filled = filled.Replace(key, value, StringComparison.Ordinal);
            else if (key == bare) filled = string.Concat(filled.AsSpan(0, filled.IndexOf('{', StringComparison.Ordinal)), value, filled.AsSpan(filled.LastIndexOf('}') + 1));
        }
        return filled.Contains('{', StringComparison.Ordinal)
            ? throw new InvalidOperationException($"The route {pattern} has no sample address: add one to {nameof(SampleAddresses)}.") : filled;
    }
}
