using System.Collections.Concurrent;
using System.Diagnostics;
using Kept.Core.Foundation;
using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Testing;
using Kept.Web.House;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Kept.Web.Tests.House;

public sealed class ReadsTests
{
    private static readonly string[] ReadEverything = ["/verify", "/verify.json"];

    [Fact]
    public async Task After_a_change_what_says_it_holds_is_sent_the_same_and_most_does()
    {
        await using var site = await ShippedSite.Start(TestClock.At(2026, 11, 21));
        using var heard = new Heard(site.Services.GetRequiredService<DiagnosticListener>());
        var addresses = SampleAddresses.All(site).Select(a => a.Path).Where(p => p is not ("/exit" or "/metrics")).Append("/commitments?body=scottish-government").Append("/?at=2021-07-01").ToList();
        var before = await Sent(site, addresses, heard);
        var then = site.Register.Snapshot;
        var everything = addresses.Where(a => heard.Reads.TryGetValue(a, out var r) && r.IsEverything);
        // Whatever changed, or was wrong, is the subject of these.
        Assert.Equal(ReadEverything, everything.Where(a => !a.StartsWith("/changes", StringComparison.Ordinal) && !a.StartsWith("/corrections", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        var reads = heard.Reads.ToDictionary(StringComparer.Ordinal);

        foreach (var change in Changes(new(then, new(2026, 11, 21))))
        {
            Assert.IsType<Appended.Done>(await site.Register.AppendAsync(Change.Of(change), Act.Operator("to see who notices", "test")));
            var after = await Sent(site, addresses, heard);
            var now = site.Register.Snapshot;
            var held = addresses.Where(a => reads[a].StillHolds(then, now)).ToList();
            foreach (var address in held) Assert.True(before[address] == after[address], $"{address} was said to hold after {change.Record} changed, and is sent otherwise");
            Assert.True(held.Count > addresses.Count / 3, $"after {change.Record} changed only {held.Count} of {addresses.Count} held");
            Assert.True(held.Count < addresses.Count, $"nobody noticed that {change.Record} changed");
            (before, then) = (after, now);
            foreach (var (address, read) in heard.Reads) reads[address] = read;
        }
    }

    private static IEnumerable<Write> Changes(View view)
    {
        var (commitment, body, place) = (view.Get<Commitment>("sssc-codes-review"), view.Get<Organisation>("scottish-social-services-council"), view.Get<Place>("S12000030"));
        yield return Write.Set(commitment.Id, view.At, commitment.Body with { Note = "A new note." }, null);
        yield return Write.Set(body.Id, view.At, body.Body with { Name = "A new name" }, null);
        yield return Write.Set(place.Id, view.At, place.Body with { Note = "A new note." }, null);
    }

    private static async Task<Dictionary<string, string>> Sent(TestSite site, IEnumerable<string> addresses, Heard heard)
    {
        var sent = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var address in addresses)
        {
            var told = heard.Next(address);
            using var response = await site.Get(address);
            sent[address] = $"{response.StatusCode} {await response.Content.ReadAsStringAsync()}";
            // The answer may be here before the site has told what it read.
            await told;
        }
        return sent;
    }

    /// <summary>What each request that was answered had read.</summary>
    private sealed class Heard : IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly IDisposable _subscription;
        private readonly ConcurrentDictionary<string, TaskCompletionSource> _next = new(StringComparer.Ordinal);

        internal Heard(DiagnosticListener requests) => _subscription = requests.Subscribe(this);

        internal ConcurrentDictionary<string, ReadSet> Reads { get; } = new(StringComparer.Ordinal);

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value is not { Key: "Microsoft.AspNetCore.Hosting.HttpRequestIn.Stop", Value: HttpContext http }) return;
            var address = http.Request.Path + http.Request.QueryString;
            // What is answered from what was kept reads nothing again.
            if (http.Features.Get<Reading>() is { } reading) Reads[address] = reading.View.Reads;
            if (_next.TryGetValue(address, out var waiting)) waiting.TrySetResult();
        }

        internal Task Next(string address) => (_next[address] = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

        public void OnCompleted() => Dispose();

        public void OnError(Exception error) => throw error;

        public void Dispose() => _subscription.Dispose();
    }
}
