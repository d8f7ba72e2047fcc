using Kept.Core.Evidence;
using Kept.Core.Records;
using Kept.Core.Records.Postgres;
using Kept.Core.Records.Sqlite;
using Kept.Testing;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Kept.Web.Tests.Faults;

/// <summary>What clients were told and saw while the server and its database were harmed, held against what was kept.</summary>
public sealed class HistoryTests : IDisposable
{
    private static readonly bool ByNight = Environment.GetEnvironmentVariable("KEPT_TEST_NIGHT") == "1";
    private static readonly TimeSpan Night = TimeSpan.FromMinutes(30);
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Nothing_acknowledged_is_lost_and_nothing_older_is_shown_after_it()
    {
        using var clients = new Clients(_folder.Path);
        var times = await clients.Ask(ByNight ? Night : TimeSpan.FromSeconds(20), LockFile);
        Holds(clients, SqliteStore.Open(_folder.File("kept.db")), $"{times[0]} kills, {times[1]} pauses, {times[2]} locks");
    }

    [Fact]
    public async Task Nor_is_it_where_the_record_is_in_postgresql()
    {
        var database = PostgresServer.NewDatabase();
        try
        {
            using var clients = new Clients(_folder.Path, "--database", database);
            var times = await clients.Ask(
                ByNight ? Night : TimeSpan.FromSeconds(8),
                random => EndSessions(database, random),
                random => LockTable(database, random));
            Holds(clients, PostgresStore.Open(database), $"{times[0]} kills, {times[1]} pauses, {times[2]} times its sessions were ended, {times[3]} locks");
        }
        finally
        {
            PostgresServer.Drop(database);
        }
    }

    private static void Holds(Clients clients, IRegisterStore store, string harmed)
    {
        var events = clients.Events;
        var written = events.Count(e => e is { IsWrite: true, Came: Came.Well });
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{events.Count} asked, {written} acknowledged, {events.Count(e => e.Came == Came.Failed)} refused, {events.Count(e => e.Came == Came.Unknown)} unknown; {harmed}");
        Assert.False(clients.IsTooShort, $"{written} of {events.Count}");

        var stored = Stored(store);
        Assert.Empty(History.Wrong(events, stored));

        // The same history, each time with one thing in it that cannot be.
        var (record, versions) = stored.First(r => r.Value.Count > 2);
        var last = events.Last(e => e.Record == record && e.Came == Came.Well && e.Version > 1);
        Assert.NotEmpty(History.Wrong(events, With(stored, record, versions.Take(last.Version - 1))));
        Assert.NotEmpty(History.Wrong(events, With(stored, record, versions.Append("nobody's words"))));
        Assert.NotEmpty(History.Wrong(events, With(stored, record, versions.Reverse())));
        Assert.NotEmpty(History.Wrong([.. events, last with { IsWrite = false, Version = last.Version - 1, Words = versions[last.Version - 2], Began = last.Ended + 1, Ended = last.Ended + 2 }], stored));
        var sent = events.First(e => e is { IsWrite: true, Came: Came.Well });
        Assert.NotEmpty(History.Wrong([.. events.Where(e => e != sent), sent with { Came = Came.Failed }], stored));
    }

    private async Task LockFile(Random random)
    {
        using var other = new SqliteConnection($"Data Source={_folder.File("kept.db")};Pooling=False");
        other.Open();
        using var command = other.CreateCommand();
        command.CommandText = "begin exclusive";
        command.ExecuteNonQuery();
        await Task.Delay(random.Next(100, 1500));
    }

    // A change takes a few milliseconds: only now and then does an end fall into one.
    private static async Task EndSessions(string database, Random random)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        for (var n = 0; n < 20; n++)
        {
            await Run(connection, "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
            await Task.Delay(random.Next(40));
        }
    }

    private static async Task LockTable(string database, Random random)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await Run(connection, "lock table entry in access exclusive mode");
        await Task.Delay(random.Next(100, 1500));
    }

    private static async Task Run(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static Dictionary<string, IReadOnlyList<string>> Stored(IRegisterStore store)
    {
        Assert.Null(store.Damage());
        Assert.True(Verification.Of(store).IsWhole);
        using var register = Register.Open(store, TestClock.At(2026, 11, 22));
        var stored = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var key in register.Snapshot.Keys("source"))
        {
            var words = new List<string>();
            for (var version = register.Snapshot.Newest(key); version is not null; version = version.Previous) words.Insert(0, ((Source)version.Body!).Title);
            stored[key.Id] = words;
        }
        return stored;
    }

    private static Dictionary<string, IReadOnlyList<string>> With(Dictionary<string, IReadOnlyList<string>> stored, string record, IEnumerable<string> versions) =>
        new(stored, StringComparer.Ordinal) { [record] = [.. versions] };
}
