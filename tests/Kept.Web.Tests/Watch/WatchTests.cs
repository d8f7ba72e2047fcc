using System.Text.Json;
using Kept.Core.Foundation;
using Kept.Core.Records;
using Kept.Core.Records.Sqlite;
using Kept.Testing;
using Kept.Web.House;
using Kept.Web.Watch;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Kept.Web.Tests.Watch;

public sealed class WatchTests : IAsyncLifetime
{
    private const string Canary = "canary-7f3a";
    private readonly TempFolder _folder = new();
    private readonly StringWriter _log = new();
    private readonly TestClock _clock = TestClock.At(2026, 11, 21);
    private Register _register = null!;
    private WebApplication _site = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _register = Register.Open(SqliteStore.Open(_folder.File("kept.db")), _clock);
        var settings = new KeptSettings { Urls = "http://127.0.0.1:0", Data = _folder.Path, RequestLog = true, MetricsToken = "the-token", Proxies = "127.0.0.0/8" };
        _site = KeptSite.Build(settings, _register, _clock, log: new LogLines(json: true, _log, _clock));
        _site.MapGet("/fails", string () => throw new InvalidOperationException(Canary));
        await _site.StartAsync();
        _client = new HttpClient { BaseAddress = new Uri(_site.Urls.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _site.DisposeAsync();
        _register.Dispose();
        _folder.Dispose();
        await _log.DisposeAsync();
    }

    [Fact]
    public async Task Ready_while_the_database_can_be_written_and_not_while_another_holds_it_and_pages_go_on()
    {
        Assert.Equal((200, "ready\n"), await Ask("/health/ready"));
        using (var other = new SqliteConnection($"Data Source={_folder.File("kept.db")};Pooling=False"))
        {
            other.Open();
            using var lasting = other.BeginTransaction();
            _clock.Advance(TimeSpan.FromSeconds(2));
            var (status, words) = await Ask("/health/ready");
            Assert.Equal(503, status);
            Assert.Contains("in use by another process", words, StringComparison.Ordinal);
            Assert.DoesNotContain(_folder.Path, words, StringComparison.Ordinal);
            Assert.Equal((200, "live\n"), await Ask("/health/live"));
            Assert.Equal(200, (await Ask("/commitments")).Status);
        }
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(200, (await Ask("/health/ready")).Status);
        File.Move(_folder.File("kept.db"), _folder.File("away"));
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(503, (await Ask("/health/ready")).Status);
        File.Move(_folder.File("away"), _folder.File("kept.db"));
    }

    [Fact]
    public async Task Metrics_count_requests_by_route_and_say_what_the_record_is()
    {
        await Ask("/metrics");
        for (var i = 0; i < 3; i++) await Ask("/commitments/" + Canary);
        await _register.AppendAsync(Change.Of(Write.Set("a", new(2021, 3, 31), new Core.Evidence.Source { Title = "t", Kind = "report" }, 0)), Act.Operator("w", "test"));
        var (status, text) = await Ask("/metrics");
        Assert.Equal(200, status);
        Assert.Contains("http_server_request_duration_seconds_count{http_request_method=\"GET\",http_response_status_code=\"404\",http_route=\"commitments/{id}\"} 3\n", text, StringComparison.Ordinal);
        Assert.Contains("kept_entry 1\n", text, StringComparison.Ordinal);
        Assert.Contains("kept_records 1\n", text, StringComparison.Ordinal);
        Assert.Contains("kept_changes_total 1\n", text, StringComparison.Ordinal);
        Assert.Contains("kept_database_trouble 0\n", text, StringComparison.Ordinal);
        Assert.Contains("dotnet_process_memory_working_set_bytes ", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Matches(@"^(# (HELP|TYPE) [a-z_]+ .*|[a-z_]+(\{([a-z_]+=""[^""]*"",?)+\})? -?[0-9.eE+-]+)$", line));
    }

    [Fact]
    public async Task Metrics_are_for_this_machine_or_the_token_and_nobody_else_learns_that_they_are_there()
    {
        Assert.Equal(404, (await Ask("/metrics", ("X-Forwarded-For", "192.0.2.7"))).Status);
        Assert.Equal(404, (await Ask("/metrics", ("Host", "kept.example"))).Status);
        Assert.Equal(404, (await Ask("/metrics", ("Host", "kept.example"), ("Authorization", "Bearer wrong"))).Status);
        Assert.Equal(200, (await Ask("/metrics", ("Host", "kept.example"), ("Authorization", "Bearer the-token"))).Status);
        Assert.Equal(200, (await Ask("/metrics")).Status);
    }

    [Fact]
    public async Task What_a_reader_sends_is_in_no_log_and_no_metric()
    {
        await Ask("/metrics");
        string[] paths = ["/search?q=" + Canary, "/commitments?q=" + Canary, "/commitments?status=" + Canary, "/" + Canary, "/commitments/" + Canary, "/?at=" + Canary, "/fails?" + Canary, "/fails"];
        foreach (var path in paths)
            await Ask(path, ("User-Agent", Canary), ("Referer", "https://" + Canary + ".example/"), ("X-Forwarded-For", "192.0.2.77"), ("Cookie", Canary), ("X-Canary", Canary));
        using var odd = new HttpRequestMessage(new HttpMethod("CANARY7F3A"), "/");
        (await _client.SendAsync(odd)).Dispose();
        var log = _log.ToString();
        Assert.True(log.Split('\n').Length > paths.Length, log);
        foreach (var held in new[] { log, (await Ask("/metrics")).Body })
            Assert.All((string[])[Canary, "CANARY7F3A", "192.0.2.77", "127.0.0.1"], trace => Assert.DoesNotContain(trace, held, StringComparison.OrdinalIgnoreCase));
        // The fault itself is there, with where it arose.
        Assert.Contains(Lines(), l => l.GetProperty("level").GetString() == "error" && l.GetProperty("fault").GetString() == "System.InvalidOperationException" && l.GetProperty("at").GetString()!.Contains("at ", StringComparison.Ordinal));
        Assert.Contains(Lines(), l => l.GetProperty("words").GetString()!.StartsWith("GET /commitments 200 ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_log_as_words_or_as_json_is_one_line_an_event_in_utc()
    {
        foreach (var json in new[] { true, false })
        {
            using var to = new StringWriter();
            using var lines = new LogLines(json, to, _clock);
            lines.CreateLogger("Kept.Test").LogWarning("two\nlines {Number}", 7);
            lines.CreateLogger("Microsoft.Other").LogWarning(new IOException(Canary), "what {Reader} sent", Canary);
            var said = to.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(2, said.Length);
            Assert.All(said, l => Assert.Contains("2026-11-21T12:00:00.000000Z", l, StringComparison.Ordinal));
            Assert.Contains("two lines 7", said[0], StringComparison.Ordinal);
            Assert.Contains("what {Reader} sent", said[1], StringComparison.Ordinal);
            Assert.DoesNotContain(Canary, to.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("https", true)]
    [InlineData("http", false)]
    [InlineData("https, http", false)]
    public async Task A_named_proxy_is_believed_about_https_and_then_browsers_are_told_to_stay_with_it(string proto, bool strict)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/about") { Headers = { { "X-Forwarded-Proto", proto } } };
        using var answer = await _client.SendAsync(request);
        Assert.Equal(strict, answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Nobody_else_is_believed_about_https()
    {
        var site = await ShippedSite.Shared;
        using var request = new HttpRequestMessage(HttpMethod.Get, "/about") { Headers = { { "X-Forwarded-Proto", "https" } } };
        using var answer = await site.Client.SendAsync(request);
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
        Assert.NotNull(KnownProxies.Read("127.0.0.1, nonsense").Why);
        Assert.Equal(2, KnownProxies.Read("::1, 10.0.0.0/8").Networks.Count);
    }

    private IEnumerable<JsonElement> Lines() => _log.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement);

    private async Task<(int Status, string Body)> Ask(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await _client.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
