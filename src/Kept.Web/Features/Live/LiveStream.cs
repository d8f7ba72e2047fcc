using System.Globalization;
using Kept.Core.Records;
using Kept.Web.House;

namespace Kept.Web.Features.Live;

/// <summary>The address where changes are told as they happen, as server-sent events.</summary>
public static class LiveStream
{
    private static readonly byte[] Preamble = "retry: 3000\n\n"u8.ToArray();

    public static void Map(WebApplication app)
    {
        var updates = app.Services.GetRequiredService<LiveUpdates>();
        app.Lifetime.ApplicationStopping.Register(updates.Stop);
        app.MapMethods(Unbuffered.Live, [HttpMethods.Get, HttpMethods.Head], (HttpContext http, Register register) => Answer(http, register, updates)).ExcludeFromDescription();
    }

    private static Task Answer(HttpContext http, Register register, LiveUpdates updates)
    {
        if (!TakesEvents(http.Request))
            return new ProblemResult(new(406, "This address is for programs", "It tells changes as they happen, as server-sent events (text/event-stream). Pages of this site listen to it by themselves.")
            {
                Links = [("/method/live", "How a page keeps itself up to date")],
            }).ExecuteAsync(http);
        var query = http.Request.Query["last-event-id"].ToString();
        if (query.Length > 0 && Number(query) is null)
            return new ProblemResult(Problem.BadRequest("That is not the number of an entry", "The stream goes on after an entry you name.", "last-event-id", query, "a whole number, such as 792")).ExecuteAsync(http);
        var headers = http.Response.Headers;
        headers.ContentType = "text/event-stream";
        headers.CacheControl = "no-store";
        headers["X-Accel-Buffering"] = "no";
        if (HttpMethods.IsHead(http.Request.Method)) return Task.CompletedTask;
        var header = http.Request.Headers["Last-Event-ID"].ToString();
        return Listen(http, register, updates, header.Length > 0 ? Number(header) ?? -1 : Number(query));
    }

    private static async Task Listen(HttpContext http, Register register, LiveUpdates updates, long? since)
    {
        var seen = register.Snapshot.Number;
        var reader = new LiveReader(http, updates.Ring, since is null ? 0 : seen);
        if (!updates.Join(reader))
        {
            http.Response.Headers.RetryAfter = "60";
            await new ProblemResult(new(503, "Too many are listening", "No more pages can be told of changes just now. Everything can be read as ever; a reload shows what is new.")).ExecuteAsync(http);
            return;
        }
        // A Snapshot must not be kept for as long as the line stands.
        http.Features.Set<Reading>(null);
        try
        {
            await using var gone = http.RequestAborted.UnsafeRegister(static r => ((LiveReader)r!).Close(), reader);
            await reader.Run(since is { } number ? First(updates, number, register.Snapshot) : Preamble);
        }
        finally
        {
            updates.Leave(reader);
        }
    }

    private static ReadOnlyMemory<byte> First(LiveUpdates updates, long since, Snapshot now) =>
        updates.MissedSince(since, now) is { } missed ? (byte[])[.. Preamble, .. missed.Bytes.Span] : Preamble;

    // A browser that is sent here by its address bar asks for a page first, and gets one.
    private static bool TakesEvents(HttpRequest request)
    {
        var accept = request.GetTypedHeaders().Accept;
        if (accept.Count == 0) return true;
        var taken = accept.Where(a => a.Quality is not 0).Select(a => a.MediaType.Value ?? "").ToList();
        return taken.Contains("text/event-stream", StringComparer.OrdinalIgnoreCase)
            || (!taken.Contains("text/html", StringComparer.OrdinalIgnoreCase) && taken.Any(t => t is "*/*" or "text/*"));
    }

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
