using Kept.Web.House.Work;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kept.Web.Features.Accounts;

/// <summary>The addresses of accounts.</summary>
public static class AccountLinks
{
    public const string SignIn = WorkDoor.SignInPage;
    public const string Code = "/account/sign-in/code";
    public const string Own = "/account";
    public const string Work = "/work";
    public const string People = "/work/people";

    public static string Person(string id) => $"{People}/{id}";

    public static string Invitation(string word) => $"/account/invitation/{word}";

    /// <summary>Where to go after signing in: only within this site.</summary>
    public static string Safe(string? to) => to is { Length: > 1 } && RedirectHttpResult.IsLocalUrl(to) && !to.StartsWith(SignIn, StringComparison.Ordinal) ? to : Work;
}
