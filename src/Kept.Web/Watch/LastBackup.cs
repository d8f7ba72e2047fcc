using Kept.Core.Keeping;
using Kept.Core.Workroom;
using Kept.Web.House;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Watch;

/// <summary>
/// When the last backup was made, for /metrics: an operator is told when there was none for a day. It is kept in the Workroom,
/// whose tables are brought up to date after the site answers, so that no reader waits for them.
/// </summary>
public sealed class LastBackup(WorkroomDatabase workroom, Figures figures, IHostApplicationLifetime life, ILogger<LastBackup> log) : BackgroundService
{
    private long _made;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        figures.Meter.CreateObservableGauge("kept.backup.last", () => Interlocked.Read(ref _made), "s", "When the last backup was made, in seconds since 1970; 0 for never.");
        try
        {
            await life.OfFirstReaders(stoppingToken);
            await workroom.Migrate(stoppingToken);
            if (await workroom.Read(w => w.Backups.OrderByDescending(b => b.Made).FirstOrDefaultAsync(stoppingToken)) is { } last) Seen(last.Made);
        }
        // The site does without it; the operator sees that no backup is known.
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogError(fault, "The Workroom could not be opened");
        }
    }

    /// <summary>Remembers a backup that was made.</summary>
    public async Task Made(Manifest manifest, DateTimeOffset when, CancellationToken cancel)
    {
        await workroom.Migrate(cancel);
        await workroom.Write(w => w.Backups.AddAsync(new BackupMade { Made = when, Entry = manifest.Entry, Hash = manifest.Hash, Bytes = manifest.Bytes }, cancel).AsTask(), cancel);
        Seen(when);
    }

    private void Seen(DateTimeOffset made) => Interlocked.Exchange(ref _made, made.ToUnixTimeSeconds());
}
