using System.Collections.Concurrent;
using System.Net;
using Kept.Core.Organisations;
using Kept.Core.Records;
using Kept.Testing;
using Kept.Web.House;
using Kept.Web.Tests.Programme;

namespace Kept.Web.Tests.House;

public sealed class PageCacheTests
{
    private static readonly DateOnly Day = new(2026, 1, 1);

    private static Task Name(TestSite site, string id, string name) => SmallProgramme.Append(site.Register,
        Write.Set(id, Day, new Organisation { Name = name, Type = "regulator" }, site.Register.Snapshot.Newest(RecordKey.Of<Organisation>(id))?.Entry.Version ?? 0));

    private static async Task<(HttpStatusCode Status, string Body, string Tag)> Ask(TestSite site, string path, Action<HttpRequestMessage>? set = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        set?.Invoke(request);
        using var answer = await site.Client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Headers.ETag?.Tag ?? "");
    }

    // A request with a cookie is never answered from what is kept.
    private static void Anew(HttpRequestMessage request) => request.Headers.Add("Cookie", "anew=1");

    [Fact]
    public async Task Every_address_answers_from_what_is_kept_as_it_would_anew_whatever_changed()
    {
        await using var site = await ShippedSite.Start(TestClock.At(2026, 11, 21));
        string[] addresses = [.. SampleAddresses.All(site).Select(a => a.Path).Where(p => p is not ("/exit" or "/metrics")), "/?at=2021-07-01", "/commitments?due=passed", "/commitments?known=2026-11-21", "/places?kind=health-board"];
        var kinds = site.Register.Snapshot.Kinds.ToList();
        for (var i = -1; i < kinds.Count; i++)
        {
            if (i >= 0) await ChangeOne(site, kinds[i]);
            foreach (var address in addresses)
            {
                var kept = await Ask(site, address);
                Assert.Equal((address, await Ask(site, address, Anew)), (address, kept));
            }
        }
    }

    private static async Task ChangeOne(TestSite site, string kind)
    {
        var now = site.Register.Snapshot;
        var newest = now.Keys(kind).Select(key => now.Newest(key)!).First(v => v.Body is not null);
        var write = new Write(EntryKind.Set, newest.Entry.Record, newest.Entry.Effective, newest.Body! with { EffectiveText = "as a test says" }, newest.Entry.Version, null);
        await SmallProgramme.Append(site.Register, write);
    }

    [Fact]
    public async Task No_answer_is_older_than_a_change_that_was_acknowledged_before_it_was_asked_for()
    {
        await using var site = await SmallProgramme.Start();
        await Name(site, "assessor", "Name 0");
        var (acknowledged, asked) = (0, 0);
        var stale = new ConcurrentBag<string>();
        using var enough = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 6).Select(r => Task.Run(async () =>
        {
            (string Path, string Before)[] paths =
                [("/organisations/assessor.json", "\"name\": \"Name "), ("/organisations.json", "\"/organisations/assessor\""), ("/organisations/assessor", "<h1>Name "), ("/organisations.csv", "\nassessor,")];
            while (!enough.IsCancellationRequested)
            {
                var before = Volatile.Read(ref acknowledged);
                var (path, mark) = paths[(Interlocked.Increment(ref asked) + r) % paths.Length];
                var body = (await Ask(site, path)).Body;
                var at = body.IndexOf("Name ", body.IndexOf(mark, StringComparison.Ordinal), StringComparison.Ordinal) + 5;
                var shown = int.Parse(new string([.. body.Skip(at).TakeWhile(char.IsAsciiDigit)]), System.Globalization.CultureInfo.InvariantCulture);
                if (shown < before) stale.Add($"{path} showed {shown} after {before}");
            }
        })).ToArray();
        for (var i = 1; i <= 300 || Volatile.Read(ref asked) <= 100; i++)
        {
            await Name(site, i % 3 == 0 ? "another" : "assessor", $"Name {i}");
            if (i % 3 != 0) Volatile.Write(ref acknowledged, i);
        }
        await enough.CancelAsync();
        await Task.WhenAll(readers);
        Assert.Empty(stale);
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("gzip;q=1.0, br;q=0.5", "gzip")]
    [InlineData("gzip;q=0", "")]
    [InlineData("identity, gzip;q=0.5", "")]
    [InlineData("", "")]
    public async Task A_kept_page_comes_in_the_form_that_was_asked_for(string accept, string right)
    {
        await using var site = await ShippedSite.Start(TestClock.At(2026, 11, 21));
        var plain = await Ask(site, "/commitments");
        Assert.True(await Until(async () => (await Form(site, "br")).Encoding == "br" && (await Form(site, "gzip")).Encoding == "gzip"));
        var (encoding, vary, tag) = await Form(site, accept);
        Assert.Equal((right, "Accept-Encoding"), (encoding, vary));
        Assert.Equal(right.Length == 0 ? plain.Tag : $"{plain.Tag[..^1]}-{right}\"", tag);
        var again = await Ask(site, "/commitments", request => request.Headers.TryAddWithoutValidation("If-None-Match", tag));
        Assert.Equal((HttpStatusCode.NotModified, "", tag), again);
    }

    private static async Task<bool> Until(Func<Task<bool>> holds)
    {
        for (var i = 0; i < 1000; i++)
            if (await holds()) return true;
        return false;
    }

    private static async Task<(string Encoding, string Vary, string Tag)> Form(TestSite site, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/commitments");
        if (accept.Length > 0) request.Headers.TryAddWithoutValidation("Accept-Encoding", accept);
        using var answer = await site.Client.SendAsync(request);
        return (string.Join(',', answer.Content.Headers.ContentEncoding), string.Join(',', answer.Headers.Vary), answer.Headers.ETag!.Tag);
    }

    [Fact]
    public async Task A_kept_answer_carries_the_same_headers_as_the_first()
    {
        await using var site = await SmallProgramme.Start();
        foreach (var path in new[] { "/organisations", "/organisations.json" })
        {
            using var first = await site.Get(path);
            using var second = await site.Get(path);
            static IEnumerable<string> Headers(HttpResponseMessage answer) =>
                answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key != "Date").Select(h => $"{h.Key}: {string.Join(',', h.Value)}").Order(StringComparer.Ordinal);
            Assert.Equal(Headers(first), Headers(second));
        }
    }

    [Fact]
    public async Task A_page_changes_at_midnight_and_with_the_host_it_was_asked_of()
    {
        var clock = TestClock.At(2026, 11, 21);
        await using var site = await ShippedSite.Start(clock);
        Assert.Contains("21 November 2026", (await Ask(site, "/plans")).Body, StringComparison.Ordinal);
        clock.Advance(TimeSpan.FromDays(1));
        Assert.Contains("22 November 2026", (await Ask(site, "/plans")).Body, StringComparison.Ordinal);
        var other = await Ask(site, "/plans", request => request.Headers.Host = "kept.example");
        Assert.Contains("kept.example/plans", other.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("kept.example", (await Ask(site, "/plans")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void The_least_used_go_first_and_the_limit_holds()
    {
        var pages = new KeptPages(1024 * 1024);
        static PageKey Key(int i) => new($"/{i}", "", "", false, 0);
        var often = Page(10_000);
        for (var i = 0; i < 1000; i++)
        {
            pages.Keep(Key(i), Page(10_000));
            if (i == 0) pages.Keep(Key(-1), often);
            Assert.Same(often, pages.Find(Key(-1)));
        }
        Assert.Null(pages.Find(Key(0)));
        Assert.NotNull(pages.Find(Key(999)));
        Assert.InRange(pages.Count * (long)often.Size, 1, 1024 * 1024);
        pages.Keep(Key(1000), Page(900_000));
        Assert.Null(pages.Find(Key(1000)));
    }

    private static KeptPage Page(int size) => new(new Drawn(new byte[size], "text/html", "hash", new View(Snapshot.Empty, Day).Reads, 0), []);
}
