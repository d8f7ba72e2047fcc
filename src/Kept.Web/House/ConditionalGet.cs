using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Kept.Web.House;

/// <summary>Gives each page and twin an ETag made of what is sent, and answers 304 to a reader who has it.</summary>
public sealed class ConditionalGet(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
        {
            await next(http);
            return;
        }
        // HEAD is GET without the body, so everything behind this sees only GET.
        var head = HttpMethods.IsHead(http.Request.Method);
        var wire = http.Response.Body;
        using var buffer = new MemoryStream();
        http.Response.Body = buffer;
        http.Request.Method = HttpMethods.Get;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = wire;
            if (head) http.Request.Method = HttpMethods.Head;
        }
        await Send(http, buffer, head);
    }

    private static async Task Send(HttpContext http, MemoryStream buffer, bool head)
    {
        var response = http.Response;
        if (response.HasStarted) return;
        var bytes = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        if (response.StatusCode == StatusCodes.Status200OK && bytes.Length > 0 && response.Headers.CacheControl.Count == 0)
        {
            var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes.Span))[..24]}\"");
            response.Headers.ETag = tag.ToString();
            response.Headers.CacheControl = "no-cache";
            if (http.Request.GetTypedHeaders().IfNoneMatch is { Count: > 0 } known
                && known.Any(k => k.Tag == "*" || k.Compare(tag, useStrongComparison: false)))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                response.ContentType = null;
                response.ContentLength = null;
                return;
            }
        }
        if (bytes.Length == 0) return;
        response.ContentLength = bytes.Length;
        if (!head) await response.Body.WriteAsync(bytes, http.RequestAborted);
    }
}
