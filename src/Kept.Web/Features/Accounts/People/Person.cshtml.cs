using Kept.Core.Accounts;
using Kept.Core.Workroom;
using Kept.Design.Forms;
using Kept.Web.Features.Notices;
using Kept.Web.House;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Accounts.People;

/// <summary>One account as an administrator sees it: roles, and whether the door is open. Nobody changes their own.</summary>
[Needs(Power.ManagePeople)]
public sealed class PersonModel(WorkroomDatabase workroom, Mail mail, Letters letters, KeptSettings settings, TimeProvider clock) : WorkPage
{
    public Account Account { get; private set; } = null!;

    public int OpenSessions { get; private set; }

    /// <summary>The link of the new way in that was just made.</summary>
    public string? Link { get; private set; }

    /// <summary>Whether it is also on its way by e-mail.</summary>
    public bool IsMailed { get; private set; }

    public bool IsMe => Account.Id == Me.Id;

    [BindProperty]
    public string? Role { get; set; }

    [BindProperty]
    public string? Body { get; set; }

    public IEnumerable<Answer> Whom => RoleWords.Whom(Reading.View);

    public Task<IActionResult> OnGetAsync(string id) => With(id, () => Task.FromResult<IActionResult>(Page()), evenMe: true);

    public Task<IActionResult> OnPostAsync(string id) => With(id, async () =>
    {
        var (grant, refusals) = GiveRole.Of(Account, Role, Body, Reading.View, Me.Id, clock.GetUtcNow());
        foreach (var (field, why) in refusals) Errors.Add(field, why);
        if (grant is null) return Mend();
        await workroom.Write(w => w.Grants.AddAsync(grant).AsTask());
        return Then(AccountLinks.Person(id));
    });

    public Task<IActionResult> OnPostTakeAsync(string id, long grant) => With(id, async () =>
    {
        await workroom.Write(w => w.Grants.Where(g => g.Id == grant && g.AccountId == id).ExecuteDeleteAsync());
        return Then(AccountLinks.Person(id));
    });

    public Task<IActionResult> OnPostDisableAsync(string id) => With(id, async () =>
    {
        var now = clock.GetUtcNow();
        await workroom.Write(async w =>
        {
            await w.Users.Where(a => a.Id == id).ExecuteUpdateAsync(a => a.SetProperty(x => x.Disabled, now));
            await w.Sessions.Where(s => s.AccountId == id && s.Ended == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.Ended, now));
        });
        return Then(AccountLinks.Person(id));
    });

    public Task<IActionResult> OnPostNewWayInAsync(string id) => With(id, async () =>
    {
        var (invitation, word) = Invitation.NewWayIn(Account, Me.Id, clock.GetUtcNow());
        var link = settings.Whole(Request, AccountLinks.Invitation(word));
        var letter = mail.IsThere ? await InvitationLetter.Of(letters, invitation, link, Frame.Programme(Reading)?.Title ?? "Kept", clock.GetUtcNow()) : null;
        await workroom.Write(w =>
        {
            w.Invitations.Add(invitation);
            if (letter is not null) w.Outbox.Add(letter);
            return Task.CompletedTask;
        });
        (Link, IsMailed) = (link, mail.IsThere);
        return Page();
    });

    public Task<IActionResult> OnPostEnableAsync(string id) => With(id, async () =>
    {
        await workroom.Write(w => w.Users.Where(a => a.Id == id).ExecuteUpdateAsync(a => a.SetProperty(x => x.Disabled, (DateTimeOffset?)null)));
        return Then(AccountLinks.Person(id));
    });

    public string Say(Grant grant) => Words.Capital(RoleWords.Say(Reading.View, grant.Role, grant.Body, grant.Place));

    private async Task<IActionResult> With(string id, Func<Task<IActionResult>> then, bool evenMe = false)
    {
        if (await workroom.Read(w => w.Users.Include(a => a.Grants).FirstOrDefaultAsync(a => a.Id == id)) is not { } account)
            return new ProblemResult(Problem.NoSuchPage());
        Account = account;
        if (IsMe && !evenMe)
        {
            Errors.Add("", "Nobody changes their own powers. Ask another administrator.");
            return Mend();
        }
        var now = clock.GetUtcNow();
        OpenSessions = (await workroom.Read(w => w.Sessions.Where(s => s.AccountId == id && s.Ended == null).ToListAsync())).Count(s => s.IsOpen(now));
        return await then();
    }
}
