using System.Net;
using Kept.Core.Foundation;
using Kept.Web.House;

namespace Kept.Web.Watch;

/// <summary>
/// Believes a proxy that a reader came by https, and only a proxy that the operator named. The address of a reader that it may say serves
/// one thing: to count how many begin a form from one place.
/// </summary>
public sealed class KnownProxies(RequestDelegate next, IReadOnlyList<IPNetwork> known)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is { } from && known.Any(k => k.Contains(from.IsIPv4MappedToIPv6 ? from.MapToIPv4() : from)))
        {
            if (http.Request.Headers["X-Forwarded-Proto"] is [{ } scheme] && scheme is "https" or "http") http.Request.Scheme = http.Request.Headers["X-Forwarded-Proto"].ToString();
            // Of several the last is the proxy's own word; those before it are anybody's.
            http.Features.Set(new CameFrom(IPAddress.TryParse(http.Request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim(), out var address) ? address : null));
        }
        return next(http);
    }

    /// <summary>The networks of a setting: addresses or networks, by commas. A refusal names the one that is none.</summary>
    public static (IReadOnlyList<IPNetwork> Networks, Refusal? Why) Read(string? setting)
    {
        var networks = new List<IPNetwork>();
        foreach (var one in (setting ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (IPAddress.TryParse(one, out var address)) networks.Add(new(address, address.GetAddressBytes().Length * 8));
            else if (IPNetwork.TryParse(one, out var network)) networks.Add(network);
            else return ([], new($"\"{one}\" is no address of a proxy.", "Nothing was changed.", "Name addresses or networks by commas, such as --proxies 127.0.0.1,10.0.0.0/8"));
        return (networks, null);
    }
}
