using System.Net.Sockets;
using Kept.Core.Records;
using Kept.Testing;

namespace Kept.Web.Tests.Faults;

/// <summary>Publishes through the door of a running server, as <c>kept publish</c> does, and keeps what came of it.</summary>
internal sealed class Sender : IDisposable
{
    private readonly HttpClient _door;

    internal Sender(string data) => _door = new HttpClient(new SocketsHttpHandler
    {
        ConnectCallback = async (_, cancel) =>
        {
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            try
            {
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(Path.Combine(data, "kept.sock")), cancel);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    })
    { BaseAddress = new Uri("http://kept"), Timeout = TimeSpan.FromMinutes(1) };

    /// <summary>What the server said; a status of 0 means that it never answered, <see cref="Sent"/> whether it may have been asked.</summary>
    internal sealed record Answer(int Status, string Words, bool Sent, TimeSpan? RetryAfter)
    {
        internal bool Acknowledged => Status == 200 && Words.StartsWith("published ", StringComparison.Ordinal);

        /// <summary>Nothing tells whether it was written.</summary>
        internal bool IsUnknown => Status == 0 ? Sent : Words.Contains("It is not known whether", StringComparison.Ordinal);
    }

    /// <summary>Two sources in one change, <c>id</c> and <c>id.pair</c>, so that half a change could be seen.</summary>
    internal Task<Answer> Pair(string id, string title = "A letter", int expect = 0) =>
        Publish($"- {{kind: source, id: {id}, expect: {expect}, set: {{title: {title}, kind: report}}}}\n- {{kind: source, id: {id}-pair, expect: {expect}, set: {{title: {title}, kind: report}}}}");

    internal async Task<Answer> Publish(string records)
    {
        using var content = new StringContent($"why: A letter came.\neffective: 2026-01-01\nrecords:\n{records}\n");
        try
        {
            using var answer = await _door.PostAsync(new Uri("/door/publish?name=test&trial=false", UriKind.Relative), content);
            return new((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(), true, answer.Headers.RetryAfter?.Delta);
        }
        catch (OperationCanceledException e)
        {
            throw new InvalidOperationException($"The server took this and said nothing for {_door.Timeout.TotalSeconds} seconds.", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return new(0, e.Message, e.InnerException is not SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.AddressNotAvailable }, null);
        }
    }

    /// <summary>The ids of the pairs that stand in a database, which must be whole: its file, its chain, and both of each pair.</summary>
    internal static HashSet<string> Stored(IRegisterStore store)
    {
        using (store)
        {
            Assert.Null(store.Damage());
            Assert.Null(Verification.Of(store).Broken);
            using var register = Register.Open(store, TestClock.At(2026, 11, 22));
            var there = register.Snapshot.Keys("source").Select(k => k.Id).ToHashSet(StringComparer.Ordinal);
            const string pair = "-pair";
            foreach (var id in there.Where(id => id.EndsWith(pair, StringComparison.Ordinal))) Assert.Contains(id[..^pair.Length], there);
            return [.. there.Where(id => there.Contains(id + pair))];
        }
    }

    public void Dispose() => _door.Dispose();
}
