namespace Kept.Web.House;

/// <summary>
/// Gives each page and twin an ETag made of what is sent, answers 304 to a reader who has it, and compresses for a reader
/// who can read that. A page on an old phone is then a tenth of its size.
/// </summary>
public sealed class ConditionalGet(RequestDelegate next)
{
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
            var hash = Drawn.HashOf(bytes.Span);
            if (LeaveDrawn(http, bytes, hash)) encoding = null;
            response.Headers.ETag = $"\"{hash}{(encoding is null ? "" : "-" + encoding)}\"";
            response.Headers.CacheControl = "no-cache";
            if (Drawn.TagKnownTo(http.Request, hash) is { } known)
            {
                response.Headers.ETag = known;
                response.StatusCode = StatusCodes.Status304NotModified;
                response.ContentType = null;
                return;
            }
        }
        if (encoding is not null)
        {
            response.Headers.ContentEncoding = encoding;
            bytes = AcceptedEncoding.Compress(bytes.Span, encoding);
        }
        response.ContentLength = bytes.Length;
        if (!head) await response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    // What is kept is compressed once, after the answer; the first reader does not wait for that.
    private static bool LeaveDrawn(HttpContext http, ReadOnlyMemory<byte> bytes, string hash)
    {
        if (http.Features.Get<Drawing>() is not { } drawing || http.Response.ContentType is not { } type) return false;
        var reading = http.Reading();
        drawing.Drawn = new(bytes.ToArray(), type, hash, reading.View.Reads, reading.Number);
        return true;
    }

    // "br" or "gzip" where the reader takes it; an asset brings its own.
    private static string? Encoding(HttpContext http, int length)
    {
        var response = http.Response;
        var text = response.ContentType is { } type && (type.StartsWith("text/", StringComparison.Ordinal) || type.Contains("json", StringComparison.Ordinal) || type.Contains("svg", StringComparison.Ordinal));
        if (!text || length < Drawn.WorthCompressing || response.Headers.ContentEncoding.Count > 0) return null;
        response.Headers.Vary = "Accept-Encoding";
        return AcceptedEncoding.Of(http.Request);
    }
}
