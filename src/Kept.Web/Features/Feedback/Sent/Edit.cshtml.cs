using Kept.Core.Accounts;
using Kept.Core.Feedback;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Core.Workroom;
using Kept.Web.Features.Feedback.Writing;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Feedback.Sent;

/// <summary>Changes a draft, or answers what an editor asked.</summary>
[Needs(Power.WriteForBody)]
public sealed class EditModel(WorkroomDatabase workroom, Register register, TimeProvider clock, FormKeys keys) : FeedbackPage(workroom, register, clock)
{
    public Contribution Contribution { get; private set; } = null!;

    public string? Question { get; private set; }

    [BindProperty]
    public ToldForm Told { get; set; } = new();

    [BindProperty]
    public string? Key { get; set; }

    [BindProperty]
    public bool TellMe { get; set; }

    [BindProperty]
    public bool Draft { get; set; }

    /// <summary>The version its writer saw: a colleague may have changed it meanwhile.</summary>
    [BindProperty]
    public int Seen { get; set; }

    /// <summary>What stands there now, where it is not what the writer saw.</summary>
    public Told? Theirs { get; private set; }

    public ToldFields Fields => new(this, Told, Contribution.Kind, Subject is { } key ? Record.InForce(key)?.Body switch { Commitment c => c.Due, Milestone m => [m.Due], _ => null } : null);

    private bool IsAnswers => Contribution.Kind == ContributionKind.Answers;

    // What was answered stays; the editor's question and what is said to it now stand below.
    private Told Added() => Contribution.Told with { Words = string.Join("\n\n", new[] { Contribution.Told.Words, $"{Question}\n{Told.Told().Words}".Trim() }.Where(w => !string.IsNullOrWhiteSpace(w))) };

    private RecordKey? Subject => Contribution.About is { } about ? RecordKey.Parse(about) : null;

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (!await Find(id)) return NoSuch();
        if (!HttpMethods.IsPost(Request.Method)) (Told, TellMe, Seen, Key) = (IsAnswers ? new() : ToldForm.Of(Contribution.Told), Contribution.TellMe, Contribution.Version, keys.New());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id)
    {
        if (!await Find(id)) return NoSuch();
        if (Contribution.Version != Seen) return Stale();
        if (IsAnswers && !Errors.Requires(Told.Words, "Told.Words", "Write your answer.")) return Mend();
        var asked = new SendContribution.Asked("", Contribution.Body, Contribution.Kind, Contribution.About, null, IsAnswers ? Added() : Told.Told(), Draft && !IsAnswers, await Sending.HasApprover(Workroom, Contribution.Body, Record)) { TellMe = TellMe, Open = keys.Read(Key).Open };
        try
        {
            var (made, refusals) = await Sending.Again(Workroom, id, Seen, asked, Record, Me, Now);
            foreach (var (field, why) in refusals) Errors.Add(field.Length == 0 ? "" : "Told." + field, why);
            return made is null ? Mend() : Then(FeedbackLinks.Contribution(id));
        }
        catch (DbUpdateConcurrencyException)
        {
            return await Find(id) ? Stale() : NoSuch();
        }
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Stale()
    {
        Errors.Add("", "Somebody changed this while you were writing. Nothing of yours was saved yet, and nothing is lost: both texts are on this page. Put together what is to stand, then send it.");
        (Theirs, Seen) = (Contribution.Told, Contribution.Version);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<bool> Find(string id)
    {
        if (await Workroom.Read(w => w.Contributions.Include(c => c.Steps).FirstOrDefaultAsync(c => c.Id == id)) is not { } found || !Me.May(Power.WriteForBody, found.Body)) return false;
        Contribution = found;
        Question = found.State == ContributionState.AskedBack ? found.Steps.Where(s => s.What == StepKind.AskedBack).OrderBy(s => s.Id).LastOrDefault()?.Words : null;
        return found.IsOpenToItsBody || HttpMethods.IsPost(Request.Method);
    }
}
