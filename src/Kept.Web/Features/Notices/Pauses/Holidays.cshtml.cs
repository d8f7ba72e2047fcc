using Kept.Core.Accounts;
using Kept.Core.Notices;
using Kept.Core.Workroom;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Notices.Pauses;

/// <summary>The days that do not count as working days.</summary>
[Needs(Power.HoldNotices)]
public sealed class HolidaysModel(WorkroomDatabase workroom, TimeProvider clock) : WorkPage
{
    private Dictionary<string, string> _names = [];

    public IReadOnlyList<Holiday> Listed { get; private set; } = [];

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? To { get; set; }

    public Task OnGetAsync() => Load();

    public async Task<IActionResult> OnPostAsync()
    {
        var (holiday, refusals) = ListHoliday.Of(Name, From, To, Me.Id, clock.GetUtcNow());
        foreach (var (field, why) in refusals) Errors.Add(field, why);
        if (holiday is null)
        {
            await Load();
            return Mend();
        }
        await workroom.Write(w => w.Holidays.AddAsync(holiday).AsTask());
        return Then(NoticeLinks.Holidays);
    }

    public async Task<IActionResult> OnPostTakeOutAsync(string? holiday)
    {
        await workroom.Write(async w =>
        {
            if (await w.Holidays.FindAsync(holiday) is { TakenOut: null } listed) (listed.TakenOut, listed.TakenOutBy) = (clock.GetUtcNow(), Me.Id);
        });
        return Then(NoticeLinks.Holidays);
    }

    public string By(string account) => _names.GetValueOrDefault(account, account);

    private async Task Load()
    {
        Listed = await workroom.Read(w => w.Holidays.Where(h => h.TakenOut == null).OrderBy(h => h.From).ToListAsync());
        _names = await workroom.NamesOf(Listed.Select(h => h.MadeBy));
    }
}
