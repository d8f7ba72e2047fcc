using Kept.Core.Accounts;
using Kept.Core.Feedback;
using Kept.Core.Records;
using Kept.Core.Workroom;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Feedback.Meetings;

/// <summary>One meeting.</summary>
[Needs(Power.RecordMeetings)]
public sealed class MeetingModel(WorkroomDatabase workroom, Register register, TimeProvider clock) : FeedbackPage(workroom, register, clock)
{
    public Meeting Meeting { get; private set; } = null!;

    public IReadOnlyList<string> Whom { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (await Workroom.Read(w => w.Meetings.FirstOrDefaultAsync(m => m.Id == id)) is not { } found) return NoSuch();
        Meeting = found;
        var contacts = await Workroom.Read(w => w.Contacts.Where(c => found.Contacts.Contains(c.Id)).Select(c => c.Name).ToListAsync());
        Whom = [.. found.Bodies.Select(BodyName), .. contacts];
        return Page();
    }
}
