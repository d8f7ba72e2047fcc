using Kept.Core.Accounts;
using Kept.Core.Feedback.Files;
using Kept.Core.Foundation;
using Kept.Core.Organisations;
using Kept.Core.Questionnaires;
using Kept.Core.Workroom;
using Kept.Web.Features.Feedback.Sent;
using Kept.Web.Features.Questionnaires.Safeguarding;
using Kept.Web.House;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Questionnaires.Replies;

/// <summary>One reply with its questions, by the version it answered.</summary>
[Needs(Power.ReadContributions)]
public sealed class OneModel(WorkroomDatabase workroom, RiskLetters letters, SitePages pages, TimeProvider clock) : WorkPage
{
    public Reply Reply { get; private set; } = null!;

    public Form Form { get; private set; } = null!;

    public IReadOnlyList<(FormQuestion Question, Given Given)> Answers { get; private set; } = [];

    public IReadOnlyList<Attachment> Files { get; private set; } = [];

    /// <summary>The contribution it became; null where it goes to no queue.</summary>
    public string? Queued { get; private set; }

    /// <summary>What became of it, beside what became of its contribution.</summary>
    public IReadOnlyList<ReplyStep> Steps { get; private set; } = [];

    [BindProperty]
    public string? UsedAddress { get; set; }

    public bool IsRead => Steps.Any(s => s.What == ReplyDeed.Read);

    /// <summary>In what it was used before its sender took back what they had agreed to.</summary>
    public IReadOnlyList<ReplyStep> UsedBefore => FollowReply.MayBeUsed(Reply, Form) ? [] : [.. Steps.Where(s => s.What == ReplyDeed.Used)];

    public DateOnly SentOn => LondonClock.DayOf(Reply.Sent!.Value);

    public string From => Reply.Body is { } body ? Reading.View.Find<Organisation>(body)?.Body.Name ?? body : Reply.InvitedName ?? "Not said";

    public async Task<IActionResult> OnGetAsync(string id, string reference) => await Open(id, reference) ? Page() : new ProblemResult(Problem.NoSuchPage());

    public async Task<IActionResult> OnGetFileAsync(string id, string reference, string? file) =>
        await Open(id, reference) ? await ReplyFiles.Download(workroom, Files, file) : new ProblemResult(Problem.NoSuchPage());

    /// <summary>Says in what it was used, for whoever sent it.</summary>
    public Task<IActionResult> OnPostUsedAsync(string id, string reference) =>
        Follow(id, reference, reply => FollowReply.Used(reply, Form, UsedAddress, a => pages.Has(Reading.View, a), Me, clock.GetUtcNow()));

    /// <summary>Says that it is read: its sender sees the day.</summary>
    public Task<IActionResult> OnPostReadAsync(string id, string reference) => Follow(id, reference, _ => (null, null));

    // Whatever is done first also says that it was read. What its sender agrees to is looked at in the change itself.
    private async Task<IActionResult> Follow(string id, string reference, Func<Reply, (ReplyStep? Step, Refusal? Why)> what)
    {
        if (!await Open(id, reference) || Queued is not null) return new ProblemResult(Problem.NoSuchPage());
        Refusal? refused = null;
        await workroom.WriteAgain(async w =>
        {
            var reply = await w.Replies.FirstAsync(r => r.Id == Reply.Id);
            (var step, refused) = what(reply);
            if (refused is not null) return;
            await NoteRead(w, reply);
            if (step is not null) w.ReplySteps.Add(step);
            // Two who press at once say it once.
            reply.Revision++;
        });
        if (refused is null) return Then(QuestionnaireLinks.Reply(id, reference));
        Errors.Add(nameof(UsedAddress), refused.ToString());
        await Open(id, reference);
        return Mend();
    }

    private async Task NoteRead(WorkroomContext w, Reply reply)
    {
        if (FollowReply.Read(reply, await w.ReplySteps.Where(s => s.ReplyId == reply.Id).AsNoTracking().ToListAsync(), Me.Id, clock.GetUtcNow()) is { } step) w.ReplySteps.Add(step);
    }

    /// <summary>Passes it on to those who safeguard: from then on it is theirs alone.</summary>
    public async Task<IActionResult> OnPostPassAsync(string id, string reference)
    {
        if (!await Open(id, reference)) return new ProblemResult(Problem.NoSuchPage());
        await workroom.WriteAgain(async w =>
        {
            var reply = await w.Replies.FirstAsync(r => r.Id == Reply.Id);
            if (Core.Questionnaires.Safeguard.PassOn(reply, Me.Id, clock.GetUtcNow()) is not { } step) return;
            w.SafeguardingSteps.Add(step);
            if (Queued is null) await NoteRead(w, reply);
            await ReplyQueue.TakeOut(w, reply);
            await letters.Add(w, reply, Request, clock.GetUtcNow());
        });
        return Then(QuestionnaireLinks.Replies(id));
    }

    private async Task<bool> Open(string id, string reference)
    {
        if (await workroom.Read(w => w.Replies.FirstOrDefaultAsync(r => r.QuestionnaireId == id && r.Reference == reference && r.Sent != null && !r.IsSafeguarded)) is not { } reply) return false;
        Reply = reply;
        Form = (await workroom.Read(w => w.FormVersions.FirstAsync(v => v.QuestionnaireId == id && v.Number == reply.Version))).Form;
        Answers = SendReply.Counted(reply, Form);
        Files = await ReplyFiles.Of(workroom, reply);
        Queued = await ReplyQueue.IdOf(workroom, reply, Form);
        Steps = await workroom.Read(w => w.ReplySteps.Where(s => s.ReplyId == reply.Id).OrderBy(s => s.At).ThenBy(s => s.Id).ToListAsync());
        return true;
    }
}
