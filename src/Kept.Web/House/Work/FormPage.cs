using Kept.Core.Accounts;
using Kept.Core.Foundation;
using Kept.Design.Forms;
using Kept.Web.House.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kept.Web.House.Work;

/// <summary>A page behind the door with a form on it: what was wrong stands by the fields, and what was typed stays in them.</summary>
public abstract class FormPage : PageModel
{
    public Errors Errors { get; } = new();

    /// <summary>What the record says now: pages of work name commitments and bodies by it.</summary>
    public Reading Reading => HttpContext.Reading();

    /// <summary>A field of this form, with what was wrong with it.</summary>
    public Question Ask(string name, string label, string? hint = null, bool optional = false) =>
        new(name, label) { Hint = hint, Error = Errors.Of(name), Optional = optional };

    /// <summary>The page again, with what has to be mended.</summary>
    protected IActionResult Mend(int status = StatusCodes.Status422UnprocessableEntity)
    {
        Response.StatusCode = status;
        return Page();
    }

    /// <summary>The page again, with why nothing was done.</summary>
    protected IActionResult Mend(IEnumerable<Refusal> refusals)
    {
        foreach (var refusal in refusals) Errors.Add("", refusal.ToString());
        return Mend();
    }

    /// <summary>After a form was taken: another page, which can be loaded again without sending it twice.</summary>
    protected IActionResult Then(string path)
    {
        Response.Headers.Location = path;
        return new StatusCodeResult(StatusCodes.Status303SeeOther);
    }
}

/// <summary>A page for somebody who is signed in.</summary>
public abstract class WorkPage : FormPage
{
    public Person Me => HttpContext.SignedIn()!.Person;
}
