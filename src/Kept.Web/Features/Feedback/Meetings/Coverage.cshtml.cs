using Kept.Core.Accounts;
using Kept.Core.Feedback;
using Kept.Core.Foundation;
using Kept.Core.Records;
using Kept.Core.Workroom;
using Kept.Web.House;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Feedback.Meetings;

/// <summary>Whom the programme has heard and whom not, over the bodies with a part in an action and the operator's own list.</summary>
[Needs(Power.RecordMeetings)]
public sealed class CoverageModel(WorkroomDatabase workroom, Register register, TimeProvider clock) : FeedbackPage(workroom, register, clock)
{
    /// <summary>For how many days nothing may be heard of an action before it is listed.</summary>
    public const int Quiet = 180;

    public IReadOnlyList<CoverageLine> Lines { get; private set; } = [];

    public IReadOnlyList<Contact> OwnList { get; private set; } = [];

    [BindProperty]
    public string? Name { get; set; }

    public async Task OnGetAsync()
    {
        OwnList = await Workroom.Read(w => w.Contacts.Where(c => c.Ended == null).OrderBy(c => c.Name).ToListAsync());
        var meetings = await Workroom.Read(w => w.Meetings.Select(m => new { m.Day, m.Bodies, m.Contacts, m.Actions }).ToListAsync());
        Lines = Coverage.Of(Record, [.. meetings.Select(m => new Coverage.Met(m.Day, m.Bodies, m.Contacts, m.Actions))], OwnList, Quiet);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Errors.Requires(Name, "Name", "Write the name.")) { }
        else if (await Workroom.Read(w => w.Contacts.AnyAsync(c => c.Ended == null && c.Name == Name.Trim()))) Errors.Add("Name", "They are on the list already.");
        else
        {
            var contact = new Contact { Name = Name.Trim(), Body = BodyNames.Of(Record).Find(Name), Added = Now, AddedBy = Me.Id };
            await Workroom.Write(w => w.Contacts.AddAsync(contact).AsTask());
            return Then(FeedbackLinks.Coverage);
        }
        await OnGetAsync();
        return Mend();
    }

    public async Task<IActionResult> OnPostEndAsync(string? contact)
    {
        await Workroom.Write(async w =>
        {
            if (await w.Contacts.FirstOrDefaultAsync(c => c.Id == contact && c.Ended == null) is { } found) found.Ended = Now;
        });
        return Then(FeedbackLinks.Coverage);
    }

    /// <summary>"5 years", "7 months": how long ago a day was, roughly.</summary>
    public string Ago(DateOnly? day) => day is not { } then ? "never" : (Today.DayNumber - then.DayNumber) switch
    {
        < 2 => "just now",
        < 60 and var days => Words.Counted(days, "day", "days") + " ago",
        < 730 and var days => Words.Counted(days / 30, "month", "months") + " ago",
        var days => Words.Counted(days / 365, "year", "years") + " ago",
    };

    public string Say(DateOnly? day) => day is { } then ? Dates.Long(then) : "Not yet";
}
