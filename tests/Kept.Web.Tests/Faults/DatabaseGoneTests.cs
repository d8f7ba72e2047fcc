using System.Diagnostics;
using Kept.Core.Records.Postgres;
using Kept.Core.Records.Sqlite;
using Kept.Testing;
using Kept.Web.Tests.Commands;
using Microsoft.Data.Sqlite;

namespace Kept.Web.Tests.Faults;

/// <summary>The database locked or gone under a running server: pages go on, changes are refused in words, and it comes back by itself.</summary>
public sealed class DatabaseGoneTests : IDisposable
{
    private static readonly int Seconds = Environment.GetEnvironmentVariable("KEPT_TEST_NIGHT") == "1" ? 60 : 7;
    private readonly TempFolder _folder = new();
    private readonly TempFolder _postgres = new();

    public void Dispose()
    {
        _folder.Dispose();
        _postgres.Dispose();
    }

    [Fact]
    public async Task A_locked_file_stops_changes_and_no_page()
    {
        await using var server = await Child.Serve(_folder.Path, "--pack", Repository.ShippedPack);
        using var sender = new Sender(_folder.Path);
        var addresses = await Served.Addresses();
        await GoesOn(server, sender, addresses, async refused =>
        {
            var held = Stopwatch.StartNew();
            using var other = new SqliteConnection($"Data Source={_folder.File("kept.db")};Pooling=False");
            other.Open();
            using var command = other.CreateCommand();
            command.CommandText = "begin exclusive";
            command.ExecuteNonQuery();
            await refused("in use by another process");
            if (TimeSpan.FromSeconds(Seconds) - held.Elapsed is var left && left > TimeSpan.Zero) await Task.Delay(left);
        });
        Assert.Equal(0, (await server.Signal("TERM")).Exit);
        Assert.Equal(["after", "before"], Sender.Stored(SqliteStore.OpenToRead(_folder.File("kept.db"))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_server_of_postgresql_that_stops_stops_changes_and_no_page()
    {
        var folder = _postgres.Path;
        var address = PostgresServer.Start(folder) + ";Database=postgres";
        try
        {
            await using var server = await Child.Serve(_folder.Path, "--pack", Repository.ShippedPack, "--database", address);
            using var sender = new Sender(_folder.Path);
            await GoesOn(server, sender, await Served.Addresses(), async refused =>
            {
                PostgresServer.Stop(folder);
                await refused("cannot be reached");
                PostgresServer.Start(folder);
            });
            Assert.Equal(0, (await server.Signal("TERM")).Exit);
            Assert.Equal(["after", "before"], Sender.Stored(PostgresStore.Open(address)).Order(StringComparer.Ordinal));
        }
        finally
        {
            PostgresServer.Stop(folder, "immediate");
        }
    }

    private async Task GoesOn(Child server, Sender sender, IReadOnlyList<string> addresses, Func<Func<string, Task>, Task> withoutDatabase)
    {
        using var pages = await Served.By(server);
        Assert.True((await sender.Pair("before")).Acknowledged);
        await pages.Until(ready: 200, seconds: 10);
        var well = await pages.All(addresses);
        Assert.True(well.Count > 50);

        await withoutDatabase(async words =>
        {
            await pages.Until(ready: 503, seconds: 10);
            Assert.Equal(well, await pages.All(addresses));
            Assert.Contains("before-pair", await pages.Text("/sources.json"), StringComparison.Ordinal);
            var answer = await sender.Pair("refused");
            Assert.Equal((503, false), (answer.Status, answer.IsUnknown));
            Assert.True(answer.RetryAfter > TimeSpan.Zero);
            Assert.Contains(words, answer.Words, StringComparison.Ordinal);
            Assert.DoesNotContain("Exception", answer.Words, StringComparison.Ordinal);
            Assert.Contains(words, server.SaidSoFar, StringComparison.Ordinal);
            var file = _folder.Write("file.yaml", "why: A letter came.\neffective: 2026-01-01\nrecords:\n- {kind: source, id: refused, expect: 0, set: {title: A, kind: report}}\n");
            Plain.Words(await Child.Run("publish", file, "--data", _folder.Path), words, "Nothing was changed.", "");
            await pages.Until(ready: 503, seconds: 1);
        });

        Assert.InRange(await pages.Until(ready: 200, seconds: 10), TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.True((await sender.Pair("after")).Acknowledged);
        Assert.DoesNotContain("refused", await pages.Text("/sources.json"), StringComparison.Ordinal);
        Assert.Contains("after-pair", await pages.Text("/sources.json"), StringComparison.Ordinal);
    }
}
