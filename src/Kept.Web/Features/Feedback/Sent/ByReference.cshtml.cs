using Kept.Core.Questionnaires;
using Kept.Core.Workroom;
using Kept.Web.Features.Questionnaires;
using Kept.Web.House;
using Kept.Web.House.SignIn;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Feedback.Sent;

/// <summary>
/// What became of a contribution, for whoever has its reference: dates and links, and none of its words. Who was asked what may be done with
/// it changes that here.
/// </summary>
[OpenToAll]
[IgnoreAntiforgeryToken]
public sealed class ByReferenceModel(WorkroomDatabase workroom, ChangingAgreement changing, ReferenceTries tries, FormToken tokens, TimeProvider clock) : FormPage
{
    [BindProperty]
    public string? Reference { get; set; }

    [BindProperty]
    public bool MayBeUsed { get; set; }

    [BindProperty]
    public bool MayBePublished { get; set; }

    /// <summary>What stood when the form was drawn.</summary>
    [BindProperty]
    public long Seen { get; set; }

    /// <summary>Whether both are taken back, whatever is ticked.</summary>
    [BindProperty]
    public bool Neither { get; set; }

    public Receipt? Found { get; private set; }

    /// <summary>What was just done; null where nothing was asked for.</summary>
    public ChangingAgreement.Done? Done { get; private set; }

    /// <summary>Signs the forms: whoever asks has no cookie.</summary>
    public string Token => tokens.For(FeedbackLinks.ByReference);

    public void OnGet() { }

    // A reference in an address would stand in histories and logs: it is sent, and never linked.
    public async Task<IActionResult> OnPostAsync()
    {
        if (!IsOurs()) return Page();
        await Find();
        if (Found?.Reply is { } reply) Show(reply);
        return Errors.Any ? Mend() : Page();
    }

    /// <summary>Changes what may be done with it. Pressed twice it is done once.</summary>
    public async Task<IActionResult> OnPostAgreeAsync()
    {
        // What was ticked stands in the form once more.
        if (!IsOurs())
        {
            await Find();
            return Page();
        }
        if (await Find() is not { Reply: { } before, Form: { } form } found)
        {
            if (!Errors.Any) Errors.Add("", "Nothing was asked here that could be changed. Nothing was changed.");
            return Mend();
        }
        Done = await changing.Change(before.Id, form, new(MayBeUsed && !Neither, MayBePublished && !Neither, Seen), HttpContext.SignedIn()?.Person);
        Found = await Receipt.Of(workroom, found.Reference, Reading.View);
        if (Done.Why is { } why)
        {
            Errors.Add("", why.ToString());
            Seen = ChangeAgreement.StateOf(Found!.Reply!);
            return Mend();
        }
        Show(Found!.Reply!);
        return Page();
    }

    private bool IsOurs()
    {
        if (tokens.Holds(FeedbackLinks.ByReference, Request.Form[FormToken.Field])) return true;
        Errors.Add("", "This page was open for a long time. Nothing was lost: press the button once more.");
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return false;
    }

    private async Task<Receipt?> Find()
    {
        var typed = new string([.. (Reference ?? "").ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]);
        if (typed.Length != 8) Errors.Add("Reference", "Write the eight letters and digits, such as 7F3K-2Q9M.");
        else if (!tries.Take(clock.GetUtcNow())) Errors.Add("Reference", "Too many references were asked for just now. Wait a minute, then try again.");
        else
        {
            Found = await Receipt.Of(workroom, $"{typed[..4]}-{typed[4..]}", Reading.View);
            if (Found is null) Errors.Add("Reference", "Nothing was received under this reference. Look at it once more; 0 and O, 1 and I are easily taken for each other, and there is no O or I in ours.");
        }
        return Found;
    }

    private void Show(Reply reply) => (MayBeUsed, MayBePublished, Seen, Neither) = (reply.MayBeUsed, reply.MayBePublished, ChangeAgreement.StateOf(reply), false);
}
