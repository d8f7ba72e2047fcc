using Kept.Core.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Kept.Web.Features.Accounts.SignIn;

/// <summary>The codes an account used lately. Several are right at the same moment, and each counts once.</summary>
public static class UsedCodes
{
    private const string Provider = "kept", Name = "used codes";

    // More than can be right within the minutes in which a code is taken.
    private const int Kept = 12;

    public static async Task<bool> Holds(UserManager<Account> people, Account account, string code) => (await Of(people, account)).Contains(code, StringComparer.Ordinal);

    public static async Task Remember(UserManager<Account> people, Account account, string code) =>
        await people.SetAuthenticationTokenAsync(account, Provider, Name, string.Join(' ', (await Of(people, account)).TakeLast(Kept - 1).Append(code)));

    private static async Task<string[]> Of(UserManager<Account> people, Account account) =>
        (await people.GetAuthenticationTokenAsync(account, Provider, Name))?.Split(' ') ?? [];
}
