using System.Net.Mail;
using Kept.Core.Notices;
using Kept.Core.Workroom;
using Kept.Web.House;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Notices;

/// <summary>Takes what is due out of the outbox and hands it to the mail server, one after the other, on whichever node looks first.</summary>
public sealed class SendingMail(WorkroomDatabase workroom, Mail mail, TimeProvider clock, IHostApplicationLifetime life, ILogger<SendingMail> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(15), Held = TimeSpan.FromMinutes(2);
    private const int AtOnce = 20;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!mail.IsThere) return;
        await life.OfFirstReaders(stoppingToken);
        using var timer = new PeriodicTimer(Look);
        do
        {
            try
            {
                while (await SendDue(stoppingToken) == AtOnce) { }
            }
            // The outbox is in the database: what is due stays due.
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogError(fault, "The outbox could not be read");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Tries what is due, at most twenty; how many were tried.</summary>
    public async Task<int> SendDue(CancellationToken cancel)
    {
        await workroom.Ready();
        var now = clock.GetUtcNow();
        var pauses = await workroom.Read(w => w.Pauses.Where(p => p.Ended == null).ToListAsync(cancel));
        var (digests, reminders) = (pauses.Exists(p => p.Holds(NoticeKind.Digest, now)), pauses.Exists(p => p.Holds(NoticeKind.Reminder, now)));
        var due = await workroom.Read(w => w.Outbox.Where(m => m.Sent == null && m.Parked == null && m.Next <= now
            && !(digests && m.Kind == NoticeKind.Digest) && !(reminders && m.Kind == NoticeKind.Reminder)).OrderBy(m => m.Next).Take(AtOnce).ToListAsync(cancel));
        var failed = 0;
        foreach (var message in due)
            if (await Hold(message) && !await Try(message, cancel)) failed++;
        if (failed > 0) log.LogWarning("The mail server did not take {Failed} of {Due} messages; they are tried again, or parked: see /work/outbox", failed, due.Count);
        return due.Count;
    }

    // Whoever moves the time of the next try has it; should this process die now, another tries it then.
    private async Task<bool> Hold(OutboxMessage message)
    {
        var (held, before) = (clock.GetUtcNow() + Held, message.Next);
        var taken = 0;
        await workroom.Write(async w => taken = await w.Outbox.Where(m => m.Id == message.Id && m.Next == before && m.Sent == null).ExecuteUpdateAsync(m => m.SetProperty(x => x.Next, held)));
        return taken == 1;
    }

    private async Task<bool> Try(OutboxMessage message, CancellationToken cancel)
    {
        Exception? fault = null;
        try
        {
            await mail.Send(message, cancel);
        }
        catch (Exception e) when (e is SmtpException or IOException or FormatException or ArgumentException or InvalidOperationException)
        {
            fault = e;
        }
        // Written even while the program stops: a message that was sent is not sent again.
        await workroom.Write(async w =>
        {
            if (await w.Outbox.FindAsync(message.Id) is not { } row) return;
            var now = clock.GetUtcNow();
            if (fault is null) row.Taken(now);
            else row.Failed(fault.InnerException?.Message ?? fault.Message, Mail.IsForGood(fault), now);
        }, CancellationToken.None);
        return fault is null;
    }
}
