using System.Globalization;
using Kept.Web.House;

namespace Kept.Web.Watch;

/// <summary>One line for each request, where the operator asked for it: which kind of page, how it ended, how long it took. Not who, not what was searched.</summary>
public sealed class RequestLog(RequestDelegate next, TimeProvider clock, ILogger<RequestLog> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var begun = clock.GetTimestamp();
        try
        {
            await next(http);
        }
        finally
        {
            log.LogInformation("{Method} {Route} {Status} {Milliseconds} ms", Method(http), http.RouteOf(), http.Response.StatusCode, clock.GetElapsedTime(begun).TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture));
        }
    }

    // A method can be any word.
    private static string Method(HttpContext http) => HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || HttpMethods.IsPost(http.Request.Method) ? http.Request.Method : "other";
}
