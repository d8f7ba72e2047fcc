using Kept.Core.Foundation;
using Kept.Core.Workroom;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.House;

/// <summary>Erases once a day what has been held for long enough, and remembers when it did, for the page that says so.</summary>
public sealed class DailyErasing(WorkroomDatabase workroom, TimeProvider clock, IHostApplicationLifetime life, ILogger<DailyErasing> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromHours(1);
    private readonly SemaphoreSlim _one = new(1, 1);
    private IReadOnlyList<RetentionRun> _runs = [];

    /// <summary>When each rule last ran, by its id; empty until the first look after a start.</summary>
    public IReadOnlyList<RetentionRun> Runs => Volatile.Read(ref _runs);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await life.OfFirstReaders(stoppingToken);
        using var timer = new PeriodicTimer(Look);
        do
        {
            try
            {
                await RunIfDue(stoppingToken);
            }
            // What was due stays due, and is erased at the next look.
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogError(fault, "What has been held for long enough could not be erased");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Erases what is due, unless that was done today already.</summary>
    public async Task RunIfDue(CancellationToken cancel)
    {
        await workroom.Ready();
        await _one.WaitAsync(cancel);
        try
        {
            await Run(cancel);
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task Run(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var runs = await workroom.Read(w => w.RetentionRuns.ToListAsync(cancel));
        if (runs.Count < Retention.Rules.Count || runs.Exists(r => LondonClock.DayOf(r.At) < LondonClock.DayOf(now)))
        {
            await Retention.Run(workroom, now, cancel);
            runs = await workroom.Read(w => w.RetentionRuns.ToListAsync(cancel));
        }
        Volatile.Write(ref _runs, runs);
    }

    public override void Dispose()
    {
        base.Dispose();
        _one.Dispose();
    }
}
