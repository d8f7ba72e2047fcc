using Kept.Core.Accounts;
using Kept.Core.Feedback;
using Kept.Core.Foundation;
using Kept.Core.Programme;
using Kept.Core.Questionnaires;
using Kept.Core.Records;
using Kept.Core.Workroom;
using Kept.Design.Forms;
using Kept.Web.Features.Feedback.Sent;
using Kept.Web.Features.Feedback.Writing;
using Kept.Web.House;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Feedback.Queue;

/// <summary>
/// One contribution before an editor: what was sent beside what the record says, what may tell who somebody is, and the ways to
/// decide. What is accepted is published at once, in the editor's words where they change them.
/// </summary>
[Needs(Power.ReadContributions)]
public sealed class DecideModel(WorkroomDatabase workroom, Register register, TimeProvider clock, KeptSettings settings, SitePages pages) : FeedbackPage(workroom, register, clock)
{
    public Contribution Contribution { get; private set; } = null!;

    public int Files { get; private set; }

    /// <summary>The reply to a questionnaire it came from; null for everything else, and once that was erased.</summary>
    public Reply? Reply { get; private set; }

    /// <summary>The form it answered; null with the reply.</summary>
    public Form? Form { get; private set; }

    /// <summary>Why nothing may be made of it any more, by what its sender agrees to now.</summary>
    public Refusal? NotAgreed => Reply is { } reply ? FollowReply.Objection(reply, Form!) : null;

    public int ReplyFiles { get; private set; }

    public RecordVersion? Standing { get; private set; }

    public IReadOnlyList<PointOut.Found> Pointed { get; private set; } = [];

    /// <summary>Others of the same body that wait, into which this one can go.</summary>
    public IReadOnlyList<Answer> Others { get; private set; } = [];

    /// <summary>Why the person who looks cannot decide on it; null when they can.</summary>
    public Refusal? Objection { get; private set; }

    /// <summary>What was typed into a form that is no longer there, because somebody else decided.</summary>
    public IReadOnlyList<string> Typed { get; private set; } = [];

    /// <summary>How many minutes a figure or a quotation waits after a yes; 0 for none.</summary>
    public int WaitMinutes => settings.WaitMinutes;

    public bool IsMine => Contribution.ClaimedBy == Me.Id && Contribution.ClaimedUntil > Now;

    [BindProperty]
    public ToldForm Told { get; set; } = new();

    [BindProperty]
    public int Seen { get; set; }

    [BindProperty]
    public int Expect { get; set; }

    [BindProperty]
    public bool ChangesStatus { get; set; }

    [BindProperty]
    public bool MovesDate { get; set; }

    [BindProperty]
    public bool Looked { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>What is said to the sender of answers that are counted and not published.</summary>
    [BindProperty]
    public string? NoteWords { get; set; }

    [BindProperty]
    public string? UsedAddress { get; set; }

    [BindProperty]
    public string? Into { get; set; }

    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public string? Field { get; set; }

    [BindProperty]
    public string? RightText { get; set; }

    [BindProperty]
    public string? WhyWrong { get; set; }

    [BindProperty]
    public bool Withholds { get; set; }

    public ToldFields Fields => new(this, Told, Contribution.Kind, Standing?.Body switch { Commitment c => c.Due, Milestone m => [m.Due], _ => null });

    public IReadOnlyList<(string Field, string Text)> Texts => Standing is { } standing ? CorrectRecord.TextsOf(standing) : [];

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (!await Find(id)) return NoSuch();
        if (!HttpMethods.IsPost(Request.Method)) Propose();
        return Page();
    }

    public async Task<IActionResult> OnPostAcceptAsync(string id)
    {
        if (!await Find(id)) return NoSuch();
        var decision = new PublishContribution.Decision(Told.Told(), ChangesStatus, MovesDate, Expect, Seen);
        var outcome = Contribution.Kind == ContributionKind.Correction
            ? CorrectRecord.Of(Contribution, new(Field, RightText, WhyWrong, Withholds, Expect, Seen), Register.Snapshot, Record, Me, Now)
            : PublishContribution.Of(Contribution, decision, Record, Me, Now);
        foreach (var (field, why) in outcome.Refusals) Errors.Add(field.Length == 0 || Contribution.Kind == ContributionKind.Correction ? field : "Told." + field, why);
        Pointed = PointOut.In(Told.Told());
        if (Pointed.Count > 0 && !Looked) Errors.Add("Looked", "Look at what is pointed out, take out what tells who somebody is, and say that you have looked.");
        if (Errors.Any || outcome.Change is null) return Contribution.Version == Seen ? Mend() : Late();
        if (Contribution.Kind != ContributionKind.Correction && settings.WaitMinutes > 0 && Claims.In(decision.Told) is not null) return await Wait(decision);
        if (await Register.AppendAsync(outcome.Change, outcome.Act!, outcome.Beside) is not Appended.Refused refused) return Then(FeedbackLinks.Decide(id));
        await Find(id);
        // Somebody published other words of the record meanwhile: both are shown, and nothing is written over.
        foreach (var why in refused.Why) Errors.Add("", why.ToString());
        return Late();
    }

    // What is hardest to take back has its time to be taken back.
    private async Task<IActionResult> Wait(PublishContribution.Decision decision)
    {
        var (id, hour) = (Contribution.Id, Now + TimeSpan.FromMinutes(settings.WaitMinutes));
        var refusal = await Change(id, (_, c) =>
        {
            var objection = Moderate.Objection(c, Me, Now);
            if (objection is null) PublishContribution.Hold(c, decision, Me, Now, hour);
            return objection;
        }, Seen);
        if (refusal is null) return Then(FeedbackLinks.Decide(id));
        await Find(id);
        Errors.Add("", refusal.ToString());
        return Late();
    }

    public Task<IActionResult> OnPostTakeBackAsync(string id) => Do(id, (_, c) => Moderate.TakeBack(c, Me, Now));

    // As it stands now, with the editor's own words still in the form; or beside it, where there is nothing to decide any more.
    private IActionResult Late()
    {
        (Seen, Expect) = (Contribution.Version, Standing?.Entry.Version ?? 0);
        var told = Told.Told();
        if (!Contribution.Waits || Objection is not null) Typed = [.. new[] { told.Words, told.WhyMoved, told.Promise, RightText, WhyWrong }.OfType<string>()];
        return Mend(StatusCodes.Status409Conflict);
    }

    public Task<IActionResult> OnPostClaimAsync(string id) => Do(id, (_, c) => Moderate.Claim(c, Me, Now));

    public Task<IActionResult> OnPostLetGoAsync(string id) => Do(id, (_, c) => Moderate.LetGo(c, Me));

    public Task<IActionResult> OnPostAskBackAsync(string id) => Do(id, (_, c) => Moderate.AskBack(c, Reason, Me, Now));

    public Task<IActionResult> OnPostRejectAsync(string id) => Do(id, (_, c) => Moderate.Reject(c, Reason, Me, Now));

    public Task<IActionResult> OnPostRouteAsync(string id) => Do(id, (_, c) => Moderate.Route(c, To, Record, Me, Now));

    public Task<IActionResult> OnPostTakeNoteAsync(string id) => Do(id, (w, c) => Moderate.TakeNote(c, MergedInto(w, c), NoteWords, Me, Now));

    public Task<IActionResult> OnPostUsedAsync(string id) => Do(id, (w, c) =>
        Agreed(w) ?? UsedIn.Note(c, MergedInto(w, c), UsedAddress, a => pages.Has(Record, a), Me, Now), nameof(UsedAddress));

    // Looked at in the change itself: it may have been taken back a moment ago.
    private Refusal? Agreed(WorkroomContext w) => Reply is { Id: var id } && w.Replies.AsNoTracking().FirstOrDefault(r => r.Id == id) is { } reply ? FollowReply.Objection(reply, Form!) : null;

    public Task<IActionResult> OnPostMergeAsync(string id) => Do(id, (w, c) =>
        w.Contributions.FirstOrDefault(o => o.Id == Into) is { } into ? Moderate.Merge(c, into, Me, Now) : new("Choose the other contribution."));

    private static List<Contribution> MergedInto(WorkroomContext w, Contribution into) => [.. w.Contributions.Where(c => c.MergedInto == into.Id)];

    private async Task<IActionResult> Do(string id, Func<WorkroomContext, Contribution, Refusal?> what, string field = "")
    {
        if (!await Find(id)) return NoSuch();
        if (await Change(id, what, Seen) is not { } refusal) return Then(FeedbackLinks.Decide(id));
        Errors.Add(field, refusal.ToString());
        await Find(id);
        Propose();
        if ((!Contribution.Waits || Objection is not null) && !string.IsNullOrWhiteSpace(Reason ?? NoteWords)) Typed = [(Reason ?? NoteWords)!];
        return Mend();
    }

    // What an editor would most likely do, to be changed by hand: an owner's word on the status and the date is taken over.
    private void Propose()
    {
        // Of answers an editor writes what readers are to see; nobody publishes them whole by a press.
        Told = Contribution.Kind == ContributionKind.Answers ? new() : ToldForm.Of(Contribution.Edited ?? Contribution.Told);
        (Seen, Expect) = (Contribution.Version, Standing?.Entry.Version ?? 0);
        var isOwner = Standing?.Body is Commitment commitment && commitment.Who.Contains(Contribution.Body, StringComparer.Ordinal);
        (ChangesStatus, MovesDate) = (isOwner && Contribution.Told.Status is not null, Contribution.Told.NewDate is not null && (isOwner || Standing?.Body is Milestone));
        if (Texts is [var first, ..]) (Field, RightText) = (first.Field, first.Text);
    }

    private async Task<bool> Find(string id)
    {
        if (await Workroom.Read(w => w.Contributions.Include(c => c.Steps.OrderBy(s => s.At).ThenBy(s => s.Id)).FirstOrDefaultAsync(c => c.Id == id)) is not { } found) return false;
        // Before it is sent, it is its body's own affair; and some of it is for those who safeguard.
        if (found.Sent is null || found.State == ContributionState.Safeguarded) return false;
        Contribution = found;
        Reply = found.Kind == ContributionKind.Answers ? await Workroom.Read(w => w.Replies.FirstOrDefaultAsync(r => r.Id == found.FormKey)) : null;
        Form = Reply is null ? null : (await Workroom.Read(w => w.FormVersions.FirstAsync(v => v.QuestionnaireId == Reply.QuestionnaireId && v.Number == Reply.Version))).Form;
        ReplyFiles = Reply is null ? 0 : await Workroom.Read(w => w.Attachments.CountAsync(a => a.ReplyId == Reply.Id));
        Files = await Workroom.Read(w => w.Attachments.CountAsync(a => a.ContributionId == id));
        Standing = found.About is { } about ? Record.InForce(RecordKey.Parse(about)) : null;
        Pointed = PointOut.In(found.Told);
        Objection = Moderate.Objection(found, Me, Now);
        Others = found.Waits ? await Waiting(found) : [];
        return true;
    }

    private async Task<IReadOnlyList<Answer>> Waiting(Contribution contribution) =>
        [new("", "Choose"), .. (await Workroom.Read(w => w.Contributions.Where(c => c.State == ContributionState.Received && c.Body == contribution.Body && c.Id != contribution.Id && c.Kind == contribution.Kind)
            .OrderBy(c => c.Sent).Take(50).Select(c => new { c.Id, c.Reference, c.Title }).ToListAsync())).Select(c => new Answer(c.Id, $"{c.Reference}: {c.Title}"))];
}
