using Kept.Core.Foundation;
using Kept.Core.Questionnaires;
using Kept.Core.Workroom;
using Kept.Web.Features.Questionnaires.Safeguarding;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Questionnaires.Answering;

/// <summary>All answers before they are sent. Sending counts once, however often it is pressed.</summary>
public sealed class CheckModel(WorkroomDatabase workroom, FormTokens tokens, TimeProvider clock, RiskLetters letters) : ReplyPage(workroom, tokens, clock)
{
    /// <summary>Whether it can be sent as it stands.</summary>
    public bool CanSend => Reply.AtRisk || (!IsClosed && Walked.IsWhole);

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
            refused = SendReply.Send(reply, Form, q, Reading.View, Today, Now).Why;
            await letters.Add(w, reply, Request, Now);
        });
        return refused is null ? Then(At("sent")) : Mend([refused]);
    }
}
