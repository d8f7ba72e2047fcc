using Kept.Core.Accounts;
using Kept.Core.Notices;
using Kept.Core.Workroom;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Notices;

/// <summary>What waits to be sent, and what was parked.</summary>
[Needs(Power.SeeService)]
public sealed class OutboxModel(WorkroomDatabase workroom, Mail mail, TimeProvider clock) : WorkPage
{
    private const int Shown = 200;

    public bool HasServer => mail.IsThere;

    public IReadOnlyList<OutboxMessage> Waiting { get; private set; } = [];

    public IReadOnlyList<OutboxMessage> Parked { get; private set; } = [];

    public int SentThisWeek { get; private set; }

    public async Task OnGetAsync()
    {
        var week = clock.GetUtcNow().AddDays(-7);
        Waiting = await workroom.Read(w => w.Outbox.Where(m => m.Sent == null && m.Parked == null).OrderBy(m => m.Made).Take(Shown).ToListAsync());
        Parked = await workroom.Read(w => w.Outbox.Where(m => m.Parked != null).OrderByDescending(m => m.Parked).Take(Shown).ToListAsync());
        SentThisWeek = await workroom.Read(w => w.Outbox.CountAsync(m => m.Sent >= week));
    }

    public async Task<IActionResult> OnPostAgainAsync(string? message)
    {
        await workroom.Write(async w =>
        {
            if (await w.Outbox.FindAsync(message) is { Parked: not null } parked) parked.TryAgain(clock.GetUtcNow());
        });
        return Then(NoticeLinks.Outbox);
    }

    public async Task<IActionResult> OnPostDropAsync(string? message)
    {
        await workroom.Write(w => w.Outbox.Where(m => m.Id == message && m.Parked != null).ExecuteDeleteAsync());
        return Then(NoticeLinks.Outbox);
    }
}
