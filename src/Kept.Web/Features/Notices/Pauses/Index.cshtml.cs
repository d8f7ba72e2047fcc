using Kept.Core.Accounts;
using Kept.Core.Foundation;
using Kept.Core.Notices;
using Kept.Core.Workroom;
using Kept.Web.House;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Notices.Pauses;

/// <summary>When notices are held back, who said so and when.</summary>
[Needs(Power.HoldNotices)]
public sealed class IndexModel(WorkroomDatabase workroom, TimeProvider clock) : WorkPage
{
    private Dictionary<string, string> _names = [];

    public IReadOnlyList<Pause> Pauses { get; private set; } = [];

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public List<string> Kinds { get; set; } = [];

    [BindProperty]
    public string? Sentence { get; set; }

    public Task OnGetAsync() => Load();

    public async Task<IActionResult> OnPostAsync()
    {
        var (pause, refusals) = DeclarePause.Of(new(From, To, Kinds, Sentence), Me.Id, clock.GetUtcNow());
        foreach (var (field, why) in refusals) Errors.Add(field, why);
        if (pause is null)
        {
            await Load();
            return Mend();
        }
        await workroom.Write(w => w.Pauses.AddAsync(pause).AsTask());
        return Then(NoticeLinks.Pauses);
    }

    public async Task<IActionResult> OnPostEndAsync(string? pause)
    {
        await workroom.Write(async w => (await w.Pauses.FindAsync(pause))?.End(Me.Id, clock.GetUtcNow()));
        return Then(NoticeLinks.Pauses);
    }

    public string Name(string account) => _names.GetValueOrDefault(account, account);

    public bool CanEnd(Pause pause) => pause.Ended is null && clock.GetUtcNow() < LondonClock.EndOfDay(pause.To);

    public static string Held(Pause pause) => Words.And([.. new[] { pause.Digests ? "digests" : null, pause.Reminders ? "reminders" : null }.OfType<string>()]) + " held";

    public string Standing(Pause pause) => pause.Ended is not null ? "It was ended early." : pause.IsOn(clock.GetUtcNow()) ? "It is on now." : CanEnd(pause) ? "It is still to come." : "It is over.";

    private async Task Load()
    {
        Pauses = await workroom.Read(w => w.Pauses.OrderByDescending(p => p.From).ToListAsync());
        _names = await workroom.NamesOf(Pauses.SelectMany(p => new[] { p.MadeBy, p.EndedBy }));
    }
}
