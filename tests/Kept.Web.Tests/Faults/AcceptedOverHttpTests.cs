using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Kept.Core.Accounts;
using Kept.Core.Feedback;
using Kept.Core.Foundation;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Testing;
using Kept.Web.Tests.Commands;
using Microsoft.EntityFrameworkCore;
using static Kept.Testing.FeedbackSamples;

namespace Kept.Web.Tests.Faults;

/// <summary>
/// Killed while bodies send and an editor accepts: what was acknowledged is there, what was accepted stands once in the record and in
/// the contribution, each naming the other, and nothing is half done.
/// </summary>
public sealed class AcceptedOverHttpTests : IAsyncLifetime
{
    private const int Day = 3, Night = 100, Senders = 3;
    private const string Form = $"/work/bodies/{Owner}/write/update?about=commitment/{FeedbackSamples.Commitment}";
    private readonly TestDatabase _database = new();
    private readonly ConcurrentDictionary<string, string> _sent = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _accepted = new(StringComparer.Ordinal);
    private CookieContainer _contributor = null!, _editor = null!;

    private static int Cycles => Environment.GetEnvironmentVariable("KEPT_TEST_NIGHT") == "1" ? Night : Day;

    public async ValueTask InitializeAsync()
    {
        // The clock of the machine, since the process that is killed has no other.
        await using var site = await TestSite.Over(_database, new TestClock(TimeProvider.System.GetUtcNow()), Fill);
        using var contributor = await site.Member(Role.Contributor, Owner);
        using var editor = await site.Member(Role.Editor);
        (_contributor, _editor) = (contributor.Cookies, editor.Cookies);
    }

    [Fact]
    public async Task What_was_acknowledged_is_there_and_what_was_accepted_stands_once_in_both_halves()
    {
        for (var cycle = 0; cycle < Cycles; cycle++)
        {
            var (sent, accepted) = (_sent.Count, _accepted.Count);
            await Life(cycle, new Random(cycle), early: false);
            Assert.Equal([], await Faults());
            Assert.True(_sent.Count > sent && _accepted.Count > accepted, "Nothing was acknowledged: that proves nothing.");
        }
    }

    [Fact]
    public async Task The_same_test_sees_what_was_acknowledged_too_early_and_what_was_done_by_half()
    {
        IReadOnlyList<string> lost = [];
        for (var cycle = 0; cycle < 10 && lost.Count == 0; cycle++)
        {
            await Life(cycle, new Random(cycle), early: true);
            lost = await Faults();
        }
        Assert.Contains(lost, l => l.EndsWith("is not there", StringComparison.Ordinal));
        _sent.Clear();
        _accepted.Clear();
        await Life(100, new Random(100), early: false);
        Assert.Equal([], await Faults());
        // Half of one yes is taken back by hand.
        using (var store = _database.Open())
            await _database.Workroom(store).Write(async w =>
            {
                var one = await w.Contributions.FirstAsync(c => c.State == ContributionState.Published);
                (one.State, one.Entry, one.Became) = (ContributionState.Received, null, null);
            });
        var found = await Faults();
        Assert.Contains(found, l => l.Contains("names no contribution", StringComparison.Ordinal));
    }

    /// <summary>One life of a server, ended in the middle.</summary>
    private async Task Life(int cycle, Random random, bool early)
    {
        await using var server = await Child.Serve(_database.Folder, ["--wait-minutes", "0", .. _database.Address is { } address ? (string[])["--database", address] : []]);
        var at = new UriBuilder(await server.Address()) { Host = "localhost" }.Uri;
        using var contributor = Client(at, _contributor);
        using var editor = Client(at, _editor);
        var (word, yes) = (await Token(contributor), await Token(editor));
        using var over = new CancellationTokenSource();
        var waiting = new ConcurrentQueue<(string Id, string Words)>();
        var load = Task.WhenAll([.. Enumerable.Range(0, Senders).Select(s => Task.Run(() => Send(s))), Task.Run(Accept)]);
        var before = _accepted.Count;
        for (var since = Stopwatch.StartNew(); _accepted.Count < before + 3 && !load.IsFaulted && since.Elapsed < TimeSpan.FromSeconds(30);) await Task.Delay(10, CancellationToken.None);
        await Task.Delay(random.Next(20, 800), CancellationToken.None);
        await server.Signal("KILL");
        await over.CancelAsync();
        await load;

        async Task Send(int sender)
        {
            for (var n = 0; !over.IsCancellationRequested; n++)
            {
                var words = FormattableString.Invariant($"Life {cycle}, sender {sender}, number {n}.");
                if (early) _sent[words] = "";
                if (await Post(contributor, Form, ("__RequestVerificationToken", word), ("Key", words), ("Seen", "1"), ("Told.Words", words)) is not { } receipt) return;
                _sent[words] = receipt[(receipt.LastIndexOf('/') + 1)..];
                waiting.Enqueue((_sent[words], words));
            }
        }

        async Task Accept()
        {
            while (!over.IsCancellationRequested)
            {
                if (!waiting.TryDequeue(out var next))
                {
                    await Task.Delay(2, CancellationToken.None);
                    continue;
                }
                if (await Post(editor, $"/work/queue/{next.Id}?handler=Accept", ("__RequestVerificationToken", yes), ("Seen", "3"), ("Told.Words", next.Words)) is null) return;
                _accepted[next.Words] = next.Id;
            }
        }
    }

    /// <summary>Everything that is wrong with what the dead process left.</summary>
    private async Task<IReadOnlyList<string>> Faults()
    {
        var faults = new List<string>();
        var store = _database.Open();
        Assert.Null(store.Damage());
        Assert.Null(Verification.Of(store).Broken);
        using var register = Register.Open(store, TimeProvider.System);
        var rows = await _database.Workroom(store).Read(w => w.Contributions.Include(c => c.Steps).ToListAsync());
        var view = new View(register.Snapshot, LondonClock.DayOf(TimeProvider.System.GetUtcNow()));
        var updates = view.All<Update>().ToDictionary(u => u.Key.ToString(), StringComparer.Ordinal);
        var byWords = rows.ToLookup(r => r.Told.Words!, StringComparer.Ordinal);
        foreach (var (words, id) in _sent)
            if (byWords[words].Count() != 1) faults.Add($"“{words}” is {(byWords[words].Any() ? "there more than once" : "not there")}");
            else if (id.Length > 0 && byWords[words].Single().Id != id) faults.Add($"“{words}” is another than was acknowledged");
        foreach (var (words, _) in _accepted)
            if (byWords[words].SingleOrDefault() is not { State: ContributionState.Published }) faults.Add($"“{words}” was accepted and is not published");
        foreach (var row in rows)
        {
            var published = row.State == ContributionState.Published;
            if (published != (row.Entry is not null && row.Became is not null)) faults.Add($"“{row.Told.Words}” is {row.State} with entry {row.Entry}");
            if (published && !(updates.TryGetValue(row.Became!, out var update) && update.Body.Said == row.Told.Words && view.InForce(update.Key)!.Entry.Number == row.Entry)) faults.Add($"“{row.Told.Words}” names what does not say it");
            if (row.Steps.Count != (published ? 2 : 1)) faults.Add($"“{row.Told.Words}” has {row.Steps.Count} steps");
        }
        var named = rows.Where(r => r.Became is not null).ToLookup(r => r.Became!, StringComparer.Ordinal);
        foreach (var update in updates.Keys)
            if (named[update].Count() != 1) faults.Add($"{update} names {(named[update].Any() ? "more than one" : "no")} contribution");
        return faults;
    }

    private static HttpClient Client(Uri address, CookieContainer cookies) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };

    private static async Task<string> Token(HttpClient client)
    {
        using var answer = await client.GetAsync(new Uri("/account", UriKind.Relative));
        return (await Visitor.Read(answer, "/account")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
    }

    /// <summary>Where it says to go on; null when the server was gone before it said so.</summary>
    private static async Task<string?> Post(HttpClient client, string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        try
        {
            using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), form);
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
            return answer.Headers.Location!.ToString();
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return null;
        }
    }

    public ValueTask DisposeAsync()
    {
        _database.Dispose();
        return ValueTask.CompletedTask;
    }
}
