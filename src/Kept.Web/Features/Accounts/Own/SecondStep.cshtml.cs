using Kept.Core.Accounts;
using Kept.Core.Workroom;
using Kept.Web.Features.Accounts.SignIn;
using Kept.Web.House.SignIn;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Accounts.Own;

/// <summary>Where an authenticator, or the first passkey, is set up: until then a password alone opens nothing else.</summary>
[OwnAccount(EvenHalf = true)]
public sealed class SecondStepModel(UserManager<Account> people, SignInManager<Account> signIn, WorkroomDatabase workroom) : WorkPage
{
    private const int RecoveryCodes = 8;
    private Account _account = null!;

    /// <summary>The authenticator's key in groups of four letters, to type.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The same as an address that an app on this phone opens.</summary>
    public string Address { get; private set; } = "";

    public IReadOnlyList<string> Recovery { get; private set; } = [];

    /// <summary>Whether one is set up already: then its key is not shown again to whoever sits at the desk.</summary>
    public bool IsSetUp => _account.TwoFactorEnabled;

    public async Task OnGetAsync() => await Load();

    public async Task<IActionResult> OnPostAsync(string? code)
    {
        await Load();
        if (IsSetUp) return Page();
        var digits = new string([.. (code ?? "").Where(char.IsAsciiDigit)]);
        if (!await people.VerifyTwoFactorTokenAsync(_account, people.Options.Tokens.AuthenticatorTokenProvider, digits))
        {
            Errors.Add("Code", "This code is not right. Check that the phone's clock is, and write the next one it shows.");
            return Mend();
        }
        await people.SetTwoFactorEnabledAsync(_account, true);
        await UsedCodes.Remember(people, _account, digits);
        Recovery = [.. await people.GenerateNewTwoFactorRecoveryCodesAsync(_account, RecoveryCodes) ?? []];
        await BeWhole(Proof.PasswordAndCode);
        return Page();
    }

    /// <summary>What the browser asks its passkeys to make.</summary>
    public async Task<IActionResult> OnPostOptionsAsync()
    {
        await Load();
        return Content(await signIn.MakePasskeyCreationOptionsAsync(new() { Id = _account.Id, Name = _account.Email ?? "", DisplayName = _account.Name }), "application/json");
    }

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential)
    {
        await Load();
        var made = string.IsNullOrEmpty(credential) ? null : await signIn.PerformPasskeyAttestationAsync(credential);
        if (made is not { Succeeded: true })
        {
            Errors.Add("", "The passkey was not taken. Nothing was changed; try again, or set up an authenticator.");
            return Mend();
        }
        made.Passkey.Name = Device.Of(Request.Headers.UserAgent.ToString());
        await people.AddOrUpdatePasskeyAsync(_account, made.Passkey);
        await BeWhole(Proof.Passkey);
        return Then(AccountLinks.Work);
    }

    private async Task Load()
    {
        _account = await people.FindByIdAsync(Me.Id) ?? throw new InvalidOperationException("The account that is signed in is gone.");
        if (IsSetUp) return;
        var key = await people.GetAuthenticatorKeyAsync(_account);
        if (key is null)
        {
            await people.ResetAuthenticatorKeyAsync(_account);
            key = await people.GetAuthenticatorKeyAsync(_account);
        }
        Key = string.Join(' ', key!.Chunk(4).Select(c => new string(c))).ToLowerInvariant();
        Address = $"otpauth://totp/Kept:{Uri.EscapeDataString(_account.Email ?? _account.Name)}?secret={key}&issuer=Kept&digits=6";
    }

    // This session has now proved both halves.
    private Task BeWhole(Proof proof)
    {
        var id = HttpContext.SignedIn()!.Session;
        return workroom.Write(w => w.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Proof, proof.Words)));
    }
}
