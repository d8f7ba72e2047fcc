using Kept.Core.Foundation;
using Kept.Core.Notices;
using Kept.Core.Questionnaires;
using Kept.Core.Workroom;
using Kept.Web.Features.Notices;
using Kept.Web.House;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Questionnaires.Make;

/// <summary>Who was asked to answer, and whether they have.</summary>
public sealed class InvitedModel(WorkroomDatabase workroom, Mail mail, Letters letters, KeptSettings settings, TimeProvider clock) : MakingPage(workroom)
{
    public IReadOnlyList<Reply> Asked { get; private set; } = [];

    /// <summary>The link that was just made; it is shown only now.</summary>
    public string? Link { get; private set; }

    public bool IsMailed { get; private set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Body { get; set; }

    public async Task<IActionResult> OnGetAsync(string id) => await Load(id) ? Page() : Nowhere();

    public async Task<IActionResult> OnPostAsync(string id)
    {
        if (!await Load(id)) return Nowhere();
        var (reply, word, refusals) = InviteReply.Of(Questionnaire, Standing.Version?.Form ?? Form, new(Name, Email, Body), Reading.View, clock.GetUtcNow());
        foreach (var (field, why) in refusals) Errors.Add(field, why);
        if (reply is null) return Mend();
        var link = settings.Whole(Request, QuestionnaireLinks.Answer(id, word));
        var letter = mail.IsThere && reply.InvitedEmail is { } to ? await Letter(reply, to, link) : null;
        await Workroom.Write(w =>
        {
            w.Replies.Add(reply);
            if (letter is not null) w.Outbox.Add(letter);
            return Task.CompletedTask;
        });
        (Link, IsMailed, Name, Email, Body) = (link, letter is not null, null, null, null);
        await Load(id);
        return Page();
    }

    /// <summary>Takes back what nobody has begun yet: its link then opens nothing.</summary>
    public async Task<IActionResult> OnPostWithdrawAsync(string id, string? reply)
    {
        if (!await Load(id)) return Nowhere();
        await Workroom.Write(w => w.Replies.Where(r => r.QuestionnaireId == id && r.Id == reply && r.Version == null && r.InvitedName != null).ExecuteDeleteAsync());
        return Then(QuestionnaireLinks.Invited(id));
    }

    public string Say(Reply reply) => reply switch
    {
        { Sent: { } sent } => $"sent on {Dates.Long(LondonClock.DayOf(sent))}, reference {reply.Reference}",
        { Version: not null } => $"begun, kept until {Dates.Long(LondonClock.DayOf(reply.Ends))}",
        _ when reply.IsOpen(clock.GetUtcNow()) => $"not begun; the link works until {Dates.Long(LondonClock.DayOf(reply.Ends))}",
        _ => "never begun; the link has ended",
    };

    private Task<OutboxMessage> Letter(Reply reply, string to, string link)
    {
        var form = Standing.Version!.Form;
        return letters.Write(MailTexts.Questionnaire, new("questionnaire:" + reply.Id, to, NoticeKind.Account), clock.GetUtcNow(),
            ("name", reply.InvitedName!), ("programme", Frame.Programme(Reading)?.Title ?? "Kept"), ("title", form.Title), ("about", form.About), ("takes", form.Takes), ("readers", form.Readers),
            ("until", Dates.Long(LondonClock.DayOf(reply.Ends))), ("link", link));
    }

    private async Task<bool> Load(string id)
    {
        if (!await Find(id)) return false;
        Asked = await Workroom.Read(w => w.Replies.Where(r => r.QuestionnaireId == id && r.InvitedName != null).OrderByDescending(r => r.Made).Take(500).ToListAsync());
        return true;
    }
}
