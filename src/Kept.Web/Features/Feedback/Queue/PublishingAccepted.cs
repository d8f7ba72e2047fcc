using Kept.Core.Feedback;
using Kept.Core.Foundation;
using Kept.Core.Records;
using Kept.Core.Workroom;
using Kept.Web.House;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Feedback.Queue;

/// <summary>
/// Publishes what was accepted and waited for its hour. It happens once, whatever dies in between and however many nodes look: the record
/// and the contribution move in one transaction. What cannot be published any more goes back to the queue and says why.
/// </summary>
public sealed class PublishingAccepted(WorkroomDatabase workroom, Register register, LondonClock clock, IHostApplicationLifetime life, ILogger<PublishingAccepted> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await life.OfFirstReaders(stoppingToken);
        using var timer = new PeriodicTimer(Look);
        do
        {
            try
            {
                await PublishDue(stoppingToken);
            }
            // It is still due at the next look.
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogError(fault, "What was accepted could not be published");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Publishes everything whose hour has come; how many.</summary>
    public async Task<int> PublishDue(CancellationToken cancel)
    {
        await workroom.Ready();
        var now = clock.Now;
        var due = await workroom.Read(w => w.Contributions.Where(c => c.State == ContributionState.Accepted && c.PublishAfter <= now).OrderBy(c => c.PublishAfter).Select(c => c.Id).ToListAsync(cancel));
        var published = 0;
        foreach (var id in due)
            if (await Publish(id, now, cancel)) published++;
        return published;
    }

    private async Task<bool> Publish(string id, DateTimeOffset now, CancellationToken cancel)
    {
        var contribution = await workroom.Read(w => w.Contributions.Include(c => c.Steps).SingleOrDefaultAsync(c => c.Id == id, cancel));
        if (contribution is not { State: ContributionState.Accepted, AcceptedBy: { } by }) return false;
        var editor = await workroom.Read(w => w.Users.Include(a => a.Grants).SingleOrDefaultAsync(a => a.Id == by && a.Disabled == null, cancel));
        var why = "Whoever said yes is no editor any more.";
        if (editor is not null)
        {
            var record = new View(register.Snapshot, clock.Today);
            var outcome = PublishContribution.AtItsHour(contribution, record, editor.AsPerson(record), now);
            var answer = outcome.Change is null ? null : await register.AppendAsync(outcome.Change, outcome.Act!, outcome.Beside, cancel);
            if (answer is Appended.Done) return true;
            why = answer is Appended.Refused refused ? string.Join(' ', refused.Why) : string.Join(' ', outcome.Refusals.Select(r => r.Why));
        }
        await workroom.Write(async w =>
        {
            if (await w.Contributions.FindAsync([id], cancel) is { State: ContributionState.Accepted } row && row.Version == contribution.Version) Moderate.HoldBack(row, by, now, why);
        }, cancel);
        return false;
    }
}
