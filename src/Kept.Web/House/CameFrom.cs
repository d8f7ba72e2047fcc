using System.Net;

namespace Kept.Web.House;

/// <summary>Where a request came from, as far as a proxy that the operator named says. It is counted with, and written down nowhere.</summary>
public sealed record CameFrom(IPAddress? Address)
{
    /// <summary>The address of a request; null where nobody says it: behind a proxy that does not, and on this machine.</summary>
    public static IPAddress? Of(HttpContext http) => http.Features.Get<CameFrom>() is { } said ? said.Address : http.Connection.RemoteIpAddress is { } from && !IPAddress.IsLoopback(from) ? from : null;
}
