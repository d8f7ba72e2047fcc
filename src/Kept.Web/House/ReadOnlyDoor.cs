namespace Kept.Web.House;

/// <summary>Public addresses can only be read. Writing comes through the socket in the data folder, or later through signed-in forms.</summary>
public sealed class ReadOnlyDoor(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        var method = http.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || CommandSocket.IsBehind(http)) return next(http);
        http.Response.Headers.Allow = "GET, HEAD";
        return new ProblemResult(new(405, "This address can only be read", "Nothing was changed. Public pages and data answer to GET and HEAD.")).ExecuteAsync(http);
    }
}
