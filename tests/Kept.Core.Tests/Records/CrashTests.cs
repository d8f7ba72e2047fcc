using System.Diagnostics;
using Kept.Core.Evidence;
using Kept.Core.Records;
using Kept.Testing;

namespace Kept.Core.Tests.Records;

public sealed class CrashTests
{
    private const int Night = 500, Day = 40, DayOnPostgres = 10, Streams = 2, Lives = 20;

    private static int Cycles => Environment.GetEnvironmentVariable("KEPT_TEST_NIGHT") == "1" ? Night : TestDatabase.OnPostgres ? DayOnPostgres : Day;

    [Fact]
    public async Task Killed_at_any_moment_it_has_lost_nothing_that_it_acknowledged()
    {
        // Most of a cycle is a process coming up, so several run beside one another.
        var acknowledged = await Task.WhenAll(Enumerable.Range(0, Streams).Select(stream => Task.Run(async () =>
        {
            var random = new Random(stream);
            var count = 0;
            for (var cycle = 0; cycle < Cycles / Streams;)
            {
                using var database = new TestDatabase();
                var all = new HashSet<string>(StringComparer.Ordinal);
                // Every look reads all that came before, so a database lives through so many crashes and no more.
                for (var life = 0; life < Lives && cycle < Cycles / Streams; life++, cycle++)
                {
                    all.UnionWith(await RunAndKill(database, $"{cycle}", random));
                    Assert.Empty(Lost(database, all));
                }
                count += all.Count;
            }
            return count;
        })));
        Assert.All(acknowledged, count => Assert.InRange(count, Cycles / Streams, int.MaxValue));
    }

    [Fact]
    public async Task The_same_test_catches_a_writer_that_acknowledges_too_early()
    {
        using var database = new TestDatabase();
        var random = new Random(7);
        var lost = 0;
        for (var cycle = 0; cycle < Cycles && lost == 0; cycle++)
        {
            var acknowledged = await RunAndKill(database, $"{cycle}", random, "--wrong-order");
            lost = Lost(database, acknowledged).Count;
        }
        Assert.NotEqual(0, lost);
    }

    /// <summary>The ids that the writer printed before it was killed, 20 to 800 ms after the first.</summary>
    private static async Task<IReadOnlyList<string>> RunAndKill(TestDatabase database, string run, Random random, params string[] more)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Kept.CrashWriter.dll"), database.Address ?? database.File, run, .. more])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var writer = Process.Start(start)!;
        var printed = new List<string>();
        printed.Add(await writer.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"The writer ended by itself in cycle {run}."));
        var kill = Kill(writer, random.Next(20, 800));
        while (await writer.StandardOutput.ReadLineAsync() is { } line) printed.Add(line);
        await kill;
        await writer.WaitForExitAsync();
        return [.. printed.Where(line => line.EndsWith(';')).Select(line => line[..^1])];
    }

    private static async Task Kill(Process writer, int milliseconds)
    {
        await Task.Delay(milliseconds);
        writer.Kill();
    }

    /// <summary>Opens what is left as the next start would; it must be whole, with both records of each change or neither.</summary>
    private static List<string> Lost(TestDatabase database, IEnumerable<string> acknowledged)
    {
        using var store = database.Open();
        Assert.Null(Verification.Of(store).Broken);
        using var register = Register.Open(store, TimeProvider.System);
        var there = register.Snapshot.Keys(RecordKinds.NameOf<Source>()).Select(k => k.Id).ToHashSet(StringComparer.Ordinal);
        Assert.All(there, id => Assert.Contains(id.EndsWith(".pair", StringComparison.Ordinal) ? id[..^5] : id + ".pair", there));
        return [.. acknowledged.Where(id => !there.Contains(id))];
    }
}
