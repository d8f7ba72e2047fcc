using Kept.Core.Records;
using Kept.Web.Features.Evidence;
using Kept.Web.House.Work;

namespace Kept.Web.Features.Feedback.Sent;

/// <summary>Which public pages this site has: those with an address of their own, and one for each record that is shown.</summary>
public sealed class SitePages(IEnumerable<EndpointDataSource> routes)
{
    public bool Has(View record, string address)
    {
        var path = PathOf(address);
        if (address.StartsWith("//", StringComparison.Ordinal) || address.Contains('\\', StringComparison.Ordinal) || WorkDoor.TakesForms(path) || OpenForms.Are(path)) return false;
        return routes.SelectMany(r => r.Endpoints).OfType<RouteEndpoint>().Any(e => e.RoutePattern.Parameters.Count == 0 && Is(e.RoutePattern.RawText, path))
            || RecordKinds.Names.SelectMany(record.Keys).Any(k => RecordPage.Of(record, k) is { } page && PathOf(page.Url) == path);
    }

    private static bool Is(string? pattern, string path) => pattern is not null && string.Equals("/" + pattern.TrimStart('/'), path, StringComparison.OrdinalIgnoreCase);

    private static string PathOf(string address) => address.Split('#', '?')[0];
}
