using Kept.Core.Accounts;
using Kept.Core.Feedback;
using Kept.Core.Foundation;
using Kept.Core.Records;
using Kept.Core.Workroom;
using Kept.Design.Forms;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Feedback.Meetings;

/// <summary>Writes a meeting down, or changes what was written.</summary>
[Needs(Power.RecordMeetings)]
public sealed class RecordModel(WorkroomDatabase workroom, Register register, TimeProvider clock, FormKeys keys) : FeedbackPage(workroom, register, clock)
{
    /// <summary>How many lines for next steps the form has at least.</summary>
    private const int Steps = 3;

    public string? Id { get; private set; }

    [BindProperty]
    public string? Key { get; set; }

    [BindProperty]
    public int Seen { get; set; }

    [BindProperty]
    public string? Day { get; set; }

    [BindProperty]
    public string? Whom { get; set; }

    [BindProperty]
    public List<string> Contacts { get; set; } = [];

    [BindProperty]
    public List<string> Of { get; set; } = [];

    [BindProperty]
    public string? Attended { get; set; }

    [BindProperty]
    public string? HappensNow { get; set; }

    [BindProperty]
    public string? IsPlanned { get; set; }

    [BindProperty]
    public string? GetsInTheWay { get; set; }

    [BindProperty]
    public List<StepLine> NextSteps { get; set; } = [];

    public IReadOnlyList<Answer> OwnList { get; private set; } = [];

    /// <summary>What a colleague wrote meanwhile.</summary>
    public Meeting? Theirs { get; private set; }

    public sealed class StepLine
    {
        public string? What { get; set; }
        public string? Owner { get; set; }
        public string? ByWhen { get; set; }
    }

    public int Lines => Math.Max(Steps, NextSteps.Count + 1);

    public StepLine At(int line) => line < NextSteps.Count ? NextSteps[line] : new();

    public async Task<IActionResult> OnGetAsync([FromRoute] string? id)
    {
        await Load(id);
        if (HttpMethods.IsPost(Request.Method)) return Page();
        Key = keys.New();
        if (id is null) return Page();
        if (await Workroom.Read(w => w.Meetings.FirstOrDefaultAsync(m => m.Id == id)) is not { } there) return NoSuch();
        (Day, Whom, Contacts, Of) = (Dates.Long(there.Day), string.Join('\n', there.Bodies.Select(BodyName)), there.Contacts, there.Actions);
        (Attended, HappensNow, IsPlanned, GetsInTheWay, Seen) = (there.Attended, there.HappensNow, there.IsPlanned, there.GetsInTheWay, there.Version);
        NextSteps = [.. there.NextSteps.Select(s => new StepLine { What = s.What, Owner = s.Owner, ByWhen = s.ByWhen })];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] string? id)
    {
        await Load(id);
        var key = keys.Read(Key).Key;
        var steps = NextSteps.Where(s => !string.IsNullOrWhiteSpace(s.What + s.Owner + s.ByWhen)).Select(s => new NextStepTaken(s.What?.Trim() ?? "", Said(s.Owner), Said(s.ByWhen))).ToList();
        var (made, refusals) = RecordMeeting.Of(new(key, Day, Whom, [.. Contacts.Where(c => OwnList.Any(o => o.Value == c))], Of, Said(Attended), Said(HappensNow), Said(IsPlanned), Said(GetsInTheWay), steps), Record, Me, Now);
        foreach (var (field, why) in refusals) Errors.Add(field switch { "Bodies" => "Whom", "Actions" => "Of", _ => field }, why);
        if (made is null) return Mend();
        string? saved;
        try
        {
            saved = await Save(id, key, made);
        }
        catch (DbUpdateException)
        {
            // Two at once: the other came first, and is found now. Anything else is a fault of the database.
            saved = await Save(id, key, made);
        }
        if (Errors.Any) return Mend();
        if (Theirs is null) return Then(FeedbackLinks.Meeting(saved!));
        Errors.Add("", id is null ? "This form was saved before with other words, which stand. What you wrote now is still here: save it once more if it is to be a second meeting."
            : "A colleague changed this while you were writing. Nothing was written over: both texts are on this page. Put together what is to stand, then save it.");
        (Seen, Key) = (Theirs.Version, keys.New());
        return Mend(StatusCodes.Status409Conflict);
    }

    // The meeting that stands for this form now.
    private async Task<string?> Save(string? id, string key, Meeting made)
    {
        Meeting? there = null;
        await Workroom.Write(async w =>
        {
            there = id is null ? await w.Meetings.FirstOrDefaultAsync(m => m.FormKey == key) : await w.Meetings.FirstOrDefaultAsync(m => m.Id == id);
            if (id is null && there is null) w.Meetings.Add(made);
            else if (there is null) Errors.Add("", "This meeting is no longer there. What you wrote is still on this page.");
            else if (id is null ? !RecordMeeting.IsSame(there, made) : there.Version != Seen) Theirs = there;
            else if (id is not null) RecordMeeting.Over(there, made);
        });
        return there?.Id ?? made.Id;
    }

    private async Task Load(string? id)
    {
        Id = id;
        OwnList = await Workroom.Read(w => w.Contacts.Where(c => c.Ended == null && c.Body == null).OrderBy(c => c.Name).Select(c => new Answer(c.Id, c.Name, null)).ToListAsync());
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().ReplaceLineEndings("\n");
}
