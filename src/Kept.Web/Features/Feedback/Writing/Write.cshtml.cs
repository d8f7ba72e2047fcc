using Kept.Core.Accounts;
using Kept.Core.Feedback;
using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Core.Workroom;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Feedback.Writing;

/// <summary>Where a body writes: how something stands, a new commitment, or what is wrong in the record.</summary>
[Needs(Power.WriteForBody, "id")]
public sealed class WriteModel(WorkroomDatabase workroom, Register register, TimeProvider clock, FormKeys keys) : FeedbackPage(workroom, register, clock)
{
    public string Body { get; private set; } = "";

    public ContributionKind Kind { get; private set; }

    /// <summary>The record it is about; null for something new.</summary>
    public RecordVersion? Subject { get; private set; }

    public string SubjectTitle { get; private set; } = "";

    /// <summary>What this body said of it last.</summary>
    public Version<Update>? Last { get; private set; }

    [BindProperty(SupportsGet = true)]
    public string? About { get; set; }

    [BindProperty]
    public ToldForm Told { get; set; } = new();

    [BindProperty]
    public string? Key { get; set; }

    [BindProperty]
    public int Seen { get; set; }

    [BindProperty]
    public bool TellMe { get; set; }

    [BindProperty]
    public bool Draft { get; set; }

    public ToldFields Fields => new(this, Told, Kind, Subject?.Body switch { Commitment c => c.Due, Milestone m => [m.Due], _ => null });

    public string Heading => Kind switch
    {
        ContributionKind.Commitment => "A new commitment",
        ContributionKind.Correction => "Something is wrong",
        _ => "How it stands",
    };

    public IActionResult OnGet(string id, string kind)
    {
        if (Load(id, kind) is { } instead) return instead;
        Key ??= keys.New();
        if (Seen == 0) Seen = Subject?.Entry.Version ?? 0;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, string kind)
    {
        if (Load(id, kind) is { } instead) return instead;
        var (key, open) = keys.Read(Key);
        var sending = new Sending(Workroom, new(key, id, Kind, About, Seen == 0 ? null : Seen, Told.Told(), Draft, false) { TellMe = TellMe, Open = open });
        var (made, refusals) = await sending.Send(Record, Me, Now);
        foreach (var (field, why) in refusals) Errors.Add(field.Length == 0 ? "" : "Told." + field, why);
        if (made is null) return Mend();
        if (sending.Clash(made) is not { } clash) return Then(FeedbackLinks.Contribution(made.Id));
        Errors.Add("", clash);
        Key = keys.New();
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private IActionResult? Load(string id, string kind)
    {
        if (FeedbackLinks.KindNamed(kind) is not { } known || Record.Find<Organisation>(id) is null) return NoSuch();
        (Body, Kind) = (id, known);
        if (Kind == ContributionKind.Commitment) return null;
        if (!RecordKey.TryParse(About, out var key) || Record.InForce(key) is not { IsDeletion: false } subject) return NoSuch();
        if (Kind == ContributionKind.Update && subject.Body is not (Commitment or PlanAction or Milestone)) return NoSuch();
        Subject = subject;
        SubjectTitle = RecordTitle.Of(Record, subject.Entry.Record);
        Last = Record.UpdatesOf(subject.Entry.Record).Where(u => u.Body.Body == id).Select(u => (Version<Update>?)u).FirstOrDefault();
        return null;
    }
}
