using Kept.Core.Accounts;
using Kept.Web.House.SignIn;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Accounts.SignIn;

/// <summary>The second half of a sign-in with a password: six digits of an authenticator, or a recovery code.</summary>
[OpenToAll, IgnoreAntiforgeryToken]
public sealed class CodeModel(SignInManager<Account> signIn, UserManager<Account> people) : CarryingPage
{
    [BindProperty]
    public string? Code { get; set; }

    public async Task<IActionResult> OnGetAsync(string? to)
    {
        Bring(to);
        return await signIn.GetTwoFactorAuthenticationUserAsync() is null ? Then(AccountLinks.SignIn) : Page();
    }

    public async Task<IActionResult> OnPostAsync(string? to, bool start)
    {
        Bring(to);
        if (start) return Page();
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { Disabled: null } account) return Carry(AccountLinks.SignIn);
        if (!Errors.Requires(Code, nameof(Code), "Write the code.")) return Mend();
        var code = new string([.. Code.Where(char.IsAsciiLetterOrDigit)]);
        HttpContext.Features.Set(Proof.PasswordAndCode);
        if (code.Length == 6 ? await ByCode(account, code) : await ByRecovery(Code.Trim())) return GoOn();
        Errors.Add(nameof(Code), "This code is not right, or it was used already. Wait for the next one, and try again.");
        return Mend();
    }

    // Each code counts once: whoever looks over a shoulder cannot use it again.
    private async Task<bool> ByCode(Account account, string code)
    {
        if (await UsedCodes.Holds(people, account, code)) return false;
        if (!(await signIn.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false)).Succeeded) return false;
        await UsedCodes.Remember(people, account, code);
        return true;
    }

    private async Task<bool> ByRecovery(string code) => (await signIn.TwoFactorRecoveryCodeSignInAsync(code)).Succeeded;
}
