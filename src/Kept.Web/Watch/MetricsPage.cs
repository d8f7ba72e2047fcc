using System.Diagnostics.Metrics;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Kept.Web.House;

namespace Kept.Web.Watch;

/// <summary><c>/metrics</c>: for this machine itself, or for whoever shows the token. Nobody else learns that it is there.</summary>
public sealed class MetricsPage(KeptSettings settings, IMeterFactory meters) : IDisposable
{
    private static readonly string[] OfProxies = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Real-IP", "Via"];

    // From the first time that somebody asks, so that a site nobody watches pays nothing.
    private readonly Lazy<MetricsText> _text = new(() => new(meters));

    public Task Answer(HttpContext http)
    {
        if (!IsHere(http) && !HasToken(http)) return new ProblemResult(Problem.NoSuchPage()).ExecuteAsync(http);
        http.Response.ContentType = "text/plain; version=0.0.4; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsync(_text.Value.Write(), http.RequestAborted);
    }

    // A proxy on this machine comes from here too; it passes on the name it was asked by, or says that it is one.
    private static bool IsHere(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from) && !OfProxies.Any(http.Request.Headers.ContainsKey)
        && (http.Request.Host.Host is "localhost" || (IPAddress.TryParse(http.Request.Host.Host.Trim('[', ']'), out var name) && IPAddress.IsLoopback(name)));

    private bool HasToken(HttpContext http) =>
        settings.MetricsToken is { Length: > 0 } token && CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes("Bearer " + token)), SHA256.HashData(Encoding.UTF8.GetBytes(http.Request.Headers.Authorization.ToString())));

    public void Dispose()
    {
        if (_text.IsValueCreated) _text.Value.Dispose();
    }
}
