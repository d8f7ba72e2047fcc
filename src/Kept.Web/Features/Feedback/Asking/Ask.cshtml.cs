using Kept.Core.Accounts;
using Kept.Core.Feedback;
using Kept.Core.Foundation;
using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Core.Workroom;
using Kept.Design.Forms;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Feedback.Asking;

/// <summary>Asks bodies, in the open, how something stands.</summary>
[Needs(Power.Moderate)]
public sealed class AskModel(WorkroomDatabase workroom, Register register, TimeProvider clock, FormKeys keys) : FeedbackPage(workroom, register, clock)
{
    [BindProperty(SupportsGet = true)]
    public string? About { get; set; }

    [BindProperty]
    public List<string> Whom { get; set; } = [];

    [BindProperty]
    public string? AnswerBy { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public string? Key { get; set; }

    public string? Title => RecordKey.TryParse(About, out var key) && Record.InForce(key)?.Body is not null ? RecordTitle.Of(Record, key) : null;

    /// <summary>What can be asked about.</summary>
    public IEnumerable<Answer> Subjects =>
        [new("", "Choose"), .. Record.All<Commitment>().Select(c => new Answer(c.Key.ToString(), "Commitment: " + c.Body.Text)), .. Record.All<PlanAction>().OrderBy(a => a.Body.Order).Select(a => new Answer(a.Key.ToString(), "Action: " + a.Body.Title))];

    /// <summary>Those who have a part in it; or everybody, where it names nobody.</summary>
    public IEnumerable<Answer> Candidates
    {
        get
        {
            var named = !RecordKey.TryParse(About, out var key) ? [] : Record.InForce(key)?.Body switch
            {
                Commitment c => c.Who.Concat(c.With).Concat(c.WhoInferred),
                PlanAction a => a.Leads.Select(l => l.Organisation),
                _ => [],
            };
            var parts = named.Distinct(StringComparer.Ordinal).Select(b => (Id: b, Members: Record.MembersOf(b))).ToList();
            return parts.Count == 0
                ? Record.All<Organisation>().OrderBy(o => o.Body.Name, StringComparer.OrdinalIgnoreCase).Select(o => new Answer(o.Id, o.Body.Name))
                : parts.Select(p => new Answer(p.Id, BodyName(p.Id), p.Members.Count > 1 ? $"All {p.Members.Count} of them are asked, and answer each for itself." : null));
        }
    }

    /// <summary>How many working days a body is given, unless the editor says otherwise.</summary>
    private const int Days = 20;

    public async Task<IActionResult> OnGetAsync()
    {
        if (About is not null && Title is null) return NoSuch();
        var holidays = (await Workroom.Read(w => w.Holidays.Where(h => h.TakenOut == null).ToListAsync())).ConvertAll(h => h.Days);
        Key ??= keys.New();
        AnswerBy ??= Dates.Long(WorkingDays.After(Today, Days, holidays));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var key = keys.Read(Key).Key;
        var (change, act, refusals) = AskBodies.Of(key, About, [.. Whom.Where(b => !string.IsNullOrEmpty(b))], AnswerBy, Why, Record, Me, Today);
        foreach (var (field, why) in refusals) Errors.Add(field == "Bodies" ? "Whom" : field, why);
        if (change is null) return Mend();
        var asks = (UpdateRequest)change.Writes[0].Body!;
        if (await Register.AppendAsync(change, act!) is not Appended.Refused refused) return Then(PageOf(About) ?? "/work");
        // Pressed twice, it was asked once; other words under the same key are another question.
        if (Register.Snapshot is var newest && new View(newest, Today).InForce(AskBodies.RequestOf(key))?.Body is UpdateRequest asked)
        {
            if (asked.Of == asks.Of && asked.AnswerBy == asks.AnswerBy && asked.Bodies.SequenceEqual(asks.Bodies, StringComparer.Ordinal)) return Then(PageOf(About) ?? "/work");
            Key = keys.New();
            return Mend([new("You have asked with this form already.", "What you wrote now is still here, and was not sent.", "Send it once more if it is another question.")]);
        }
        return Mend(refused.Why);
    }
}
