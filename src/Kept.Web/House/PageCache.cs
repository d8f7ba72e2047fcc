using System.Collections.Concurrent;
using Kept.Core.Foundation;
using Kept.Core.Records;
using Kept.Web.House.Work;

namespace Kept.Web.House;

/// <summary>
/// Answers from what was drawn before, as long as nothing that was read for it has changed. It stands before everything
/// else, so that an answer costs little; what it sends was made by everything else. Nobody tells it of changes: it looks.
/// </summary>
public sealed class PageCache(RequestDelegate next, Register register, LondonClock clock, KeptSettings settings)
{
    private static readonly string[] KnownNames =
        ["at", "known", "page", "plan", "area", "action", "body", "status", "due", "amount", "kind", "type", "named", "from", "to", "season", "year", "strength", "report"];
    private static readonly string[] Never = ["/exit", "/health", "/metrics", "/door", "/search", "/answer", "/privacy/held", Unbuffered.Live, OpenForms.Follow];
    private static readonly string[] Kinds = ["text/html", "application/json", "text/csv", "image/svg+xml", "text/calendar", "application/atom+xml"];

    private readonly KeptPages? _pages = settings.PageCacheMegabytes > 0 ? new(settings.PageCacheMegabytes * 1024L * 1024) : null;
    private readonly ConcurrentDictionary<PageKey, Task<KeptPage?>> _drawing = new();

    public Task InvokeAsync(HttpContext http)
    {
        var request = http.Request;
        if (_pages is null || request.Headers.Cookie.Count > 0 || request.Headers.Authorization.Count > 0
            || (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)))
            return next(http);
        var key = new PageKey(request.Path.Value ?? "", request.QueryString.Value ?? "", request.Host.Value ?? "", request.IsHttps, clock.Today.DayNumber);
        if (_pages.Find(key) is { } page && page.Holds(register.Snapshot))
        {
            page.Answer(http);
            return Task.CompletedTask;
        }
        return MayBeKept(request) ? DrawOrWait(http, key) : next(http);
    }

    private static bool MayBeKept(HttpRequest request) =>
        !Never.Any(never => request.Path.StartsWithSegments(never, StringComparison.OrdinalIgnoreCase))
        && request.QueryString.Value is not { Length: > 1000 }
        && request.Query.Keys.All(name => KnownNames.Contains(name, StringComparer.Ordinal));

    // One draws, and the others who came meanwhile take what it drew, if it still holds.
    private async Task DrawOrWait(HttpContext http, PageKey key)
    {
        var mine = new TaskCompletionSource<KeptPage?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var theirs = _drawing.GetOrAdd(key, mine.Task);
        if (theirs == mine.Task)
        {
            KeptPage? page = null;
            try
            {
                page = await Draw(http, key);
            }
            finally
            {
                _drawing.TryRemove(key, out _);
                mine.SetResult(page);
            }
            return;
        }
        if (await theirs.WaitAsync(http.RequestAborted) is { } drawn && drawn.Holds(register.Snapshot)) drawn.Answer(http);
        else await next(http);
    }

    private async Task<KeptPage?> Draw(HttpContext http, PageKey key)
    {
        var drawing = new Drawing();
        http.Features.Set(drawing);
        await next(http);
        if (drawing.Drawn is not { } drawn || !Kinds.Any(kind => drawn.ContentType.StartsWith(kind, StringComparison.Ordinal))) return null;
        var page = new KeptPage(drawn, http.Response.Headers, http.GetEndpoint());
        _pages!.Keep(key, page);
        // The reader who came first has its answer by now, or gets it beside this.
        ThreadPool.UnsafeQueueUserWorkItem(static made => made.Compress(), page, preferLocal: false);
        return page;
    }
}
