using Kept.Core.Accounts;
using Kept.Core.Foundation;
using Kept.Core.Questionnaires;
using Kept.Core.Workroom;
using Kept.Web.Features.Notices;
using Kept.Web.Features.Questionnaires.Safeguarding;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Questionnaires.Answering;

/// <summary>All answers before they are sent. Sending counts once, however often it is pressed.</summary>
public sealed class CheckModel(WorkroomDatabase workroom, FormToken tokens, TimeProvider clock, RiskLetters letters, Mail mail) : ReplyPage(workroom, tokens, clock)
{
    /// <summary>Whether it can be sent as it stands.</summary>
    public bool CanSend => Reply.AtRisk || (!IsClosed && Walked.IsWhole);

    /// <summary>Whether somebody who acts for the body is here, and can be told when it moves.</summary>
    public bool Tells => mail.IsThere && Reply.Body is { } body && Me?.May(Power.WriteForBody, body) == true;

    [BindProperty]
    public bool TellMe { get; set; }

    /// <summary>What may be done with what was written, beside the team's reading it: asked of everybody who says no name, and ticked by nobody but them.</summary>
    [BindProperty]
    public bool MayBeUsed { get; set; }

    [BindProperty]
    public bool MayBePublished { get; set; }

    public async Task<IActionResult> OnGetAsync(string questionnaire, string word)
    {
        if (await Open(questionnaire, word) is { } instead) return instead;
        if (Reply.Sent is not null) return Then(At("sent"));
        if (Reply.Version is null) return Then(Resume);
        return CanSend ? Page() : Then(IsClosed ? Resume : GoesOn);
    }

    public async Task<IActionResult> OnPostAsync(string questionnaire, string word)
    {
        if (await Open(questionnaire, word) is { } instead) return instead;
        if (!IsOurs()) return Again();
        Refusal? refused = null;
        await Change(async (reply, q, w) =>
        {
            if (reply.Sent is not null) return;
            SaveAnswer.Agree(reply, Form, MayBeUsed, MayBePublished);
            refused = SendReply.Send(reply, Form, q, Reading.View, Today, Now).Why;
            await ReplyQueue.Enter(w, reply, Form, new(reply.Body is { } body && Me?.May(Power.WriteForBody, body) == true ? Me.Id : null, TellMe && Tells), Reading.View, Now);
            await letters.Add(w, reply, Request, Now);
        });
        return refused is null ? Then(At("sent")) : Mend([refused]);
    }
}
