using Kept.Web.House.Work;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Accounts.SignIn;

/// <summary>A page on the way in. It carries where the person was going, and what they had typed there, without keeping any of it.</summary>
public abstract class CarryingPage : FormPage
{
    public string To { get; private set; } = AccountLinks.Work;

    public TypedText Carried { get; private set; } = new("", []);

    protected void Bring(string? to)
    {
        To = AccountLinks.Safe(to);
        Carried = HttpMethods.IsPost(Request.Method) && Request.HasFormContentType ? TypedText.Carried(To, Request.Form) : new(To, []);
    }

    /// <summary>To where the person was going; with what they had typed there, if anything.</summary>
    protected IActionResult GoOn() => Carried.Fields.Count == 0 ? Then(To) : new Shown(this, "/House/Work/Again.cshtml");

    /// <summary>To the next step of signing in.</summary>
    protected IActionResult Carry(string next) =>
        Carried.Fields.Count == 0 ? Then($"{next}?to={Uri.EscapeDataString(To)}") : new Shown(this, "/Features/Accounts/SignIn/NextStep.cshtml");

    private sealed class Shown(CarryingPage page, string view) : IActionResult
    {
        public Task ExecuteResultAsync(ActionContext context) => TypedText.Show(
            context.HttpContext, view, page.Carried, StatusCodes.Status200OK, ("You are signed in again", "Nothing was sent yet. The form comes back with everything you wrote."));
    }
}
