using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Kept.Web.House;

/// <summary>
/// Gives each page and twin an ETag made of what is sent, answers 304 to a reader who has it, and compresses for a reader
/// who can read that. A page on an old phone is then a tenth of its size.
/// </summary>
public sealed class ConditionalGet(RequestDelegate next)
{
    private const int WorthCompressing = 1400;

    public async Task InvokeAsync(HttpContext http)
    {
        if ((!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method)) || Unbuffered.Is(http.Request.Path))
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
        if (!http.Response.HasStarted) await Send(http, buffer.GetBuffer().AsMemory(0, (int)buffer.Length), head);
    }

    private static async Task Send(HttpContext http, ReadOnlyMemory<byte> bytes, bool head)
    {
        if (bytes.IsEmpty) return;
        var response = http.Response;
        var encoding = Encoding(http, bytes.Length);
        if (response.StatusCode == StatusCodes.Status200OK && response.Headers.CacheControl.Count == 0)
        {
            var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes.Span))[..24]}{(encoding is null ? "" : "-" + encoding)}\"");
            response.Headers.ETag = tag.ToString();
            response.Headers.CacheControl = "no-cache";
            if (Has(http.Request, tag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                response.ContentType = null;
                return;
            }
        }
        if (encoding is not null)
        {
            response.Headers.ContentEncoding = encoding;
            bytes = Compress(bytes, encoding);
        }
        response.ContentLength = bytes.Length;
        if (!head) await response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    private static bool Has(HttpRequest request, EntityTagHeaderValue tag) =>
        request.GetTypedHeaders().IfNoneMatch is { Count: > 0 } known && known.Any(k => k.Tag == "*" || k.Compare(tag, useStrongComparison: false));

    // "br" or "gzip" where the reader takes it; an asset brings its own.
    private static string? Encoding(HttpContext http, int length)
    {
        var response = http.Response;
        var text = response.ContentType is { } type && (type.StartsWith("text/", StringComparison.Ordinal) || type.Contains("json", StringComparison.Ordinal) || type.Contains("svg", StringComparison.Ordinal));
        if (!text || length < WorthCompressing || response.Headers.ContentEncoding.Count > 0) return null;
        response.Headers.Vary = "Accept-Encoding";
        var taken = http.Request.GetTypedHeaders().AcceptEncoding.Where(e => e.Quality is not 0).Select(e => e.Value.Value).ToList();
        return taken.Contains("br", StringComparer.OrdinalIgnoreCase) ? "br" : taken.Contains("gzip", StringComparer.OrdinalIgnoreCase) ? "gzip" : null;
    }

    private static byte[] Compress(ReadOnlyMemory<byte> bytes, string encoding)
    {
        using var to = new MemoryStream();
        using (Stream through = encoding == "br" ? new BrotliStream(to, new BrotliCompressionOptions { Quality = 5 }, leaveOpen: true) : new GZipStream(to, CompressionLevel.Optimal, leaveOpen: true))
            through.Write(bytes.Span);
        return to.ToArray();
    }
}
