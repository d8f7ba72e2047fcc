using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Kept.Web.Tests.Commands;

namespace Kept.Web.Tests.Faults;

/// <summary>Eight clients that write and read the same few records of a server, while it is killed, stopped for a while, and harmed in other ways.</summary>
internal sealed class Clients(string data, params string[] more) : IDisposable
{
    private const int Many = 8, Records = 6;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly ConcurrentBag<Event> _events = [];
    private HttpClient _pages = new();

    /// <summary>What was asked, and what came of it.</summary>
    internal IReadOnlyCollection<Event> Events => _events;

    /// <summary>On a busy machine most of the time goes into starting again: then it goes on for longer.</summary>
    internal bool IsTooShort => _events.Count <= 200 || _events.Count(e => e is { IsWrite: true, Came: Came.Well }) <= 50;

    public void Dispose() => _pages.Dispose();

    /// <summary>They ask for so long, and until it was harmed in every way; answers how often: killed, stopped, and each of the others.</summary>
    internal async Task<int[]> Ask(TimeSpan length, params Func<Random, Task>[] others)
    {
        using var over = new CancellationTokenSource();
        var faults = Harm(length, others, over);
        await Task.WhenAll(Enumerable.Range(0, Many).Select(client => Task.Run(() => Ask(client, over.Token))));
        return await faults;
    }

    private async Task Ask(int client, CancellationToken over)
    {
        var random = new Random(client);
        using var sender = new Sender(data);
        for (var n = 0; !over.IsCancellationRequested; n++)
        {
            var record = FormattableString.Invariant($"r{random.Next(Records)}");
            if (await Read(record) is not { } seen)
            {
                await Task.Delay(20, CancellationToken.None);
                continue;
            }
            if (random.Next(3) == 0) continue;
            var (began, words) = (Stopwatch.GetTimestamp(), FormattableString.Invariant($"by {client} as {n}"));
            var answer = await sender.Publish($"- {{kind: source, id: {record}, expect: {seen}, set: {{title: {words}, kind: report}}}}");
            var came = answer.Acknowledged ? Came.Well : answer.IsUnknown ? Came.Unknown : Came.Failed;
            _events.Add(new(true, record, began, Stopwatch.GetTimestamp(), came, seen + 1, words));
        }
    }

    private async Task<int?> Read(string record)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            using var answer = await Volatile.Read(ref _pages).GetAsync(new Uri($"/sources/{record}.json", UriKind.Relative));
            var (version, words) = (0, "");
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
                (version, words) = (json.RootElement.GetProperty("version").GetInt32(), json.RootElement.GetProperty("title").GetString()!);
            }
            else Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            _events.Add(new(false, record, began, Stopwatch.GetTimestamp(), Came.Well, version, words));
            return version;
        }
        // Before the first start, and after each end.
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or InvalidOperationException)
        {
            return null;
        }
    }

    private async Task<int[]> Harm(TimeSpan length, Func<Random, Task>[] others, CancellationTokenSource over)
    {
        var random = new Random(10);
        var times = new int[2 + others.Length];
        var server = await Start();
        try
        {
            for (var since = Stopwatch.StartNew(); since.Elapsed < length || times.Contains(0) || (IsTooShort && since.Elapsed < length + Patience);)
            {
                await Task.Delay(random.Next(200, 1500), CancellationToken.None);
                var way = times.Sum() % times.Length;
                if (way == 0)
                {
                    await server.Signal("KILL");
                    await server.DisposeAsync();
                    server = await Start();
                }
                else if (way == 1)
                {
                    await server.Send("STOP");
                    await Task.Delay(random.Next(100, 800), CancellationToken.None);
                    await server.Send("CONT");
                }
                else await others[way - 2](random);
                times[way]++;
            }
        }
        finally
        {
            await over.CancelAsync();
            await server.DisposeAsync();
        }
        return times;
    }

    private async Task<Child> Start()
    {
        var server = await Child.Serve(data, more);
        Volatile.Write(ref _pages, new HttpClient { BaseAddress = await server.Address(), Timeout = TimeSpan.FromSeconds(20) });
        return server;
    }
}
