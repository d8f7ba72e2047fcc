using System.Diagnostics;
using Kept.Core.Records.Sqlite;
using Kept.Testing;

namespace Kept.Core.Tests.Records;

/// <summary>A kill leaves the system's own memory of the file: only its calls show that a change was on disk before it was acknowledged.</summary>
public sealed class SyncTests
{
    private static readonly int Enough = Environment.GetEnvironmentVariable("KEPT_TEST_NIGHT") == "1" ? 5000 : 300;

    [Fact]
    public async Task Every_acknowledgement_comes_after_a_sync_of_the_log_that_began_after_its_change()
    {
        var (acknowledged, early) = await Trace();
        Assert.InRange(acknowledged, Enough, int.MaxValue);
        Assert.Empty(early);
    }

    [Theory]
    [InlineData("--no-sync")]
    [InlineData("--wrong-order")]
    public async Task The_same_test_catches_a_writer_that(string does)
    {
        var (acknowledged, early) = await Trace(does);
        Assert.InRange(acknowledged, Enough, int.MaxValue);
        Assert.InRange(early.Count, acknowledged / 2, acknowledged);
    }

    /// <summary>How many changes were acknowledged, and the ids of those that no sync had put on disk.</summary>
    private static async Task<(int Acknowledged, IReadOnlyList<string> Early)> Trace(params string[] more)
    {
        using var folder = new TempFolder();
        var (database, log) = (folder.File("kept.db"), folder.File("calls"));
        // Made before: the writes of a new file are not what is looked at.
        SqliteStore.Open(database).Dispose();
        string[] command = [.. Strace.Recording("write,fsync,fdatasync", log), "dotnet", Path.Combine(AppContext.BaseDirectory, "Kept.CrashWriter.dll"), database, "r", "--say-first", .. more];
        using var writer = Process.Start(new ProcessStartInfo(command[0], command[1..]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        for (var said = 0; said < Enough + 20 && await writer.StandardOutput.ReadLineAsync() is { } line;)
            if (!line.EndsWith("?;", StringComparison.Ordinal)) said++;
        writer.Kill();
        await writer.StandardOutput.ReadToEndAsync();
        await writer.WaitForExitAsync();
        return Look(Strace.Recorded(log));
    }

    // Lines are in the order in which calls began, or were resumed; a call that others ran beside has two.
    private static (int, IReadOnlyList<string>) Look(string[] calls)
    {
        var begun = new Dictionary<string, int>(StringComparer.Ordinal);
        var syncing = new Dictionary<string, int>(StringComparer.Ordinal);
        var (acknowledged, synced, early) = (0, -1, new List<string>());
        for (var at = 0; at < calls.Length; at++)
        {
            var thread = calls[at][..calls[at].IndexOf(' ', StringComparison.Ordinal)];
            var call = calls[at][thread.Length..].TrimStart();
            if (Said(call) is { } id)
            {
                if (id.EndsWith('?')) begun[id[..^1]] = at;
                else
                {
                    acknowledged++;
                    if (synced <= begun[id]) early.Add(id);
                }
            }
            else if (call.StartsWith('f') && call.Contains("-wal>", StringComparison.Ordinal))
            {
                if (call.EndsWith("<unfinished ...>", StringComparison.Ordinal)) syncing[thread] = at;
                else if (call.EndsWith("= 0", StringComparison.Ordinal)) synced = Math.Max(synced, at);
            }
            else if (call.StartsWith("<... f", StringComparison.Ordinal) && call.EndsWith("= 0", StringComparison.Ordinal) && syncing.Remove(thread, out var start))
            {
                synced = Math.Max(synced, start);
            }
        }
        return (acknowledged, early);
    }

    private static string? Said(string call)
    {
        const string end = ";\\n\"";
        var from = call.IndexOf(", \"", StringComparison.Ordinal) + 3;
        var to = call.IndexOf(end, StringComparison.Ordinal);
        return call.StartsWith("write(", StringComparison.Ordinal) && from > 2 && to > from ? call[from..to] : null;
    }
}
