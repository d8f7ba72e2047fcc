using Kept.Core.Accounts;
using Kept.Core.Foundation;
using Kept.Core.Workroom;
using Kept.Web.House;
using Kept.Web.House.SignIn;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Accounts.SignIn;

/// <summary>Takes up an invitation: its word makes an account, once, with the role that was offered and no other.</summary>
[OpenToAll]
public sealed class InvitationModel(UserManager<Account> people, SignInManager<Account> signIn, WorkroomDatabase workroom, TimeProvider clock) : FormPage
{
    public Invitation? Invitation { get; private set; }

    /// <summary>The body or place the role is for, by its name.</summary>
    public string? For { get; private set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public async Task OnGetAsync(string word) => await Load(word);

    public async Task<IActionResult> OnPostAsync(string word)
    {
        await Load(word);
        if (Invitation is null) return Page();
        if (Invitation.Role is not null) Errors.Requires(Name, nameof(Name), "Write your name.");
        Errors.Requires(Password, nameof(Password), "Choose a password.");
        if (Errors.Any) return Mend();
        var account = Invitation.ForAccount is { } known ? await SetUpAgain(known) : await Make();
        if (account is null) return Mend();
        await workroom.Write(w => w.Invitations.Where(i => i.Id == Invitation.Id).ExecuteUpdateAsync(i => i.SetProperty(x => x.TakenUp, clock.GetUtcNow())));
        HttpContext.Features.Set(Proof.PasswordOnly);
        await signIn.SignInAsync(account, isPersistent: false);
        return Then(WorkDoor.SecondStep);
    }

    private async Task<Account?> Make()
    {
        if (await people.FindByEmailAsync(Invitation!.Email) is not null)
        {
            Errors.Add("", "There is an account for this address already. Sign in with it; whoever invited you can give it the role, or a new way in.");
            return null;
        }
        var account = new Account { Name = Name!.Trim(), Email = Invitation.Email, UserName = Invitation.Email, EmailConfirmed = true, Created = clock.GetUtcNow() };
        account.Grants.Add(Invitation.GrantTo(account, clock.GetUtcNow()));
        return Taken(await people.CreateAsync(account, Password!)) ? account : null;
    }

    // The new password is tried first: a bad one leaves the old way in as it was.
    private async Task<Account?> SetUpAgain(string id)
    {
        if (await people.FindByIdAsync(id) is not { Disabled: null } account)
        {
            Errors.Add("", "This account is shut. Nothing was changed; ask whoever sent you the link.");
            return null;
        }
        if (!Taken(await people.ResetPasswordAsync(account, await people.GeneratePasswordResetTokenAsync(account), Password!))) return null;
        await people.SetTwoFactorEnabledAsync(account, false);
        await people.ResetAuthenticatorKeyAsync(account);
        await people.SetLockoutEndDateAsync(account, null);
        foreach (var passkey in await people.GetPasskeysAsync(account)) await people.RemovePasskeyAsync(account, passkey.CredentialId);
        await workroom.Write(w => w.Sessions.Where(s => s.AccountId == id && s.Ended == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.Ended, clock.GetUtcNow())));
        return account;
    }

    private bool Taken(IdentityResult outcome)
    {
        foreach (var error in outcome.Errors) Errors.Add(error.Code.StartsWith("Password", StringComparison.Ordinal) ? nameof(Password) : "", PasswordWords.Of(error));
        return outcome.Succeeded;
    }

    private async Task Load(string word)
    {
        var id = RandomId.HashOf(word);
        var found = await workroom.Read(w => w.Invitations.FirstOrDefaultAsync(i => i.Id == id));
        Invitation = found?.IsOpen(clock.GetUtcNow()) == true ? found : null;
        For = RoleWords.Whom(Reading.View, Invitation?.Body, Invitation?.Place);
    }
}
