using Kept.Core.Accounts;
using Kept.Core.Foundation;
using Kept.Core.Workroom;
using Kept.Web.House;
using Kept.Web.House.SignIn;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Accounts.Own;

/// <summary>One's own account: what one may do, how one signs in, and where one is signed in.</summary>
[OwnAccount]
public sealed class AccountModel(UserManager<Account> people, SignInManager<Account> signIn, WorkroomDatabase workroom, TimeProvider clock) : WorkPage
{
    private static readonly System.Text.Json.JsonSerializerOptions Indented = new(System.Text.Json.JsonSerializerDefaults.Web) { WriteIndented = true };
    private Account _account = null!;

    public IReadOnlyList<UserPasskeyInfo> Passkeys { get; private set; } = [];

    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    public bool HasPassword => _account.PasswordHash is not null;

    public bool HasCodes => _account.TwoFactorEnabled;

    public string ThisSession => HttpContext.SignedIn()!.Session;

    public async Task OnGetAsync() => await Load();

    /// <summary>What the browser asks its passkeys to make.</summary>
    public async Task<IActionResult> OnPostOptionsAsync()
    {
        await Load();
        return Content(await signIn.MakePasskeyCreationOptionsAsync(new() { Id = _account.Id, Name = _account.Email ?? "", DisplayName = _account.Name }), "application/json");
    }

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, string? passkeyName)
    {
        await Load();
        var made = string.IsNullOrEmpty(credential) ? null : await signIn.PerformPasskeyAttestationAsync(credential);
        if (made is not { Succeeded: true })
        {
            Errors.Add("", "The passkey was not taken. Nothing was changed; try again.");
            return Mend();
        }
        made.Passkey.Name = string.IsNullOrWhiteSpace(passkeyName) ? Device.Of(Request.Headers.UserAgent.ToString()) : passkeyName.Trim();
        await people.AddOrUpdatePasskeyAsync(_account, made.Passkey);
        return Then(AccountLinks.Own + "#ways");
    }

    public async Task<IActionResult> OnPostForgetAsync(string? passkey)
    {
        await Load();
        if (Passkeys.Count == 1 && !(HasPassword && HasCodes))
        {
            Errors.Add("", "This is your only way in. Set up another first: a second passkey, or a password with an authenticator.");
            return Mend();
        }
        if (Passkeys.FirstOrDefault(p => IdOf(p) == passkey) is { } known) await people.RemovePasskeyAsync(_account, known.CredentialId);
        return Then(AccountLinks.Own + "#ways");
    }

    public async Task<IActionResult> OnPostPasswordAsync(string? oldPassword, string? newPassword)
    {
        await Load();
        if (!Errors.Requires(newPassword, "NewPassword", "Write the new password.")) return Mend();
        var outcome = HasPassword ? await people.ChangePasswordAsync(_account, oldPassword ?? "", newPassword) : await people.AddPasswordAsync(_account, newPassword);
        foreach (var error in outcome.Errors)
            Errors.Add(error.Code == nameof(IdentityErrorDescriber.PasswordMismatch) ? "OldPassword" : "NewPassword", PasswordWords.Of(error));
        if (Errors.Any) return Mend();
        await EndSessions(s => s.Id != ThisSession);
        return Then(AccountLinks.Own + "#ways");
    }

    public async Task<IActionResult> OnPostEndAsync(string? session)
    {
        await Load();
        await EndSessions(s => s.Id == session);
        return Then(session == ThisSession ? "/" : AccountLinks.Own + "#sessions");
    }

    /// <summary>The body or place a role is for, by its name.</summary>
    public string? For(Person.Holds held) =>
        RoleWords.Whom(Reading.View, held.Body, held.Place);

    public string IdOf(UserPasskeyInfo passkey) => WebEncoders.Base64UrlEncode(passkey.CredentialId);

    /// <summary>Everything that is held on this account.</summary>
    public async Task<IActionResult> OnGetDataAsync()
    {
        var held = await workroom.Read(w => OnePerson.Held(w, Me.Id));
        return File(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(held, Indented), "application/json", "my-account.json");
    }

    /// <summary>Erases who this is; the address has to be written once more, since nothing brings it back.</summary>
    public async Task<IActionResult> OnPostEraseAsync(string? confirm)
    {
        await Load();
        if (!string.Equals(confirm?.Trim(), _account.Email, StringComparison.OrdinalIgnoreCase)) Errors.Add("Confirm", "Write your e-mail address to say that you mean it. Nothing was erased.");
        else
        {
            Refusal? refusal = null;
            await workroom.Write(async w => refusal = await OnePerson.Erase(w, Me.Id, clock.GetUtcNow()));
            if (refusal is not null) Errors.Add("", refusal.ToString());
        }
        if (Errors.Any) return Mend();
        await signIn.SignOutAsync();
        return Then("/");
    }

    private async Task Load()
    {
        _account = await people.FindByIdAsync(Me.Id) ?? throw new InvalidOperationException("The account that is signed in is gone.");
        Passkeys = [.. await people.GetPasskeysAsync(_account)];
        var now = clock.GetUtcNow();
        var all = await workroom.Read(w => w.Sessions.Where(s => s.AccountId == Me.Id && s.Ended == null).OrderByDescending(s => s.Seen).ToListAsync());
        Sessions = [.. all.Where(s => s.IsOpen(now))];
    }

    // Only one's own: whatever id was sent.
    private Task EndSessions(Func<Session, bool> which) => workroom.Write(async w =>
    {
        foreach (var session in (await w.Sessions.Where(s => s.AccountId == Me.Id && s.Ended == null).ToListAsync()).Where(which)) session.Ended = clock.GetUtcNow();
    });
}
