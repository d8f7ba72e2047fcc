using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;

namespace Kept.Web.House;

/// <summary>The socket in the data folder through which commands reach a running server.</summary>
public static class CommandSocket
{
    /// <summary>The socket as an address the server can listen at.</summary>
    public static string AddressOf(string socket) => "http://unix:" + socket;

    /// <summary>Whether a request came through the socket rather than over the network.</summary>
    public static bool IsBehind(HttpContext http)
    {
        try
        {
            return http.Features.Get<IConnectionSocketFeature>()?.Socket.LocalEndPoint is UnixDomainSocketEndPoint;
        }
        // Whoever asked has gone.
        catch (ObjectDisposedException)
        {
            return false;
        }
    }
}
