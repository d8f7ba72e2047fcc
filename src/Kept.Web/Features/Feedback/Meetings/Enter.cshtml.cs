using Kept.Core.Accounts;
using Kept.Core.Feedback;
using Kept.Core.Foundation;
using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Core.Workroom;
using Kept.Design.Forms;
using Kept.Web.Features.Feedback.Writing;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Feedback.Meetings;

/// <summary>Staff enter what a body said on paper, by telephone or by e-mail. It goes through the queue like everything else, and another decides on it.</summary>
[Needs(Power.RecordMeetings)]
public sealed class EnterModel(WorkroomDatabase workroom, Register register, TimeProvider clock, FormKeys keys) : FeedbackPage(workroom, register, clock)
{
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? About { get; set; }

    [BindProperty]
    public ToldForm Told { get; set; } = new();

    [BindProperty]
    public string? Key { get; set; }

    [BindProperty]
    public string? How { get; set; }

    [BindProperty]
    public string? CameOn { get; set; }

    /// <summary>What falls to the body, once it is chosen.</summary>
    public IReadOnlyList<FallsTo> Tasks { get; private set; } = [];

    public FallsTo? Task => Tasks.FirstOrDefault(t => t.Record.ToString() == About);

    public ToldFields Fields => new(this, Told, ContributionKind.Update, Task?.Due is { Count: > 0 } due ? due : null);

    public IEnumerable<Answer> Subjects => [new("", "Choose"), .. Tasks.Select(t => new Answer(t.Record.ToString(), t.Title))];

    public static IEnumerable<Answer> Ways => new[] { Provenance.Paper, Provenance.Telephone, Provenance.Email }.Select(p => new Answer(p.ToString(), p switch { Provenance.Paper => "On paper", Provenance.Telephone => "By telephone", _ => "By e-mail" }));

    public IActionResult OnGet()
    {
        if (!Load()) return NoSuch();
        Key ??= keys.New();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Load() || Task is not { } task) return NoSuch();
        var known = Enum.TryParse<Provenance>(How, out var how) && how is Provenance.Paper or Provenance.Telephone or Provenance.Email;
        if (!known) Errors.Add("How", "Say how it came.");
        var came = When.Parse(CameOn, Today, out _) is { Start: { } day } && day <= Today ? day : (DateOnly?)null;
        if (came is null) Errors.Add("CameOn", "Write the day it came, such as 3 November 2026.");
        if (Errors.Any) return Mend();
        var (key, open) = keys.Read(Key);
        // Entered for the body, not by it: nobody there is waited for, and what they spent on it is not known.
        var asked = new SendContribution.Asked(key, From!, ContributionKind.Update, About, task.Version, Told.Told(), IsDraft: false, HasApprover: false) { WaitsForNobody = true, Provenance = how, CameOn = came };
        var sending = new Sending(Workroom, asked);
        var (made, refusals) = await sending.Send(Record, Me, Now);
        foreach (var (field, why) in refusals) Errors.Add(field.Length == 0 ? "" : "Told." + field, why);
        if (made is null) return Mend();
        if (sending.Clash(made) is not { } clash) return Then(FeedbackLinks.Decide(made.Id));
        Errors.Add("", clash);
        Key = keys.New();
        return Mend(StatusCodes.Status409Conflict);
    }

    private bool Load()
    {
        if (From is null) return true;
        if (Record.Find<Organisation>(From) is null) return false;
        Tasks = FallsTo.Of(Record, From);
        return About is null || Task is not null;
    }
}
