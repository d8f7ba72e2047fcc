using Kept.Core.Foundation;
using Kept.Core.Questionnaires;
using Kept.Core.Workroom;
using Kept.Web.House;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Questionnaires.Answering;

/// <summary>A page of one reply, for whoever holds its word.</summary>
public abstract class ReplyPage(WorkroomDatabase workroom, FormToken tokens, TimeProvider clock) : AnswerPage(workroom, tokens, clock)
{
    public string Word { get; private set; } = "";

    public Reply Reply { get; private set; } = null!;

    protected override string Subject => Reply.Id;

    /// <summary>Whether it can be answered, and sent, at this moment.</summary>
    public bool IsClosed => Questionnaire.State != QuestionnaireState.Live;

    public Walked Walked => SendReply.Walk(Reply, Form, Reading.View, Today);

    /// <summary>Reads the reply of a word; or says what there is instead. One that ended and one that never was look alike.</summary>
    protected async Task<IActionResult?> Open(string questionnaire, string word)
    {
        var (id, now) = (RandomId.HashOf(word), Now);
        var reply = await Workroom.Read(w => w.Replies.FirstOrDefaultAsync(r => r.Id == id && r.QuestionnaireId == questionnaire));
        if (reply is null || !reply.IsOpen(now))
            return new ProblemResult(new(404, "This link is not in use",
                $"It may have been typed wrongly. Or its {Reply.Lasts.Days} days are over: then what was written with it is no longer kept, unless it was sent. What was sent has a reference and is not lost."));
        (Word, Reply) = (word, reply);
        Questionnaire = await Workroom.Read(w => w.Questionnaires.FirstAsync(q => q.Id == questionnaire));
        var version = reply.Version ?? Questionnaire.Version;
        Form = (await Workroom.Read(w => w.FormVersions.FirstAsync(v => v.QuestionnaireId == questionnaire && v.Number == version))).Form;
        return null;
    }

    /// <summary>Changes the reply as it stands in the database, whoever else is at it; the page then shows it so.</summary>
    protected async Task Change(Func<Reply, Questionnaire, WorkroomContext, Task> change) => await Workroom.WriteAgain(async w =>
    {
        var reply = await w.Replies.FirstAsync(r => r.Id == Reply.Id);
        await change(reply, await w.Questionnaires.AsNoTracking().FirstAsync(q => q.Id == reply.QuestionnaireId), w);
        Reply = reply;
    });

    /// <summary>The address of a step of this reply.</summary>
    public string At(Step step) => step.Question is { } question ? At(question.Id) : step.Exit is { } exit ? At(exit.Id) : At("check");

    public string At(string step) => QuestionnaireLinks.Step(Questionnaire.Id, Word, step);

    public string Resume => QuestionnaireLinks.Answer(Questionnaire.Id, Word);

    /// <summary>Where it goes on: the first question that stands open, the exit page, or the check.</summary>
    public string GoesOn => Walked is var walked && walked.Open is { } open ? At(open.Id) : walked.Exit is { } exit ? At(exit.Id) : At("check");
}
