using Kept.Core.Accounts;
using Kept.Core.Foundation;
using Kept.Core.Questionnaires;
using Kept.Core.Workroom;
using Kept.Design.Forms;
using Kept.Web.Features.Questionnaires.Safeguarding;
using Kept.Web.House;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Questionnaires.Replies;

/// <summary>Enters what came on paper, by telephone or by e-mail, all questions on one page as they stand on the paper.</summary>
[Needs(Power.RecordMeetings)]
public sealed class EnterModel(WorkroomDatabase workroom, RiskLetters letters, TimeProvider clock) : WorkPage
{
    public Questionnaire Questionnaire { get; private set; } = null!;

    public FormVersion Version { get; private set; } = null!;

    public Form Form => Version.Form;

    /// <summary>Made with the page, so that pressing twice enters it once.</summary>
    [BindProperty]
    public string Key { get; set; } = RandomId.Secret();

    [BindProperty]
    public Channel? Channel { get; set; }

    [BindProperty]
    public string? CameOn { get; set; }

    [BindProperty]
    public string? Body { get; set; }

    [BindProperty]
    public bool AtRisk { get; set; }

    [BindProperty]
    public bool MayBeUsed { get; set; }

    [BindProperty]
    public bool MayBePublished { get; set; }

    /// <summary>The reference of what was just entered.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Entered { get; set; }

    public static IEnumerable<Answer> Channels => Enum.GetValues<Channel>().Where(c => c != Core.Questionnaires.Channel.Web).Select(c => new Answer($"{c}", QuestionnaireWords.Of(c)));

    public Given Typed(FormQuestion question) => Request.HasFormContentType ? Given.Of(Request.Form[question.Id]) : new([]);

    public async Task<IActionResult> OnGetAsync(string id) => await Open(id) ? Page() : new ProblemResult(Problem.NoSuchPage());

    public async Task<IActionResult> OnPostAsync(string id)
    {
        if (!await Open(id)) return new ProblemResult(Problem.NoSuchPage());
        var answers = Form.Questions.ToDictionary(q => q.Id, Typed, StringComparer.Ordinal);
        var now = clock.GetUtcNow();
        var (reply, refusals) = EnterReply.Of(Questionnaire, Version, new(Key, Channel, CameOn, Body, answers, AtRisk) { MayBeUsed = MayBeUsed, MayBePublished = MayBePublished }, Me.Id, Reading.View, LondonClock.DayOf(now), now);
        foreach (var (field, why) in refusals) Errors.Add(field, why);
        if (reply is null) return Mend();
        var reference = reply.Reference;
        await workroom.WriteAgain(async w =>
        {
            // Pressed twice, or sent again after the line was cut: what stands is the answer.
            if (await w.Replies.Where(r => r.Id == reply.Id).Select(r => r.Reference).FirstOrDefaultAsync() is { } stands) reference = stands;
            else
            {
                w.Replies.Add(reply);
                await ReplyQueue.Enter(w, reply, Form, new(Me.Id), Reading.View, now);
                await letters.Add(w, reply, Request, now);
            }
        });
        return Then($"{QuestionnaireLinks.Enter(id)}?entered={reference}");
    }

    private async Task<bool> Open(string id)
    {
        if (await Standing.Find(workroom, id) is not { Version: { } version } standing) return false;
        (Questionnaire, Version) = (standing.Questionnaire, version);
        return true;
    }
}
