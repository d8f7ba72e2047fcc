using System.Buffers;
using Kept.Core.Records;
using Microsoft.Extensions.Primitives;

namespace Kept.Web.House;

/// <summary>One page or twin as it was drawn, with its headers, and what was read for it.</summary>
public sealed class KeptPage(Drawn drawn, IEnumerable<KeyValuePair<string, StringValues>> headers, Endpoint? endpoint = null)
{
    private static readonly string[] OfOneAnswer = ["Content-Length", "Content-Encoding", "Content-Type", "Date", "ETag", "Transfer-Encoding", "Connection", "Vary"];

    private readonly KeyValuePair<string, StringValues>[] _headers = [.. headers.Where(h => !OfOneAnswer.Contains(h.Key, StringComparer.OrdinalIgnoreCase))];
    private readonly Form _plain = new(drawn.Body, null, $"\"{drawn.Hash}\"");
    private long _holdsAt = drawn.Number;
    private Form? _gzip;
    private Form? _brotli;

    private sealed record Form(byte[] Bytes, StringValues? Encoding, StringValues Tag);

    /// <summary>Roughly what it takes in memory, the compressed forms and the reads included.</summary>
    public int Size { get; } = (drawn.Body.Length * 3 / 2) + (drawn.Reads.Count * 64) + 2048;

    /// <summary>Whether it would be drawn the same from the Snapshot that stands now.</summary>
    public bool Holds(Snapshot now)
    {
        var then = Volatile.Read(ref _holdsAt);
        if (now.Number == then) return true;
        // An older Snapshot comes from a reader who was slow to ask: it draws its own.
        if (now.Number < then || !drawn.Reads.StillHolds(then, now)) return false;
        Interlocked.CompareExchange(ref _holdsAt, now.Number, then);
        return true;
    }

    /// <summary>Makes the compressed forms. Until it has, readers get the plain one.</summary>
    public void Compress()
    {
        if (drawn.Body.Length < Drawn.WorthCompressing) return;
        Volatile.Write(ref _brotli, FormOf(AcceptedEncoding.Brotli));
        Volatile.Write(ref _gzip, FormOf(AcceptedEncoding.Gzip));
    }

    private Form FormOf(string encoding) => new(AcceptedEncoding.Compress(drawn.Body, encoding), encoding, $"\"{drawn.Hash}-{encoding}\"");

    /// <summary>Answers a GET or a HEAD, on the caller's thread.</summary>
    public void Answer(HttpContext http)
    {
        var response = http.Response;
        var form = AcceptedEncoding.Of(http.Request) switch
        {
            AcceptedEncoding.Brotli => Volatile.Read(ref _brotli),
            AcceptedEncoding.Gzip => Volatile.Read(ref _gzip),
            _ => null,
        } ?? _plain;
        // The log names the kind of page, not the address.
        http.SetEndpoint(endpoint);
        foreach (var (name, value) in _headers) response.Headers[name] = value;
        if (drawn.Body.Length >= Drawn.WorthCompressing) response.Headers.Vary = "Accept-Encoding";
        if (drawn.TagKnownTo(http.Request) is { } known)
        {
            response.Headers.ETag = known;
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.Headers.ETag = form.Tag;
        response.Headers.ContentType = drawn.ContentType;
        if (form.Encoding is { } encoding) response.Headers.ContentEncoding = encoding;
        response.ContentLength = form.Bytes.Length;
        if (!HttpMethods.IsHead(http.Request.Method)) response.BodyWriter.Write(form.Bytes);
    }
}
