using Kept.Core.Records;
using Kept.Core.Workroom;
using Kept.Core.Foundation;
using Kept.Web.House;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Feedback.Telling;

/// <summary>
/// Tells people by e-mail: bodies once a month what they are wanted for, senders who asked for it when what they sent moves, editors each
/// working day what waits. Each message has a key that is there once, so that nothing is told twice, whatever dies in between.
/// </summary>
public sealed class TellingPeople(
    WorkroomDatabase workroom, Register register, BodyLetters bodies, SenderLetters senders, EditorLetters editors, KeptSettings settings, LondonClock clock, IHostApplicationLifetime life, ILogger<TellingPeople> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(30);
    private static readonly TimeOnly Hour = new(8, 30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.OffersFollowing) return;
        await life.OfFirstReaders(stoppingToken);
        using var timer = new PeriodicTimer(Look);
        do
        {
            try
            {
                await TellDue(stoppingToken);
            }
            // What was not told is still due at the next look.
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogError(fault, "People could not be told what moved");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Writes what is due into the outbox; how many messages.</summary>
    public async Task<int> TellDue(CancellationToken cancel)
    {
        await workroom.Ready();
        var now = clock.Now;
        var view = new View(register.Snapshot, clock.Today);
        var programme = Frame.Programme(view)?.Title ?? "Kept";
        var due = await senders.Write(programme, now, cancel);
        var holidays = (await workroom.Read(w => w.Holidays.Where(h => h.TakenOut == null).ToListAsync(cancel))).ConvertAll(h => h.Days);
        if (!WorkingDays.Is(clock.Today, holidays) || now < LondonClock.At(clock.Today, Hour)) return due;
        return due + await editors.Write(programme, now, cancel) + await bodies.Write(view, now, cancel);
    }
}
