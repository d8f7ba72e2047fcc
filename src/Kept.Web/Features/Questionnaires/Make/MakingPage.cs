using Kept.Core.Accounts;
using Kept.Core.Foundation;
using Kept.Core.Questionnaires;
using Kept.Core.Workroom;
using Kept.Web.House;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Questionnaires.Make;

/// <summary>A page where staff make one questionnaire. Nobody writes over what they have not seen.</summary>
[Needs(Power.MakeQuestionnaires)]
public abstract class MakingPage(WorkroomDatabase workroom) : WorkPage
{
    protected WorkroomDatabase Workroom => workroom;

    public Standing Standing { get; private set; } = null!;

    public Questionnaire Questionnaire => Standing.Questionnaire;

    public Form Form => Standing.Form;

    /// <summary>What the questionnaire stood at when this page was opened.</summary>
    [BindProperty]
    public int Revision { get; set; }

    /// <summary>Whether somebody else changed it while this form was open.</summary>
    public bool IsStale { get; private set; }

    public static IActionResult Nowhere() => new ProblemResult(Problem.NoSuchPage());

    protected async Task<bool> Find(string id)
    {
        if (await Standing.Find(workroom, id) is not { } standing) return false;
        Standing = standing;
        if (!HttpMethods.IsPost(Request.Method)) Revision = standing.Questionnaire.Revision;
        return true;
    }

    /// <summary>Changes the form; otherwise says why not, and the page shows what stands now beside what was written.</summary>
    protected Task<bool> Save(Func<Form, Form> edit) => Write((standing, _) => Task.FromResult(standing.Questionnaire.Change(standing.Version?.Form, Revision, edit)));

    /// <summary>Any other change of the questionnaire.</summary>
    protected async Task<bool> Write(Func<Standing, WorkroomContext, Task<Refusal?>> change)
    {
        Refusal? refusal = null;
        try
        {
            await workroom.Write(async w => refusal = await change((await Standing.Find(w, Questionnaire.Id))!, w));
        }
        catch (DbUpdateConcurrencyException)
        {
            refusal = new("Somebody changed this questionnaire at the same moment.", "Nothing was saved yet; what you wrote still stands here.", "Look at what stands now, then save again.");
        }
        Standing = (await Standing.Find(workroom, Questionnaire.Id))!;
        if (refusal is null) return true;
        IsStale = Revision != Questionnaire.Revision;
        Revision = Questionnaire.Revision;
        ModelState.Remove(nameof(Revision));
        Errors.Add("", refusal.ToString());
        return false;
    }

    /// <summary>The page with what has to be mended; 409 where somebody else was first.</summary>
    protected IActionResult Wrong()
    {
        var page = Mend();
        if (IsStale) Response.StatusCode = StatusCodes.Status409Conflict;
        return page;
    }
}
