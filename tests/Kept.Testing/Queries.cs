using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Kept.Testing;

/// <summary>Counts what the requests to one site ask of its database. What runs beside them, and other sites of the same run, is not counted.</summary>
public sealed class Queries : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly IHttpContextAccessor _request;
    private readonly int _port;
    private readonly IDisposable _all;
    private readonly ConcurrentBag<IDisposable> _listening = [];
    private int _count;

    // The library looks once a second whether anybody listens.
    private static readonly TimeSpan UntilHeard = TimeSpan.FromSeconds(1.1);

    /// <summary>Counts from now on.</summary>
    public static async Task<Queries> Of(TestSite site)
    {
        var queries = new Queries(site);
        await Task.Delay(UntilHeard);
        return queries;
    }

    private Queries(TestSite site)
    {
        (_request, _port) = (site.Services.GetRequiredService<IHttpContextAccessor>(), site.Address.Port);
        _all = DiagnosticListener.AllListeners.Subscribe(this);
    }

    public int Count => Volatile.Read(ref _count);

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore") _listening.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandExecutedEventData && _request.HttpContext?.Request.Host.Port == _port) Interlocked.Increment(ref _count);
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    public void Dispose()
    {
        _all.Dispose();
        foreach (var one in _listening) one.Dispose();
    }
}
