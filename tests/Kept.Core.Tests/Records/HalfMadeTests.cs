using System.Diagnostics;
using System.Globalization;
using Kept.Core.Records;
using Kept.Core.Records.Sqlite;
using Kept.Testing;
using Microsoft.Data.Sqlite;

namespace Kept.Core.Tests.Records;

/// <summary>Killed at any call while the database is made or its schema brought up to date, the next start finds it whole.</summary>
public sealed class HalfMadeTests
{
    // A database of Kept's before its first script: it has the settings of a file, and no table.
    private const string Before = "pragma journal_mode=wal; create table t (x); drop table t";

    private const int Killed = 128 + 9;

    private static readonly int Every = Environment.GetEnvironmentVariable("KEPT_TEST_NIGHT") == "1" ? 1 : 2;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task At_every_write_and_sync(bool upgrade)
    {
        var (killed, without) = (0, 0);
        foreach (var call in (string[])["pwrite64", "fsync"])
            for (var n = 1; ; n += Every)
            {
                using var folder = new TempFolder();
                var file = folder.File("kept.db");
                if (upgrade) Run(file, Before);
                if (!await IsKilled(file, call, n)) break;
                killed++;
                if (!File.Exists(file)) without++;
                using var register = Register.Open(SqliteStore.Open(file), TestClock.At(2026, 11, 22));
                Assert.IsType<Appended.Done>(await register.AppendAsync(Change.Of(TestRegister.Set("x", "words", 0)), TestRegister.Act));
                Assert.Equal(["kept.db", "kept.db-shm", "kept.db-wal"], Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
            }
        Assert.InRange(killed, 8, 1000);
        // A file that is being made has another name until it is whole.
        Assert.Equal(upgrade, without == 0);
    }

    [Fact]
    public void A_script_that_stopped_in_the_middle_would_be_seen()
    {
        using var folder = new TempFolder();
        Run(folder.File("kept.db"), Before + "; create table entry (number integer primary key)");
        Assert.Throws<DatabaseFault>(() => SqliteStore.Open(folder.File("kept.db")));
    }

    /// <summary>Whether a writer was killed at the nth call of its own thread before it had written anything.</summary>
    private static async Task<bool> IsKilled(string file, string call, int n)
    {
        string[] command =
        [
            "strace", "-D", "-qq", "-e", "trace=" + call, "-e", "signal=none", "-e", string.Create(CultureInfo.InvariantCulture, $"inject={call}:signal=KILL:when={n}"), "-o", "/dev/null",
            "dotnet", Path.Combine(AppContext.BaseDirectory, "Kept.CrashWriter.dll"), file, "r", "--only-open",
        ];
        using var writer = Process.Start(new ProcessStartInfo(command[0], command[1..]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var said = await writer.StandardOutput.ReadToEndAsync();
        await writer.WaitForExitAsync();
        var opened = said.Contains("open;", StringComparison.Ordinal);
        if (!opened && writer.ExitCode != Killed) throw new InvalidOperationException($"{Strace.Needed} The writer ended with {writer.ExitCode}.");
        return !opened;
    }

    private static void Run(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The words are the test's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
