using Kept.Core.Foundation;
using Kept.Core.Records;
using Kept.Core.Records.Postgres;
using Kept.Core.Records.Sqlite;
using Kept.Web.House;

namespace Kept.Web.Watch;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: the database can be read and written. Public pages go on
/// either way; a balancer should send changes elsewhere while it says 503.
/// </summary>
public sealed class Health(KeptSettings settings, Register register, TimeProvider clock, IHostApplicationLifetime life) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim _one = new(1, 1);
    private (DateTimeOffset At, string? Trouble)? _last;

    public static Task Live(HttpContext http) => Answer(http, StatusCodes.Status200OK, "live");

    public async Task Ready(HttpContext http)
    {
        var trouble = life.ApplicationStopping.IsCancellationRequested ? "Kept is stopping." : await Trouble(http.RequestAborted);
        if (trouble is not null) http.Response.Headers.RetryAfter = "5";
        await Answer(http, trouble is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable, trouble is null ? "ready" : "not ready: " + trouble);
    }

    // However often it is asked, the database is asked once a second.
    private async Task<string?> Trouble(CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            // Either way, so that a clock that was set back does not keep an old answer.
            if (_last is not { } last || (clock.GetUtcNow() - last.At).Duration() >= Fresh)
                _last = last = (clock.GetUtcNow(), await Task.Run(Ask, cancel));
            return last.Trouble;
        }
        finally
        {
            _one.Release();
        }
    }

    // On PostgreSQL the Register itself asks every few seconds. The path is for the operator's log, not for whoever asks here.
    private string? Ask() =>
        (PostgresDatabase.IsNamedBy(settings.Database) ? (register.Trouble as DatabaseFault)?.Words ?? (register.Trouble is null ? null : new Refusal("The database does not answer.")) : SqliteProbe.Trouble(settings.Database))
        ?.What.Replace(settings.Database, "kept.db", StringComparison.Ordinal);

    private static Task Answer(HttpContext http, int status, string words)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsync(words + "\n", http.RequestAborted);
    }

    public void Dispose() => _one.Dispose();
}
