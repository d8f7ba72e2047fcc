using Kept.Core.Foundation;
using Kept.Core.Questionnaires;
using Kept.Core.Workroom;
using Kept.Web.House;
using Kept.Web.House.SignIn;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Kept.Web.Features.Questionnaires.Answering;

/// <summary>A page where a questionnaire is answered: for everybody, without a cookie. Its title in the browser says nothing.</summary>
[OpenToAll, IgnoreAntiforgeryToken(Order = 1001)]
public abstract class AnswerPage(WorkroomDatabase workroom, FormToken tokens, TimeProvider clock) : FormPage
{
    public const string Title = "Questions";

    protected WorkroomDatabase Workroom => workroom;

    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => LondonClock.DayOf(Now);

    public Questionnaire Questionnaire { get; protected set; } = null!;

    /// <summary>The form it is answered by.</summary>
    public Form Form { get; protected set; } = null!;

    /// <summary>What a form of this page is signed for.</summary>
    protected abstract string Subject { get; }

    public string Token => tokens.For(Subject);

    /// <summary>Who is signed in, wholly; null for everybody else.</summary>
    public Core.Accounts.Person? Me => HttpContext.SignedIn() is { IsHalf: false } signed ? signed.Person : null;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        // A page that takes no form has nothing for one.
        if (context.HandlerMethod is null) context.Result = Nowhere();
    }

    public static IActionResult Nowhere() => new ProblemResult(Problem.NoSuchPage());

    /// <summary>Whether the form that was sent is one of ours; otherwise it comes back with everything in it.</summary>
    protected bool IsOurs()
    {
        if (tokens.Holds(Subject, Request.Form[FormToken.Field], howeverOld: true)) return true;
        Errors.Add("", "This page was open for a very long time, or did not come from here. Nothing was saved yet, and nothing you wrote is lost. Look at it once more, then press the button again.");
        return false;
    }

    protected IActionResult Again(int status = StatusCodes.Status400BadRequest)
    {
        Response.StatusCode = status;
        return Page();
    }
}
