using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Kept.Core.Evidence;
using Kept.Core.Records;
using Kept.Core.Records.Sqlite;
using Kept.Testing;
using Kept.Web.Tests.Commands;
using Microsoft.Data.Sqlite;

namespace Kept.Web.Tests.Faults;

/// <summary>Eight clients write and read the same few records while the server is killed, stopped for a while, and its file locked.</summary>
public sealed class HistoryTests : IDisposable
{
    private const int Clients = 8, Records = 6;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Length = Environment.GetEnvironmentVariable("KEPT_TEST_NIGHT") == "1" ? TimeSpan.FromMinutes(30) : TimeSpan.FromSeconds(20);
    private readonly TempFolder _folder = new();
    private readonly ConcurrentBag<Event> _events = [];
    private HttpClient _pages = new();

    public void Dispose()
    {
        _pages.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Nothing_acknowledged_is_lost_and_nothing_older_is_shown_after_it()
    {
        using var over = new CancellationTokenSource();
        var faults = Harm(over);
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(() => Ask(client, over.Token))));
        var (killed, paused, locked) = await faults;
        Assert.True(killed > 0 && paused > 0 && locked > 0, $"{killed} kills, {paused} pauses, {locked} locks");
        var written = _events.Count(e => e is { IsWrite: true, Came: Came.Well });
        Assert.False(IsTooShort, $"{written} of {_events.Count}");
        TestContext.Current.TestOutputHelper?.WriteLine($"{_events.Count} asked, {written} acknowledged, {_events.Count(e => e.Came == Came.Unknown)} unknown; {killed} kills, {paused} pauses, {locked} locks");

        var stored = Stored();
        Assert.Empty(History.Wrong(_events, stored));

        // The same history, each time with one thing in it that cannot be.
        var (record, versions) = stored.First(r => r.Value.Count > 2);
        var last = _events.Last(e => e.Record == record && e.Came == Came.Well && e.Version > 1);
        Assert.NotEmpty(History.Wrong(_events, With(stored, record, versions.Take(last.Version - 1))));
        Assert.NotEmpty(History.Wrong(_events, With(stored, record, versions.Append("nobody's words"))));
        Assert.NotEmpty(History.Wrong(_events, With(stored, record, versions.Reverse())));
        Assert.NotEmpty(History.Wrong([.. _events, last with { IsWrite = false, Version = last.Version - 1, Words = versions[last.Version - 2], Began = last.Ended + 1, Ended = last.Ended + 2 }], stored));
        var sent = _events.First(e => e is { IsWrite: true, Came: Came.Well });
        Assert.NotEmpty(History.Wrong([.. _events.Where(e => e != sent), sent with { Came = Came.Failed }], stored));
    }

    private async Task Ask(int client, CancellationToken over)
    {
        var random = new Random(client);
        using var sender = new Sender(_folder.Path);
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

    // On a busy machine most of the time goes into starting again: then it goes on for longer.
    private bool IsTooShort => _events.Count <= 200 || _events.Count(e => e is { IsWrite: true, Came: Came.Well }) <= 50;

    private async Task<(int Killed, int Paused, int Locked)> Harm(CancellationTokenSource over)
    {
        var random = new Random(10);
        var (killed, paused, locked) = (0, 0, 0);
        var server = await Start();
        try
        {
            for (var since = Stopwatch.StartNew(); since.Elapsed < Length || killed * paused * locked == 0 || (IsTooShort && since.Elapsed < Length + Patience);)
            {
                await Task.Delay(random.Next(200, 1500), CancellationToken.None);
                switch ((killed + paused + locked) % 3)
                {
                    case 0:
                        await server.Signal("KILL");
                        await server.DisposeAsync();
                        killed++;
                        server = await Start();
                        break;
                    case 1:
                        await server.Send("STOP");
                        await Task.Delay(random.Next(100, 800), CancellationToken.None);
                        await server.Send("CONT");
                        paused++;
                        break;
                    default:
                        await Lock(random.Next(100, 1500));
                        locked++;
                        break;
                }
            }
        }
        finally
        {
            await over.CancelAsync();
            await server.DisposeAsync();
        }
        return (killed, paused, locked);
    }

    private async Task Lock(int milliseconds)
    {
        using var other = new SqliteConnection($"Data Source={_folder.File("kept.db")};Pooling=False");
        other.Open();
        using var command = other.CreateCommand();
        command.CommandText = "begin exclusive";
        command.ExecuteNonQuery();
        await Task.Delay(milliseconds);
    }

    private async Task<Child> Start()
    {
        var server = await Child.Serve(_folder.Path);
        Volatile.Write(ref _pages, new HttpClient { BaseAddress = await server.Address(), Timeout = TimeSpan.FromSeconds(20) });
        return server;
    }

    private Dictionary<string, IReadOnlyList<string>> Stored()
    {
        var store = SqliteStore.Open(_folder.File("kept.db"));
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
