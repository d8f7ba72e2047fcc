using System.Collections.Concurrent;
using System.Diagnostics;
using Kept.Testing;
using Kept.Web.Tests.Commands;

namespace Kept.Web.Tests.Faults;

/// <summary>Told to stop under load: whatever was asked before is answered, whatever was acknowledged is there.</summary>
public sealed class GracefulStopTests
{
    private const int Night = 200, Day = 10, DayOnPostgres = 6, Streams = 2, Enough = 40;
    private static readonly string[] Pages = ["/", "/sources", "/sources.json", "/changes", "/organisations"];

    private static int Cycles => Environment.GetEnvironmentVariable("KEPT_TEST_NIGHT") == "1" ? Night : TestDatabase.OnPostgres ? DayOnPostgres : Day;

    [Fact]
    public async Task Nothing_that_was_asked_before_is_refused_and_nothing_acknowledged_is_lost()
    {
        await Task.WhenAll(Enumerable.Range(0, Streams).Select(stream => Task.Run(async () =>
        {
            using var database = new TestDatabase();
            var (random, outcome) = (new Random(stream), new Outcome());
            for (var cycle = 0; cycle < Cycles / Streams; cycle++)
            {
                var before = outcome.Acknowledged;
                var (cut, answered, took, ended) = await Stop(database, "TERM", $"{stream}-{cycle}", random, outcome);
                Assert.True(cut.Count == 0, $"{string.Join('\n', cut.Take(5))}\n{ended.Exit}: {ended.Everything}");
                Assert.True(answered >= Enough && outcome.Acknowledged > before, $"{answered} answers are no load.");
                Assert.Equal(0, ended.Exit);
                Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(30));
                Assert.Empty(outcome.Against(Sender.Stored(database.OpenToRead())));
            }
        })));
    }

    [Fact]
    public async Task The_same_test_sees_requests_cut_by_a_process_that_is_killed()
    {
        using var database = new TestDatabase();
        var (random, outcome, cut) = (new Random(7), new Outcome(), 0);
        for (var cycle = 0; cycle < 10 && cut == 0; cycle++) cut = (await Stop(database, "KILL", $"{cycle}", random, outcome)).Cut.Count;
        Assert.NotEqual(0, cut);
        Assert.Empty(outcome.Against(Sender.Stored(database.Open())));
    }

    /// <summary>One life of a server under load: what was asked before the signal and not answered, and how its end went.</summary>
    private static async Task<(IReadOnlyCollection<string> Cut, int Answered, TimeSpan Took, Child.Ended Ended)> Stop(TestDatabase database, string signal, string run, Random random, Outcome outcome)
    {
        await using var server = await Child.Serve(database.Folder, database.Address is { } address ? ["--database", address] : []);
        using var pages = await Served.By(server);
        using var sender = new Sender(database.Folder);
        var (told, answered, cut) = (long.MaxValue, 0, new ConcurrentBag<string>());
        using var over = new CancellationTokenSource();

        async Task Load(Func<int, Task<string?>> ask)
        {
            for (var n = 0; !over.IsCancellationRequested; n++)
            {
                var began = Stopwatch.GetTimestamp();
                if (await ask(n) is not { } wrong) Interlocked.Increment(ref answered);
                else if (began < Volatile.Read(ref told)) cut.Add(wrong);
                else return;
            }
        }

        var readers = Enumerable.Range(0, 6).Select(r => Load(async n =>
        {
            var path = Pages[(n + r) % Pages.Length];
            try
            {
                return await pages.Status(path) is 200 ? null : path;
            }
            catch (HttpRequestException e)
            {
                return $"{path}: {e.Message}";
            }
        }));
        var senders = Enumerable.Range(0, 2).Select(s => Load(async n =>
        {
            var id = $"{run}-{s}-{n}";
            return outcome.Add(id, await sender.Pair(id)) is { Acknowledged: false } answer ? $"{id}: {answer.Status} {answer.Words}" : null;
        }));
        var load = Task.WhenAll([.. readers, .. senders]);

        while (Volatile.Read(ref answered) < Enough && !load.IsCompleted) await Task.Delay(20);
        await Task.Delay(random.Next(20, 400));
        Volatile.Write(ref told, Stopwatch.GetTimestamp());
        var since = Stopwatch.StartNew();
        var ended = await server.Signal(signal);
        var took = since.Elapsed;
        await over.CancelAsync();
        await load;
        return (cut, answered, took, ended);
    }
}
