using Kept.Core.Accounts;
using Kept.Core.Workroom;
using Kept.Web.Features.Feedback;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Questionnaires.Answering;

/// <summary>What was sent: its reference, what happens next, and where that can be seen.</summary>
public sealed class SentModel(WorkroomDatabase workroom, FormToken tokens, TimeProvider clock) : ReplyPage(workroom, tokens, clock)
{
    /// <summary>Where whoever is here sees what became of it: among what their body sent, or by its reference.</summary>
    public string Becomes { get; private set; } = FeedbackLinks.ByReference;

    public async Task<IActionResult> OnGetAsync(string questionnaire, string word)
    {
        if (await Open(questionnaire, word) is { } instead) return instead;
        if (Reply.Sent is null) return Then(Resume);
        if (Reply.Body is { } body && Me?.May(Power.SeeBody, body) == true && await ReplyQueue.IdOf(Workroom, Reply, Form) is { } id) Becomes = FeedbackLinks.Contribution(id);
        return Page();
    }
}
