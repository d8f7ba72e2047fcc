using Kept.Core.Accounts;
using Kept.Core.Workroom;
using Kept.Web.House.SignIn;

namespace Kept.Web.House.Work;

/// <summary>
/// Stands before every page below /work and /account: shut unless the page says whom it is for. Who is not signed in is asked
/// to sign in, with what they typed kept; who may not see a page is told what everybody is told of a page that does not exist.
/// Pages below /answer are for everybody, with an account or without: nobody keeps or finds them.
/// </summary>
public sealed class WorkDoor(RequestDelegate next, WorkroomDatabase? workroom = null)
{
    public const string SignInPage = "/account/sign-in";
    public const string SecondStep = "/account/second-step";

    public static bool IsBehind(PathString path) => path.StartsWithSegments("/work", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/account", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a page is one where questionnaires are answered.</summary>
    public static bool IsAnswer(PathString path) => path.StartsWithSegments("/answer", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether forms are taken there.</summary>
    public static bool TakesForms(PathString path) => IsBehind(path) || IsAnswer(path);

    public async Task InvokeAsync(HttpContext http)
    {
        if (!TakesForms(http.Request.Path))
        {
            await next(http);
            return;
        }
        if (IsAnswer(http.Request.Path)) http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        // Nobody else keeps what is shown here, not even the browser's way back.
        http.Response.Headers.CacheControl = "no-store";
        if (workroom is not null) await workroom.Ready();
        await (workroom is null ? NoSuchPage(http) : Decide(http));
    }

    private Task Decide(HttpContext http)
    {
        var metadata = http.GetEndpoint()?.Metadata;
        if (metadata?.GetMetadata<OpenToAllAttribute>() is not null) return next(http);
        var (own, needs) = (metadata?.GetMetadata<OwnAccountAttribute>(), metadata?.GetMetadata<NeedsAttribute>());
        if (own is null && needs is null) return NoSuchPage(http);
        if (http.SignedIn() is not { } signed) return TypedText.AskToSignIn(http);
        if (signed.IsHalf && own is not { EvenHalf: true }) return GoTo(http, SecondStep);
        return needs is null || May(signed.Person, needs, http) ? next(http) : NoSuchPage(http);
    }

    private static bool May(Person person, NeedsAttribute needs, HttpContext http) =>
        needs.Body is { } part ? http.GetRouteValue(part) is string body && person.May(needs.Power, body) : person.May(needs.Power);

    private static Task NoSuchPage(HttpContext http) => new ProblemResult(Problem.NoSuchPage()).ExecuteAsync(http);

    private static Task GoTo(HttpContext http, string path)
    {
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = path;
        return Task.CompletedTask;
    }
}
