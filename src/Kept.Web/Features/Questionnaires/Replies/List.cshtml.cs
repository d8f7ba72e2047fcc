using Kept.Core.Accounts;
using Kept.Core.Organisations;
using Kept.Core.Questionnaires;
using Kept.Core.Workroom;
using Kept.Design.Forms;
using Kept.Web.House;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Questionnaires.Replies;

/// <summary>What was answered to a questionnaire. What only those who safeguard may read is counted, and not shown.</summary>
[Needs(Power.ReadContributions)]
public sealed class ListModel(WorkroomDatabase workroom, TimeProvider clock) : WorkPage
{
    public const int Shown = 250;
    private const string Begun = "begun", Invited = "invited", Changed = "changed";

    public Questionnaire Questionnaire { get; private set; } = null!;

    public IReadOnlyList<Reply> Replies { get; private set; } = [];

    public int Total { get; private set; }

    public int Safeguarded { get; private set; }

    private IReadOnlyList<string> WithReplies { get; set; } = [];

    [BindProperty(SupportsGet = true)]
    public string? Body { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    public IEnumerable<Answer> Bodies => [new("", "All"), .. WithReplies.Select(b => new Answer(b, NameOf(b))).OrderBy(b => b.Words, StringComparer.OrdinalIgnoreCase)];

    public IEnumerable<Answer> States => [new("", "Sent"), .. IsAsked ? [new Answer(Changed, "Agreement changed since it was sent")] : Array.Empty<Answer>(), new(Begun, "Begun, not sent"), new(Invited, "Invited, not begun")];

    /// <summary>Whether its senders are asked what may be done with their replies.</summary>
    public bool IsAsked { get; private set; }

    public bool Makes => Me.May(Power.MakeQuestionnaires);

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (await Standing.Find(workroom, id) is not { } standing) return new ProblemResult(Problem.NoSuchPage());
        (Questionnaire, IsAsked) = (standing.Questionnaire, standing.Form.Audience == Audience.Anyone);
        var now = clock.GetUtcNow();
        await workroom.Read(async w =>
        {
            var all = w.Replies.Where(r => r.QuestionnaireId == id);
            Safeguarded = await all.CountAsync(r => r.Sent != null && r.IsSafeguarded);
            WithReplies = await all.Where(r => r.Body != null).Select(r => r.Body!).Distinct().ToListAsync();
            var some = State switch
            {
                // Of what was not sent nothing is shown but that it is there; of a form open to anyone not even when.
                Begun => all.Where(r => r.Sent == null && r.Version != null && r.Ends > now),
                Invited => all.Where(r => r.Sent == null && r.Version == null),
                Changed => all.Where(r => r.Agreed != null && !r.IsSafeguarded),
                _ => all.Where(r => r.Sent != null && !r.IsSafeguarded),
            };
            if (!string.IsNullOrEmpty(Body)) some = some.Where(r => r.Body == Body);
            Total = await some.CountAsync();
            Replies = await some.OrderByDescending(r => r.Sent).ThenByDescending(r => r.Saved).Take(Shown).ToListAsync();
            return 0;
        });
        return Page();
    }

    public string NameOf(string body) => Reading.View.Find<Organisation>(body)?.Body.Name ?? body;

    /// <summary>From whom it is, as far as that is known.</summary>
    public string From(Reply reply) => reply.Body is { } body ? NameOf(body) : reply.InvitedName ?? "Not said";
}
