using Kept.Core.Accounts;
using Kept.Web.House.SignIn;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Accounts.SignIn;

/// <summary>Who is not known, disabled or made to wait gets the same words, after the same work, as who mistyped.</summary>
[OpenToAll, IgnoreAntiforgeryToken]
public sealed class SignInModel(SignInManager<Account> signIn, UserManager<Account> people, IPasswordHasher<Account> hasher, WrongTries tries, TimeProvider clock) : CarryingPage
{
    private const string Wrong = "The address and the password do not belong together. After five wrong tries a sign-in waits for a quarter of an hour.";

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Credential { get; set; }

    public void OnGet(string? to) => Bring(to);

    public async Task<IActionResult> OnPostAsync(string? to, bool start)
    {
        Bring(to);
        if (start) return Page();
        if (!Errors.Requires(Email, nameof(Email), "Write your e-mail address.") | !Errors.Requires(Password, nameof(Password), "Write your password.")) return Mend();
        if (!tries.AreLeft(clock.GetUtcNow()))
        {
            Errors.Add("", WrongTries.Words);
            return Mend(StatusCodes.Status429TooManyRequests);
        }
        if (await people.FindByEmailAsync(Email!) is not { Disabled: null, PasswordHash: not null } account || await people.IsLockedOutAsync(account))
        {
            hasher.HashPassword(new Account(), Password!);
            return Refused();
        }
        // A password is half of a sign-in. Where the other half is a passkey, it leads nowhere: least of all to a new authenticator.
        if (!account.TwoFactorEnabled && (await people.GetPasskeysAsync(account)).Count > 0)
        {
            if (!(await signIn.CheckPasswordSignInAsync(account, Password!, lockoutOnFailure: true)).Succeeded) return Refused();
            Errors.Add("", "Your account signs in with a passkey. If you have lost it, ask for a new way in.");
            return Mend();
        }
        HttpContext.Features.Set(Proof.PasswordOnly);
        var outcome = await signIn.PasswordSignInAsync(account, Password!, isPersistent: false, lockoutOnFailure: true);
        if (outcome.RequiresTwoFactor) return Carry(AccountLinks.Code);
        return outcome.Succeeded ? GoOn() : Refused();
    }

    public async Task<IActionResult> OnPostPasskeyAsync(string? to)
    {
        Bring(to);
        HttpContext.Features.Set(Proof.Passkey);
        var found = string.IsNullOrEmpty(Credential) ? null : await signIn.PerformPasskeyAssertionAsync(Credential);
        if (found is not { Succeeded: true, User.Disabled: null })
        {
            Errors.Add("", "The passkey was not taken. Try again, or sign in with your password.");
            return Mend();
        }
        await people.AddOrUpdatePasskeyAsync(found.User, found.Passkey);
        await signIn.SignInAsync(found.User, isPersistent: false);
        return GoOn();
    }

    /// <summary>What the browser asks its passkeys; the answer comes back as the credential above.</summary>
    public async Task<IActionResult> OnPostOptionsAsync() => Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");

    private IActionResult Refused()
    {
        tries.Take(clock.GetUtcNow());
        Errors.Add("", Wrong);
        return Mend();
    }
}
