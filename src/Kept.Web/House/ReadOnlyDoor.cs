using Kept.Web.House.Work;

namespace Kept.Web.House;

/// <summary>
/// Public addresses can only be read, but for the few of <see cref="OpenForms"/>. Writing comes through the socket in the data folder, or
/// through forms, and those take nothing that another site's page has sent.
/// </summary>
public sealed class ReadOnlyDoor(RequestDelegate next, KeptSettings settings)
{
    public Task InvokeAsync(HttpContext http)
    {
        var method = http.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || CommandSocket.IsBehind(http)) return next(http);
        if (!HttpMethods.IsPost(method) || !(WorkDoor.TakesForms(http.Request.Path) || (settings.TakesPeople && OpenForms.Are(http.Request.Path))))
        {
            http.Response.Headers.Allow = "GET, HEAD";
            return new ProblemResult(new(405, "This address can only be read", "Nothing was changed. Public pages and data answer to GET and HEAD.")).ExecuteAsync(http);
        }
        return IsOurOwn(http.Request) || OpenForms.TakeFromAnywhere(http.Request.Path) ? next(http)
            : new ProblemResult(new(403, "This form was sent from another site", "Nothing was changed. Open the page here, and send the form from it.")).ExecuteAsync(http);
    }

    // Browsers say where a form came from. Older ones name an origin only, and since our pages send no referrer, "null" for our
    // own; programs say nothing. Those still need the form's token.
    private static bool IsOurOwn(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site) return site is "same-origin" or "none";
        return request.Headers.Origin.ToString() is not { Length: > 0 } origin || origin == "null"
            || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
