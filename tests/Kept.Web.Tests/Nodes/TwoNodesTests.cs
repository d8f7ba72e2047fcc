using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Kept.Testing;
using Kept.Web.Tests.Commands;

namespace Kept.Web.Tests.Nodes;

/// <summary>Two nodes over one PostgreSQL database, behind nginx, as docs/operate describes them.</summary>
public sealed class TwoNodesTests : IDisposable
{
    private static readonly TimeSpan Before = TimeSpan.FromSeconds(3), After = TimeSpan.FromSeconds(6);
    private readonly string _database = PostgresServer.NewDatabase();
    private readonly TempFolder _a = new(), _b = new();

    [Fact]
    public async Task One_is_killed_under_load_and_the_other_serves_on_with_every_change_that_was_acknowledged()
    {
        await using var a = await Child.Serve(_a.Path, "--database", _database);
        await using var b = await Child.Serve(_b.Path, "--database", _database);
        await using var proxy = await Proxy.Before(await a.Address(), await b.Address());
        using var client = new HttpClient { BaseAddress = proxy.Address };
        var acknowledged = new ConcurrentQueue<string>();
        var bad = new ConcurrentQueue<string>();
        using var over = new CancellationTokenSource();

        var writing = Enumerable.Range(0, 4).Select(w => Task.Run(() => Publish(w, w % 2 == 0 ? [_a.File("kept.sock"), _b.File("kept.sock")] : [_b.File("kept.sock")], acknowledged, over.Token))).ToArray();
        var reading = Enumerable.Range(0, 4).Select(_ => Task.Run(() => Read(client, bad, over.Token))).ToArray();
        await Task.Delay(Before);
        await a.Signal("KILL");
        var whenKilled = acknowledged.Count;
        await Task.Delay(After);
        await over.CancelAsync();
        await Task.WhenAll([.. writing, .. reading]);

        Assert.Empty(bad);
        Assert.InRange(whenKilled, 1, acknowledged.Count - 1);
        Assert.Empty(await Lost(client, acknowledged));
        Assert.Equal(["never-written"], await Lost(client, ["never-written"]));
        Assert.StartsWith("ok ", (await Child.Run("verify", "--data", _b.Path, "--database", _database)).LastLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_published_through_one_is_on_the_pages_of_the_other_within_a_second()
    {
        await using var a = await Child.Serve(_a.Path, "--database", _database);
        await using var b = await Child.Serve(_b.Path, "--database", _database);
        using var client = new HttpClient { BaseAddress = await b.Address() };
        await Published(_a.File("kept.sock"), "told", CancellationToken.None);
        using var second = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while ((await Lost(client, ["told"])).Count > 0) await Task.Delay(20, second.Token);
    }

    private static async Task Publish(int writer, string[] sockets, ConcurrentQueue<string> acknowledged, CancellationToken over)
    {
        for (var n = 0; !over.IsCancellationRequested; n++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"w{writer}-{n}");
            // As people would: when their node is gone they turn to the other, with a change of its own.
            foreach (var socket in sockets)
            {
                try
                {
                    await Published(socket, id, CancellationToken.None);
                    acknowledged.Enqueue(id);
                    break;
                }
                catch (HttpRequestException)
                {
                    id += "-again";
                }
            }
        }
    }

    private static async Task Published(string socket, string id, CancellationToken cancel)
    {
        using var client = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (_, token) =>
            {
                var s = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await s.ConnectAsync(new UnixDomainSocketEndPoint(socket), token);
                return new NetworkStream(s, ownsSocket: true);
            },
        });
        var file = $"why: under load\neffective: 2026-01-01\nrecords:\n- {{kind: source, id: {id}, expect: 0, set: {{title: {id}, kind: report}}}}\n";
        using var answer = await client.PostAsync(new Uri("http://kept/door/publish?name=load.yaml&trial=false"), new StringContent(file), cancel);
        if (answer.StatusCode != HttpStatusCode.OK) throw new HttpRequestException(await answer.Content.ReadAsStringAsync(cancel));
    }

    private static async Task Read(HttpClient client, ConcurrentQueue<string> bad, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            using var answer = await client.GetAsync(new Uri("/sources", UriKind.Relative), CancellationToken.None);
            if (answer.StatusCode != HttpStatusCode.OK) bad.Enqueue(answer.StatusCode.ToString());
        }
    }

    private static async Task<IReadOnlyList<string>> Lost(HttpClient client, IEnumerable<string> acknowledged)
    {
        using var list = JsonDocument.Parse(await client.GetStringAsync(new Uri("/sources.json", UriKind.Relative)));
        var there = list.RootElement.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()!).ToHashSet(StringComparer.Ordinal);
        return [.. acknowledged.Where(id => !there.Contains(id))];
    }

    public void Dispose()
    {
        PostgresServer.Drop(_database);
        _a.Dispose();
        _b.Dispose();
    }
}
