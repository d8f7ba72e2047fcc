namespace Kept.Web.House;

/// <summary>What may be said in a log of where a request went.</summary>
public static class RouteName
{
    /// <summary>The pattern of the route, such as /commitments/{id}: never the address itself, which may hold what somebody typed.</summary>
    public static string RouteOf(this HttpContext http) => http.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } pattern } ? "/" + pattern.TrimStart('/') : "before a route";
}
