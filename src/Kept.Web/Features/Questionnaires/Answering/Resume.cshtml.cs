using Kept.Core.Foundation;
using Kept.Core.Notices;
using Kept.Core.Questionnaires;
using Kept.Core.Workroom;
using Kept.Web.Features.Notices;
using Kept.Web.House;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Questionnaires.Answering;

/// <summary>Where a link leads: to go on with what was begun, or to begin what one was asked for.</summary>
public sealed class ResumeModel(WorkroomDatabase workroom, FormToken tokens, TimeProvider clock, Mail mail, Letters letters, KeptSettings settings) : ReplyPage(workroom, tokens, clock)
{
    private const int MostLetters = 3;

    /// <summary>Whether the link can be sent by e-mail: where it is asked for, and never from a form that is open to anyone.</summary>
    public bool Mails => mail.IsThere && Form.Audience != Audience.Anyone;

    public string WholeLink => settings.Whole(Request, Resume);

    public string? MailedTo { get; private set; }

    [BindProperty]
    public string? Email { get; set; }

    public async Task<IActionResult> OnGetAsync(string questionnaire, string word) =>
        await Open(questionnaire, word) ?? (Reply.Sent is null ? Page() : Then(At("sent")));

    public async Task<IActionResult> OnPostAsync(string questionnaire, string word)
    {
        if (await Open(questionnaire, word) is { } instead) return instead;
        if (!IsOurs()) return Again();
        string? why = null;
        await Change((reply, q, _) =>
        {
            why = BeginReply.Invited(reply, q, Now);
            return Task.CompletedTask;
        });
        if (why is null) return Then(GoesOn);
        Errors.Add("", why);
        return Mend();
    }

    public async Task<IActionResult> OnPostMailAsync(string questionnaire, string word)
    {
        if (await Open(questionnaire, word) is { } instead) return instead;
        if (!IsOurs()) return Again();
        if (!Mails || EmailAddress.Read(Email) is not { } to)
        {
            Errors.Add(nameof(Email), "Write a whole e-mail address, like name@example.org.");
            return Mend();
        }
        var about = $"answer-link:{Reply.Id}:";
        var key = about + RandomId.HashOf(to);
        var letter = await letters.Write(MailTexts.AnswerLink, new(key, to, NoticeKind.Confirmation), Now, ("until", Dates.Long(LondonClock.DayOf(Reply.Ends))), ("link", WholeLink));
        await Workroom.Write(async w =>
        {
            var sent = await w.Outbox.Where(m => m.Key.StartsWith(about)).Select(m => m.Key).ToListAsync();
            if (!sent.Contains(key, StringComparer.Ordinal) && sent.Count < MostLetters) w.Outbox.Add(letter);
        });
        (MailedTo, Email) = (to, null);
        return Page();
    }
}
