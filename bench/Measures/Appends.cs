using System.Diagnostics;
using System.Globalization;
using Kept.Core.Evidence;
using Kept.Core.Foundation;
using Kept.Core.Records;
using Kept.Core.Records.Postgres;
using Kept.Core.Records.Sqlite;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Kept.Measures;

/// <summary>
/// P5: durable appends through the whole path (1 KB bodies, canonical JSON, hashes, version checks, Snapshot), beside the same
/// rows written one a transaction by hand, in the same run. KEPT_TEST_POSTGRES names a server for the second half.
/// </summary>
public static class Appends
{
    private const int Writers = 64;
    private const int Connections = 32;
    private static readonly TimeSpan Each = TimeSpan.FromSeconds(4);

    public static async Task Run()
    {
        var folder = Directory.CreateTempSubdirectory("kept-appends-").FullName;
        try
        {
            await OnSqlite(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
        if (Environment.GetEnvironmentVariable("KEPT_TEST_POSTGRES") is { } server) await OnPostgres(server);
        else Console.WriteLine("| appends on PostgreSQL | not measured: KEPT_TEST_POSTGRES names no server | | |");
    }

    private static async Task OnSqlite(string folder)
    {
        var sync = Sync(Path.Combine(folder, "sync"));
        var peers = new List<double>();
        var alone = new List<double>();
        var together = new List<(double Rate, double Slowest, double P50)>();
        for (var run = 0; run < 3; run++)
        {
            peers.Add(ByHand(Path.Combine(folder, $"hand-{run}.db")));
            alone.Add((await Kept(() => SqliteStore.Open(Path.Combine(folder, $"one-{run}.db")), 1)).Rate);
            together.Add(await Kept(() => SqliteStore.Open(Path.Combine(folder, $"many-{run}.db")), Writers));
        }
        var peer = Row.Median(peers);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| a sync to this disk | {sync:0.###} ms | | |"));
        Row.Print("durable appends, one verb at a time", Row.Median(alone), "/s", "one row a transaction by hand, SQLite FULL", peer, "no bar");
        Row.Print($"durable appends, {Writers} verbs at once (P5)", Row.Median(together.Select(t => t.Rate)), "/s", "one row a transaction by hand, SQLite FULL", peer, sync < 0.2 ? "bar 4" : sync >= 1 ? "bar 10" : "bar 4 to 10");
        Row.Print("slowest of them", Row.Median(together.Select(t => t.Slowest)), "ms", "limit", 250, "bar 1");
        Row.Print("the middle one of them", Row.Median(together.Select(t => t.P50)), "ms", "a sync", sync, "no bar");
    }

    private static async Task OnPostgres(string server)
    {
        var (peers, together) = (new List<double>(), new List<(double Rate, double Slowest, double P50)>());
        for (var run = 0; run < 3; run++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"kept_appends_{Environment.ProcessId}_{run}");
            await Sql(server, $"create database {name} template template0");
            var address = new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = Connections + 8 }.ToString();
            try
            {
                together.Add(await Kept(() => PostgresStore.Open(address), Writers));
                peers.Add(await RowsByHand(address));
            }
            finally
            {
                NpgsqlConnection.ClearAllPools();
                await Sql(server, $"drop database {name} with (force)");
            }
        }
        Row.Print($"durable appends on PostgreSQL, {Writers} verbs at once (P5)", Row.Median(together.Select(t => t.Rate)), "/s", $"one row a transaction by hand, {Connections} connections", Row.Median(peers), "bar 2");
        Row.Print("slowest of them", Row.Median(together.Select(t => t.Slowest)), "ms", "limit", 250, "bar 1");
    }

    private static async Task<(double Rate, double Slowest, double P50)> Kept(Func<IRegisterStore> open, int writers)
    {
        using var register = Register.Open(open(), TimeProvider.System);
        var took = new List<double>[writers];
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            var mine = took[writer] = [];
            for (var n = 0; watch.Elapsed < Each; n++)
            {
                var start = watch.Elapsed;
                var write = Write.Set(string.Create(CultureInfo.InvariantCulture, $"r-{writer}-{n}"), new(2021, 3, 31), Body(n), 0);
                if (await register.AppendAsync(Change.Of(write), Act.Operator("measured", "bench")) is not Appended.Done) throw new InvalidOperationException("refused");
                mine.Add((watch.Elapsed - start).TotalMilliseconds);
            }
        })));
        var all = took.SelectMany(t => t).Order().ToArray();
        return (all.Length / watch.Elapsed.TotalSeconds, all[^1], all[all.Length / 2]);
    }

    private static Source Body(int n) => new() { Title = new string((char)('a' + n % 26), 880), Kind = "report" };

    private static double ByHand(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        Execute(connection, "pragma journal_mode=wal; pragma synchronous=full; create table item (number integer primary key, hash text, salt blob, body text) strict; "
            + "create table entry (number integer primary key, kind text, record text, version integer, effective text, recorded text, \"by\" text, item text, prev text, hash text) strict;");
        using var insert = connection.CreateCommand();
        insert.CommandText = "insert into item values ($n, $h, $s, $b); insert into entry values ($n, 'set', $r, 1, '2021-03-31', '2026-11-21T00:00:00.000000Z', 'operator', $h, $h, $h);";
        foreach (var name in (string[])["$h", "$s", "$b", "$n", "$r"]) insert.Parameters.Add(new SqliteParameter { ParameterName = name });
        var watch = Stopwatch.StartNew();
        var n = 0;
        for (; watch.Elapsed < Each; n++)
        {
            using var transaction = connection.BeginTransaction();
            insert.Transaction = transaction;
            (insert.Parameters["$h"].Value, insert.Parameters["$s"].Value, insert.Parameters["$b"].Value) = (n.ToString("x64", CultureInfo.InvariantCulture), new byte[16], new string('x', 1000));
            (insert.Parameters["$n"].Value, insert.Parameters["$r"].Value) = (n, "source/r-" + n.ToString(CultureInfo.InvariantCulture));
            insert.ExecuteNonQuery();
            transaction.Commit();
        }
        return n / watch.Elapsed.TotalSeconds;
    }

    private static async Task<double> RowsByHand(string address)
    {
        await using var sessions = NpgsqlDataSource.Create(address);
        await using (var command = sessions.CreateCommand("create table hand (number bigint primary key, record text, hash text unique, body text)")) await command.ExecuteNonQueryAsync();
        var watch = Stopwatch.StartNew();
        var done = 0L;
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async c =>
        {
            await using var connection = await sessions.OpenConnectionAsync();
            await using var insert = new NpgsqlCommand("insert into hand values ($1, $2, $3, $4)", connection);
            foreach (var _ in Enumerable.Range(0, 4)) insert.Parameters.Add(new NpgsqlParameter());
            for (var n = 0L; watch.Elapsed < Each; n++)
            {
                var number = n * Connections + c;
                (insert.Parameters[0].Value, insert.Parameters[1].Value) = (number, "source/r-" + number.ToString(CultureInfo.InvariantCulture));
                (insert.Parameters[2].Value, insert.Parameters[3].Value) = (number.ToString("x64", CultureInfo.InvariantCulture), new string('x', 1000));
                await insert.ExecuteNonQueryAsync();
                Interlocked.Increment(ref done);
            }
        }));
        return done / watch.Elapsed.TotalSeconds;
    }

    private static double Sync(string path)
    {
        using var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write);
        var page = new byte[4096];
        var times = new List<double>();
        for (var n = 0; n < 200; n++)
        {
            RandomAccess.Write(file, page, n * 4096L);
            var watch = Stopwatch.StartNew();
            RandomAccess.FlushToDisk(file);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
        return Row.Median(times);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static async Task Sql(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Database = "postgres", Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
