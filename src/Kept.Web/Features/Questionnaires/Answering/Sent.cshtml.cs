using Kept.Core.Workroom;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Questionnaires.Answering;

/// <summary>What was sent: its reference, and what happens next.</summary>
public sealed class SentModel(WorkroomDatabase workroom, FormTokens tokens, TimeProvider clock) : ReplyPage(workroom, tokens, clock)
{
    public async Task<IActionResult> OnGetAsync(string questionnaire, string word) =>
        await Open(questionnaire, word) ?? (Reply.Sent is null ? Then(Resume) : Page());
}
