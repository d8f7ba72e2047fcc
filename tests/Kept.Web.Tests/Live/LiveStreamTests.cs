using System.Net;
using System.Net.Sockets;
using System.Text;
using Kept.Core.Organisations;
using Kept.Core.Records;
using Kept.Testing;
using Kept.Web.Features.Live;
using Kept.Web.Tests.Programme;
using Microsoft.Extensions.DependencyInjection;

namespace Kept.Web.Tests.Live;

public sealed class LiveStreamTests
{
    private static readonly DateOnly Day = new(2026, 1, 1);

    private static Task Tell(TestSite site, string id, int expect = 0, string? name = null) =>
        SmallProgramme.Append(site.Register, Write.Set(id, Day, new Organisation { Name = name ?? id, Type = "council" }, expect));

    [Fact]
    public async Task An_event_names_the_entry_and_each_record_with_its_page_and_version()
    {
        await using var site = await SmallProgramme.Start();
        using var stream = await EventStream.Open(site);
        await Tell(site, "assessor", expect: 1, name: "The new name");
        var told = (await stream.Next())!;
        Assert.Equal((6, "entry"), (told.Id, told.Name));
        Assert.Equal("""{"entry":6,"records":[{"kind":"organisation","id":"assessor","url":"/organisations/assessor","version":2}]}""", told.Data.GetRawText());
    }

    [Fact]
    public async Task It_is_never_kept_compressed_or_held_back()
    {
        await using var site = await SmallProgramme.Start();
        using var stream = await EventStream.Open(site);
        Assert.Equal("text/event-stream", stream.Answer.Content.Headers.ContentType!.ToString());
        Assert.True(stream.Answer.Headers.CacheControl!.NoStore);
        Assert.Equal("no", stream.Answer.Headers.GetValues("X-Accel-Buffering").Single());
        Assert.Empty(stream.Answer.Content.Headers.ContentEncoding);
        Assert.Null(stream.Answer.Headers.ETag);
        Assert.Contains("default-src 'none'", stream.Answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hundred_listeners_all_hear_every_change()
    {
        await using var site = await SmallProgramme.Start();
        var streams = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => EventStream.Open(site)));
        for (var i = 0; i < 20; i++) await Tell(site, $"body-{i}");
        var heard = await Task.WhenAll(streams.Select(async stream =>
        {
            var records = new List<string>();
            while (records.Count < 20) records.AddRange((await stream.Next())!.Records);
            return records;
        }));
        Assert.All(heard, records => Assert.Equal(Enumerable.Range(0, 20).Select(i => $"organisation/body-{i}"), records));
        Assert.Equal(100, site.Services.GetRequiredService<LiveUpdates>().Count);
        foreach (var stream in streams) stream.Dispose();
    }

    [Fact]
    public async Task What_follows_within_a_moment_comes_in_one_event_with_the_last_number()
    {
        await using var site = await SmallProgramme.Start();
        using var stream = await EventStream.Open(site);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Tell(site, $"body-{i}")));
        var events = new List<Happening>();
        while (events.Sum(e => e.Records.Count) < 40) events.Add((await stream.Next())!);
        Assert.InRange(events.Count, 1, 20);
        Assert.Equal(45, events[^1].Id);
        Assert.Equal(events.Select(e => e.Id), events.Select(e => e.Data.GetProperty("entry").GetInt64()));
    }

    [Fact]
    public async Task A_record_that_changes_twice_in_a_burst_is_named_once_with_its_last_version()
    {
        await using var site = await SmallProgramme.Start();
        using var stream = await EventStream.Open(site);
        await SmallProgramme.Append(site.Register,
            Write.Set("twice", Day, new Organisation { Name = "Once", Type = "council" }, 0), Write.Set("twice", Day, new Organisation { Name = "Twice", Type = "council" }, 1));
        var told = (await stream.Next())!;
        Assert.Equal(["organisation/twice"], told.Records);
        Assert.Equal(2, told.Data.GetProperty("records")[0].GetProperty("version").GetInt32());
    }

    [Theory]
    [InlineData("", "5")]
    [InlineData("?last-event-id=5", null)]
    [InlineData("?last-event-id=1", "5")]
    public async Task Who_comes_back_is_told_what_was_missed(string query, string? header)
    {
        await using var site = await SmallProgramme.Start();
        await Tell(site, "assessor", expect: 1, name: "Another");
        await Tell(site, "body-1");
        using var stream = await EventStream.Open(site, query, header);
        var missed = (await stream.Next())!;
        Assert.Equal((7, "entry"), (missed.Id, missed.Name));
        Assert.Equal(["organisation/assessor", "organisation/body-1"], missed.Records);
        await Tell(site, "body-2");
        // What follows within a moment goes out together: it may name what came just before once more.
        var next = (await stream.Next())!;
        Assert.Equal((8, "organisation/body-2"), (next.Id, next.Records[^1]));
    }

    [Theory]
    [InlineData("9")]
    [InlineData("from another site")]
    public async Task Who_comes_back_with_a_number_that_is_not_ours_is_told_to_look_again(string number)
    {
        await using var site = await SmallProgramme.Start();
        using var stream = await EventStream.Open(site, lastEventId: number);
        var told = (await stream.Next())!;
        Assert.Equal((5, "again"), (told.Id, told.Name));
        Assert.Empty(told.Records);
    }

    [Fact]
    public async Task No_event_bears_a_number_whose_records_it_or_one_before_does_not_name()
    {
        await using var site = await SmallProgramme.Start();
        using var stream = await EventStream.Open(site);
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 300; i++) await Tell(site, $"body-{i}");
        });
        var named = 0;
        while (named < 300)
        {
            var told = (await stream.Next())!;
            named += told.Records.Count;
            Assert.Equal(told.Id - 5, named);
        }
        await writing;
    }

    [Fact]
    public async Task Who_has_missed_nothing_hears_only_what_comes()
    {
        await using var site = await SmallProgramme.Start();
        using var stream = await EventStream.Open(site, lastEventId: "5");
        await Tell(site, "body-1");
        Assert.Equal(6, (await stream.Next())!.Id);
    }

    [Fact]
    public async Task Who_is_far_behind_is_told_to_look_again()
    {
        await using var site = await SmallProgramme.Start();
        await SmallProgramme.Append(site.Register, [.. Enumerable.Range(0, LiveEvent.MostRecords).Select(i => Write.Set($"body-{i}", Day, new Organisation { Name = "A body", Type = "council" }, 0))]);
        using var stream = await EventStream.Open(site, lastEventId: "4");
        var told = (await stream.Next())!;
        Assert.Equal((1005, "again"), (told.Id, told.Name));
    }

    [Fact]
    public async Task Words_that_were_erased_never_travel()
    {
        await using var site = await SmallProgramme.Start();
        await Tell(site, "secret", name: "Hurtful words");
        using var stream = await EventStream.Open(site);
        await SmallProgramme.Append(site.Register, Write.Redact(RecordKey.Of<Organisation>("secret"), 6, 1));
        var told = (await stream.Next())!;
        Assert.Equal("""{"entry":7,"records":[{"kind":"organisation","id":"secret","version":2}]}""", told.Data.GetRawText());
    }

    [Fact]
    public async Task Who_does_not_read_costs_no_memory_and_is_told_that_some_was_missed()
    {
        await using var site = await SmallProgramme.Start();
        using var stalled = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        await stalled.ConnectAsync(IPAddress.Loopback, site.Address.Port);
        await stalled.SendAsync("GET /changes/live HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray());
        using var reading = await EventStream.Open(site);
        var (version, seen) = (0, 5L);
        var ids = string.Concat(Enumerable.Repeat("a-very-long-id", 160));
        // Far more than the line and the ring hold together.
        for (var round = 0; round < 100; round++)
        {
            await SmallProgramme.Append(site.Register, [.. Enumerable.Range(0, 40).Select(i => Write.Set($"{ids}{i}", Day, new Organisation { Name = $"{version}", Type = "council" }, version))]);
            version++;
            while (seen < site.Register.Snapshot.Number) seen = (await reading.Next())!.Id;
        }
        var text = new StringBuilder();
        var buffer = new byte[64 * 1024];
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!text.ToString().Contains("event: again", StringComparison.Ordinal))
        {
            var read = await stalled.ReceiveAsync(buffer, late.Token);
            if (read == 0) break;
            // What is looked for may come in two pieces.
            if (text.Length > 64) text.Remove(0, text.Length - 64);
            text.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }
        Assert.Contains("event: again", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_more_than_may_listen_is_asked_to_come_back()
    {
        await using var site = await TestSite.Start(TestClock.At(2026, 11, 21), set: s => s with { LiveConnections = 2 });
        using var first = await EventStream.Open(site);
        var second = await EventStream.Open(site);
        using (var third = await site.Get("/changes/live"))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, third.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(60), third.Headers.RetryAfter!.Delta);
        }
        second.Dispose();
        var updates = site.Services.GetRequiredService<LiveUpdates>();
        Assert.True(SpinWait.SpinUntil(() => updates.Count == 1, TimeSpan.FromSeconds(10)));
        using var again = await EventStream.Open(site);
    }

    [Fact]
    public async Task The_streams_end_when_the_site_stops()
    {
        await using var site = await SmallProgramme.Start();
        var streams = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => EventStream.Open(site)));
        var began = TimeProvider.System.GetTimestamp();
        await site.Stop();
        foreach (var stream in streams) Assert.Null(await stream.Next());
        Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(10));
        foreach (var stream in streams) stream.Dispose();
    }

    [Theory]
    [InlineData("text/event-stream", HttpStatusCode.OK)]
    [InlineData("*/*", HttpStatusCode.OK)]
    [InlineData(null, HttpStatusCode.OK)]
    [InlineData("text/html,application/xhtml+xml,*/*;q=0.8", HttpStatusCode.NotAcceptable)]
    [InlineData("application/json", HttpStatusCode.NotAcceptable)]
    public async Task Head_and_accept_are_answered_sensibly(string? accept, HttpStatusCode right)
    {
        await using var site = await SmallProgramme.Start();
        using var request = new HttpRequestMessage(HttpMethod.Head, "/changes/live");
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept", accept);
        using var answer = await site.Client.SendAsync(request);
        Assert.Equal(right, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_number_that_is_none_is_a_bad_request()
    {
        await using var site = await SmallProgramme.Start();
        using var answer = await site.Get("/changes/live?last-event-id=x");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
