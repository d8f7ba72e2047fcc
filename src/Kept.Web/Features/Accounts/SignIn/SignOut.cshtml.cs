using Kept.Core.Accounts;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Accounts.SignIn;

[OwnAccount(EvenHalf = true)]
public sealed class SignOutModel(SignInManager<Account> signIn) : WorkPage
{
    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"cookies\", \"storage\"";
        return Then("/");
    }
}
