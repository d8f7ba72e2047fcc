using System.Net;
using System.Text.Json;
using Kept.Testing;

namespace Kept.Web.Tests.Live;

/// <summary>A listener as a test writes it: lines of a real connection, put together to events.</summary>
internal sealed class EventStream : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly HttpResponseMessage _answer;
    private readonly StreamReader _lines;

    private EventStream(HttpResponseMessage answer, Stream body) => (_answer, _lines) = (answer, new StreamReader(body));

    public HttpResponseMessage Answer => _answer;

    public static async Task<EventStream> Open(TestSite site, string query = "", string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/changes/live" + query);
        request.Headers.Accept.ParseAdd("text/event-stream");
        if (lastEventId is not null) request.Headers.Add("Last-Event-ID", lastEventId);
        var answer = await site.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        if (answer.StatusCode != HttpStatusCode.OK) throw new InvalidOperationException($"The stream answered {(int)answer.StatusCode}.");
        var stream = new EventStream(answer, await answer.Content.ReadAsStreamAsync());
        if (await stream.Line() != "retry: 3000" || await stream.Line() != "") throw new InvalidOperationException("The stream does not begin with its pause.");
        return stream;
    }

    /// <summary>The next event; null when the stream has ended.</summary>
    public async Task<Happening?> Next()
    {
        var (id, name) = (0L, "");
        while (await Line() is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal)) id = long.Parse(line[4..], System.Globalization.CultureInfo.InvariantCulture);
            if (line.StartsWith("event: ", StringComparison.Ordinal)) name = line[7..];
            if (line.StartsWith("data: ", StringComparison.Ordinal)) return new(id, name, JsonDocument.Parse(line[6..]).RootElement);
        }
        return null;
    }

    /// <summary>The next line, empty ones and comments too; null at the end.</summary>
    public async Task<string?> Line()
    {
        using var late = new CancellationTokenSource(Patience);
        return await _lines.ReadLineAsync(late.Token);
    }

    public void Dispose()
    {
        _lines.Dispose();
        _answer.Dispose();
    }
}

internal sealed record Happening(long Id, string Name, JsonElement Data)
{
    public IReadOnlyList<string> Records => [.. Data.GetProperty("records").EnumerateArray().Select(r => $"{r.GetProperty("kind").GetString()}/{r.GetProperty("id").GetString()}")];
}
