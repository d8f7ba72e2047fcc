using Kept.Core.Accounts;
using Kept.Core.Workroom;
using Kept.Design.Forms;
using Kept.Web.Features.Notices;
using Kept.Web.House;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Accounts.People;

/// <summary>Everybody who may sign in, and who is invited to.</summary>
[Needs(Power.ManagePeople)]
public sealed class PeopleModel(WorkroomDatabase workroom, Mail mail, Letters letters, KeptSettings settings, TimeProvider clock) : WorkPage
{
    public IReadOnlyList<Account> People { get; private set; } = [];

    public IReadOnlyList<Invitation> Open { get; private set; } = [];

    private HashSet<string> WithPasskey { get; set; } = [];

    /// <summary>The link of the invitation that was just made.</summary>
    public string? Link { get; private set; }

    /// <summary>Whether it is also on its way by e-mail.</summary>
    public bool IsMailed { get; private set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Role { get; set; }

    [BindProperty]
    public string? Body { get; set; }

    public IEnumerable<Answer> Whom => RoleWords.Whom(Reading.View);

    public async Task OnGetAsync() => await Load();

    public async Task<IActionResult> OnPostAsync()
    {
        var (invitation, word, refusals) = InvitePerson.Of(new(Name, Email, Role, Body), Reading.View, Me.Id, clock.GetUtcNow());
        foreach (var (field, why) in refusals) Errors.Add(field, why);
        if (invitation is not null)
        {
            var link = settings.Whole(Request, AccountLinks.Invitation(word!));
            var letter = mail.IsThere ? await InvitationLetter.Of(letters, invitation, link, Frame.Programme(Reading)?.Title ?? "Kept", clock.GetUtcNow()) : null;
            await workroom.Write(w =>
            {
                w.Invitations.Add(invitation);
                if (letter is not null) w.Outbox.Add(letter);
                return Task.CompletedTask;
            });
            (Link, IsMailed, Name, Email, Role, Body) = (link, mail.IsThere, null, null, null, null);
        }
        await Load();
        return Errors.Any ? Mend() : Page();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(string? invitation)
    {
        await workroom.Write(w => w.Invitations.Where(i => i.Id == invitation && i.TakenUp == null).ExecuteUpdateAsync(i => i.SetProperty(x => x.Withdrawn, clock.GetUtcNow())));
        return Then(AccountLinks.People);
    }

    public string Say(Role role, string? body, string? place) => RoleWords.Say(Reading.View, role, body, place);

    /// <summary>How the person signs in.</summary>
    public string Ways(Account account) => (account.TwoFactorEnabled, WithPasskey.Contains(account.Id)) switch
    {
        (true, true) => "passkey, or password and code",
        (true, false) => "password and code",
        (false, true) => "passkey",
        _ => "not set up yet",
    };

    private async Task Load()
    {
        var now = clock.GetUtcNow();
        People = await workroom.Read(w => w.Users.Include(a => a.Grants).OrderBy(a => a.Name).ToListAsync());
        WithPasskey = (await workroom.Read(w => w.UserPasskeys.Select(p => p.UserId).Distinct().ToListAsync())).ToHashSet(StringComparer.Ordinal);
        var open = await workroom.Read(w => w.Invitations.Where(i => i.TakenUp == null && i.Withdrawn == null).OrderByDescending(i => i.Made).ToListAsync());
        Open = [.. open.Where(i => i.IsOpen(now))];
    }
}
