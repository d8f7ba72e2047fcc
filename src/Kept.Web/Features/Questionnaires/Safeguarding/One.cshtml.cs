using Kept.Core.Accounts;
using Kept.Core.Feedback.Files;
using Kept.Core.Questionnaires;
using Kept.Core.Workroom;
using Kept.Web.Features.Questionnaires.Replies;
using Kept.Web.House;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Questionnaires.Safeguarding;

/// <summary>One reply that may say that somebody is at risk. What was written is shown only to who asks for it, and each look is recorded.</summary>
[Needs(Power.Safeguard)]
public sealed class OneModel(WorkroomDatabase workroom, TimeProvider clock) : WorkPage
{
    public Reply Reply { get; private set; } = null!;

    public Form Form { get; private set; } = null!;

    public IReadOnlyList<SafeguardingStep> Steps { get; private set; } = [];

    public IReadOnlyList<Attachment> Files { get; private set; } = [];

    private Dictionary<string, string> Names { get; set; } = [];

    /// <summary>What its body added when it was asked something; null where it added nothing.</summary>
    public string? Added { get; private set; }

    /// <summary>Whether the text is shown: after this look, never before one.</summary>
    public bool IsOpened { get; private set; }

    public IReadOnlyList<(FormQuestion Question, Given Given)> Answers => SendReply.Counted(Reply, Form);

    public DateTimeOffset Due => WorkingDay.After(Reply.Sent!.Value);

    public SafeguardingStep? Decision => Core.Questionnaires.Safeguard.DecisionOf(Steps);

    /// <summary>Whether this person is asked to agree that nobody is at risk.</summary>
    public bool MayConfirm => Reply.IsSafeguarded && Decision is { Decision: SafeguardingDecision.None } none && none.By != Me.Id;

    [BindProperty]
    public SafeguardingDecision? Decide { get; set; }

    [BindProperty]
    public HandedTo? To { get; set; }

    [BindProperty]
    public ErasedBecause? Because { get; set; }

    /// <summary>Whether the second press was made.</summary>
    [BindProperty]
    public bool Sure { get; set; }

    /// <summary>Whether the page asks once more before anything is erased.</summary>
    public bool AsksIfSure { get; private set; }

    public string NameOf(string account) => Names.GetValueOrDefault(account, "somebody");

    public async Task<IActionResult> OnGetAsync(string reference) => await Load(reference) ? Page() : Nowhere();

    public async Task<IActionResult> OnPostLookAsync(string reference)
    {
        if (!await Load(reference) || Reply.Erased is not null) return Nowhere();
        await workroom.Write(async w =>
        {
            w.SafeguardingSteps.Add(Core.Questionnaires.Safeguard.Look(Reply, Me.Id, clock.GetUtcNow()));
            // Its sender sees the same line as every other, and not who read it.
            if (FollowReply.Read(Reply, await w.ReplySteps.Where(s => s.ReplyId == Reply.Id).AsNoTracking().ToListAsync(), Me.Id, clock.GetUtcNow()) is { } read) w.ReplySteps.Add(read);
            await ReplyQueue.Read(w, Reply, Me.Id, clock.GetUtcNow());
        });
        await Load(reference);
        IsOpened = true;
        return Page();
    }

    public Task<IActionResult> OnPostDecideAsync(string reference) => Do(reference, nameof(Decide), (reply, steps) => Core.Questionnaires.Safeguard.Decide(reply, steps, Decide, Me.Id, clock.GetUtcNow()));

    public Task<IActionResult> OnPostHandOverAsync(string reference) => Do(reference, nameof(To), (reply, _) => Core.Questionnaires.Safeguard.HandOver(reply, To, Me.Id, clock.GetUtcNow()));

    public Task<IActionResult> OnPostConfirmAsync(string reference) => Do(reference, "", (reply, steps) => Core.Questionnaires.Safeguard.Confirm(reply, steps, Me.Id, clock.GetUtcNow()));

    /// <summary>One file, for who has opened what was written.</summary>
    public async Task<IActionResult> OnGetFileAsync(string reference, string? file) =>
        await Load(reference) && Steps.Any(s => s.Deed == SafeguardingDeed.Looked && s.By == Me.Id) ? await ReplyFiles.Download(workroom, Files, file) : Nowhere();

    /// <summary>Erases the words, at the second press.</summary>
    public async Task<IActionResult> OnPostEraseAsync(string reference)
    {
        if (Sure) return await Do(reference, nameof(Because), (reply, steps) => Core.Questionnaires.Safeguard.Erase(reply, steps, Because, Me.Id, clock.GetUtcNow()));
        if (!await Load(reference)) return Nowhere();
        // What stands against it is said before anybody is asked whether they are sure; this reply is nobody's to save.
        if (Core.Questionnaires.Safeguard.Erase(Reply, Steps, Because, Me.Id, clock.GetUtcNow()).Why is { } why) Errors.Add(nameof(Because), why);
        else await Load(reference);
        AsksIfSure = !Errors.Any;
        return Errors.Any ? Mend() : Page();
    }

    private async Task<IActionResult> Do(string reference, string field, Func<Reply, IReadOnlyList<SafeguardingStep>, (SafeguardingStep? Step, string? Why)> verb)
    {
        if (!await Load(reference)) return Nowhere();
        string? refused = null;
        await workroom.WriteAgain(async w =>
        {
            var reply = await w.Replies.FirstAsync(r => r.Id == Reply.Id);
            var (step, why) = verb(reply, await w.SafeguardingSteps.Where(s => s.ReplyId == reply.Id).AsNoTracking().ToListAsync());
            refused = why;
            if (step is null) return;
            w.SafeguardingSteps.Add(step);
            // Where nobody is at risk it goes the way of every other.
            if (step.Deed == SafeguardingDeed.Erased) await ReplyQueue.Erase(w, reply);
            if (step.Deed == SafeguardingDeed.Confirmed) await ReplyQueue.Enter(w, reply, Form, new(null), Reading.View, clock.GetUtcNow());
        });
        if (refused is null) return Then(QuestionnaireLinks.AtRisk(reference));
        Errors.Add(field, refused);
        return Mend();
    }

    private static ProblemResult Nowhere() => new(Problem.NoSuchPage());

    private async Task<bool> Load(string reference)
    {
        if (await workroom.Read(w => w.Replies.FirstOrDefaultAsync(r => r.Reference == reference && (r.AtRisk || r.HasRiskWords) && r.Sent != null)) is not { } reply) return false;
        Reply = reply;
        Form = (await workroom.Read(w => w.FormVersions.FirstAsync(v => v.QuestionnaireId == reply.QuestionnaireId && v.Number == reply.Version))).Form;
        Files = await ReplyFiles.Of(workroom, reply);
        var queued = await workroom.Read(w => w.Contributions.Where(c => c.FormKey == reply.Id).Select(c => c.Told).FirstOrDefaultAsync());
        Added = queued?.Words is { } words && ReplyInQueue.WordsOf(Answers, Reading.View) is var answers && words != answers ? words.StartsWith(answers, StringComparison.Ordinal) ? words[answers.Length..].Trim() : words : null;
        Steps = await workroom.Read(w => w.SafeguardingSteps.Where(s => s.ReplyId == reply.Id).OrderBy(s => s.Id).ToListAsync());
        var ids = Steps.Select(s => s.By).Distinct(StringComparer.Ordinal).ToList();
        Names = await workroom.Read(w => w.Users.Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, StringComparer.Ordinal));
        return true;
    }
}
