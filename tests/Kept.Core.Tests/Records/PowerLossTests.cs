using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Kept.Core.Records;
using Kept.Core.Records.Sqlite;
using Kept.Testing;

namespace Kept.Core.Tests.Records;

/// <summary>
/// The power goes while four senders append: a kill leaves what the system had in memory, this does not. Three processes are
/// traced, one after the other: the first makes the database and is killed, the second finds a log and closes it, the third
/// begins a new one. From what they wrote, disks are made as they may have been at any moment, and opened as the next start would.
/// </summary>
public sealed class PowerLossTests(PowerLossTests.Traced traced) : IClassFixture<PowerLossTests.Traced>
{
    private static readonly int Images = Environment.GetEnvironmentVariable("KEPT_TEST_NIGHT") == "1" ? 1000 : 60;

    [Fact]
    public void The_disk_of_any_moment_opens_and_holds_all_that_was_acknowledged_before()
    {
        var acknowledged = traced.Folder.Before(traced.Folder.End).Acknowledged.Count;
        TestContext.Current.TestOutputHelper?.WriteLine($"{acknowledged} entries, {traced.Folder.Synced.Count()} syncs, {traced.Checkpoints} checkpoints, {traced.Folder.End} moments");
        Assert.InRange(acknowledged, 300, int.MaxValue);
        Assert.InRange(traced.Checkpoints, 10, int.MaxValue);
        Assert.Empty(Faults(new CrashImages(traced.Folder), Images));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(int.MaxValue)]
    public void The_same_test_catches_a_disk_whose_last_syncs_did_nothing(int many) =>
        Assert.Contains(Faults(new CrashImages(traced.Folder, lies: many), 16), fault => fault.EndsWith("was acknowledged and is lost", StringComparison.Ordinal));

    [Fact]
    public void The_same_test_catches_a_writer_that_acknowledges_too_early() =>
        Assert.Contains(Faults(new CrashImages(traced.Folder), 16, early: true), fault => fault.EndsWith("was acknowledged and is lost", StringComparison.Ordinal));

    private List<string> Faults(CrashImages images, int many, bool early = false)
    {
        var random = new Random(many);
        // Where a sync has just ended is where most could go wrong; by night that is every one of them.
        var synced = traced.Folder.Synced.ToArray();
        random.Shuffle(synced);
        var moments = synced.Take(many / 2).Select(m => m + 1).ToList();
        while (moments.Count < many) moments.Add(random.Next(traced.Folder.End + 1));
        var faults = new ConcurrentBag<string>();
        Parallel.For(0, many, new() { MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            using var folder = new TempFolder();
            images.Write(moments[i], new Random(i), folder.Path);
            foreach (var fault in Found(folder.File("kept.db"), moments[i], early)) faults.Add($"image {i}, moment {moments[i]}: {fault}");
        });
        return [.. faults.Order(StringComparer.Ordinal)];
    }

    private List<string> Found(string database, int moment, bool early)
    {
        var (begun, acknowledged) = traced.Folder.Before(moment, early);
        try
        {
            using var store = SqliteStore.Open(database);
            if (Verification.Of(store).Broken is { } broken) return [broken];
            var there = store.Read(0).ToDictionary(row => row.Entry.Number);
            using var register = Register.Open(store, TimeProvider.System);
            return
            [
                .. acknowledged.Where(a => there.GetValueOrDefault(a.Key).Entry?.Hash != a.Value).Select(a => $"entry {a.Key} was acknowledged and is lost"),
                .. there.Values.Where(row => !WasSent(row.Entry, row.Item, begun)).Select(row => $"entry {row.Entry.Number} was never sent"),
            ];
        }
        catch (Exception e) when (e is DatabaseFault or BrokenRegisterException)
        {
            return [e.Message];
        }
    }

    private static bool WasSent(Entry entry, Item item, IReadOnlySet<string> begun)
    {
        var id = entry.Record.Id;
        var change = id.EndsWith(".pair", StringComparison.Ordinal) ? id[..^5] : id;
        return entry.Kind == EntryKind.Redact ? begun.Contains(change + ".erased")
            : begun.Contains(change) && (item.IsRedacted ? begun.Contains(change + ".erased") : Encoding.UTF8.GetString(item.Body.Span).Contains($"\"{id} 0 {id} 1 ", StringComparison.Ordinal));
    }

    /// <summary>The three processes and what they did.</summary>
    public sealed class Traced : IAsyncLifetime
    {
        private const string Each = "24";
        private readonly TempFolder _temp = new();
        private TracedFolder? _folder;

        internal TracedFolder Folder => _folder!;

        /// <summary>How often what stood in a log was written into a database.</summary>
        internal int Checkpoints => Folder.Names.Select(n => n.File).OfType<TracedFolder.TracedFile>().Distinct().Sum(f => f.Changes.Count(c => c is { Bytes: null, Offset: 0 }));

        public async ValueTask InitializeAsync()
        {
            var data = Directory.CreateDirectory(_temp.File("data")).FullName;
            _folder = new(data);
            foreach (var (run, more) in ((string, string[])[])[("a", ["--cut"]), ("b", []), ("c", ["--cut"])])
            {
                var log = _temp.File(run);
                string[] command = [.. Strace.Recording(TracedFolder.Calls, log, 1 << 20), "dotnet", Path.Combine(AppContext.BaseDirectory, "Kept.CrashWriter.dll"), Path.Combine(data, "kept.db"), run, "--say-first", "--entries", "--long", "--each", Each, .. more];
                using var writer = Process.Start(new ProcessStartInfo(command[0], command[1..]) { UseShellExecute = false, RedirectStandardOutput = true })!;
                await writer.StandardOutput.ReadToEndAsync();
                await writer.WaitForExitAsync();
                _folder.Add(Strace.Recorded(log));
                IsWhatTheDiskHolds(data);
            }
        }

        // With nothing lost the replay must be what lies there, byte for byte: otherwise it replays something else.
        private void IsWhatTheDiskHolds(string data)
        {
            using var replay = new TempFolder();
            new CrashImages(Folder).WriteAll(replay.Path);
            var names = Directory.GetFiles(data).Where(f => !f.EndsWith("-shm", StringComparison.Ordinal)).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal).ToArray();
            Assert.Equal(names, Directory.GetFiles(replay.Path).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));
            foreach (var name in names) Assert.True(File.ReadAllBytes(Path.Combine(data, name)).AsSpan().SequenceEqual(File.ReadAllBytes(replay.File(name))), $"{name} is not what was traced");
        }

        public ValueTask DisposeAsync()
        {
            _temp.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
