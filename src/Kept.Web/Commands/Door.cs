using System.Net.Sockets;
using Kept.Core.Foundation;

namespace Kept.Web.Commands;

/// <summary>The caller's side of the door for commands: asks the server that runs over a data folder, if one does.</summary>
public static class Door
{
    /// <summary>
    /// Posts to an address behind the door and prints what it says. The exit code; null when no server runs, so that the
    /// command does the work itself. <paramref name="unanswered"/> is what to say when the server stopped in the middle.
    /// </summary>
    public static async Task<int?> Post(string data, string address, Refusal unanswered, CancellationToken cancel, HttpContent? body = null)
    {
        var socket = DataFolder.SocketOf(data);
        if (!File.Exists(socket)) return null;
        // Large work takes its time; whoever waits can interrupt.
        using var client = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (_, token) =>
            {
                var s = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await s.ConnectAsync(new UnixDomainSocketEndPoint(socket), token);
                return new NetworkStream(s, ownsSocket: true);
            },
        })
        { Timeout = Timeout.InfiniteTimeSpan };
        try
        {
            using var answer = await client.PostAsync(new Uri("http://kept" + address), body, cancel);
            Console.Write(await answer.Content.ReadAsStringAsync(cancel));
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (HttpRequestException e) when (e.InnerException is SocketException)
        {
            // A socket left behind by a server that was killed: nobody listens, so the lock decides.
            return null;
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            Console.Error.WriteLine(unanswered);
            return 1;
        }
    }
}
