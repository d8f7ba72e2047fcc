using Kept.Core.Accounts;
using Kept.Core.Feedback;
using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Core.Workroom;
using Kept.Design.Lists;
using Kept.Web.Features.Feedback.Writing;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Feedback.Bodies;

/// <summary>A body's own workspace: what falls to it, what it is wanted for first, and what became of what it sent.</summary>
[Needs(Power.SeeBody, "id")]
public sealed class WorkspaceModel(WorkroomDatabase workroom, Register register, TimeProvider clock, FormKeys keys) : FeedbackPage(workroom, register, clock)
{
    private const int Rows = 50, Recent = 20;

    public string Body { get; private set; } = "";

    public IReadOnlyList<FallsTo> Shown { get; private set; } = [];

    public PageWindow Window { get; private set; } = null!;

    /// <summary>How many things stand in each state.</summary>
    public IReadOnlyDictionary<TaskState, int> Counts { get; private set; } = new Dictionary<TaskState, int>();

    public int All { get; private set; }

    /// <summary>Only what the body is wanted for; everything with ?all=yes.</summary>
    public bool IsAll { get; private set; }

    public IReadOnlyList<SentLine> Sent { get; private set; } = [];

    public Burden Burden { get; private set; } = new(0, 0, 0, 0);

    /// <summary>One key for every "still true" of this page: each is sent with the record it is about.</summary>
    public string FormKey { get; private set; } = "";

    public bool MayWrite => Me.May(Power.WriteForBody, Body);

    public async Task<IActionResult> OnGetAsync(string id, [FromQuery] string? all, [FromQuery(Name = "page")] int? number)
    {
        if (Record.Find<Organisation>(id) is null) return NoSuch();
        (Body, IsAll, FormKey) = (id, all == "yes", keys.New());
        var falls = FallsTo.Of(Record, id);
        All = falls.Count;
        Counts = falls.CountBy(f => f.State).ToDictionary();
        var listed = IsAll ? falls : [.. falls.Where(f => f.IsWanted)];
        if (!PageWindow.Has(listed.Count, Rows, number ?? 1)) return NoSuch();
        Window = new(listed.Count, Rows, number ?? 1);
        Shown = [.. listed.Skip(Window.Skip).Take(Window.Size)];
        Sent = await Workroom.Read(w => w.Contributions.Where(c => c.Body == id && c.State != ContributionState.Merged).OrderByDescending(c => c.Made).Take(Recent)
            .Select(c => new SentLine(c.Id, c.Reference, c.Kind, c.State, c.Title, c.Made, c.Sent, c.Decided)).ToListAsync());
        Burden = await Burden.Of(Workroom, Record, id, Today);
        return Page();
    }

    /// <summary>Nothing has changed: one press, and the record says who vouched for it and when.</summary>
    public async Task<IActionResult> OnPostStillTrueAsync(string id, string? about, string? key)
    {
        if (!Me.May(Power.WriteForBody, id) || Record.Find<Organisation>(id) is null) return NoSuch();
        var (form, open) = keys.Read(key);
        var (made, refusal) = await StillTrueSending.Send(Workroom, Register, Record, new(form + about, id, about, open, Provenance.Web), Me, Now);
        if (made is not null) return Then(FeedbackLinks.Body(id) + "?done=" + made.Reference);
        Errors.Add("", refusal!.ToString());
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await OnGetAsync(id, null, null);
    }

    public string PartOf(FallsTo task) => task.Part switch
    {
        "owner" => "Yours",
        "partner" => "With others",
        "our-reading" => "Yours, as we read it",
        "together" => "One for all of you",
        "asked" => "You were asked",
        _ => Core.Programme.Roles.Say(task.Part),
    };

    public string Page(int number) => FeedbackLinks.Body(Body) + FormattableString.Invariant($"?page={number}") + (IsAll ? "&all=yes" : "");
}

/// <summary>A line of what was sent.</summary>
public sealed record SentLine(string Id, string Reference, ContributionKind Kind, ContributionState State, string Title, DateTimeOffset Made, DateTimeOffset? Sent, DateTimeOffset? Decided);
