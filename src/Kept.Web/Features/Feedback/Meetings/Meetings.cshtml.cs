using System.Globalization;
using Kept.Core.Accounts;
using Kept.Core.Feedback;
using Kept.Core.Records;
using Kept.Core.Workroom;
using Kept.Design.Lists;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Feedback.Meetings;

/// <summary>The meetings that were recorded, the latest first.</summary>
[Needs(Power.RecordMeetings)]
public sealed class MeetingsModel(WorkroomDatabase workroom, Register register, TimeProvider clock) : FeedbackPage(workroom, register, clock)
{
    private const int Rows = 50;

    [FromQuery(Name = "body")]
    public string? With { get; set; }

    [FromQuery(Name = "action")]
    public string? Of { get; set; }

    public IReadOnlyList<Meeting> Found { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Contacts { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public PageWindow Window { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] int? number)
    {
        var total = await Workroom.Read(w => Wanted(w).CountAsync());
        if (!PageWindow.Has(total, Rows, number ?? 1)) return NoSuch();
        Window = new(total, Rows, number ?? 1);
        Found = await Workroom.Read(w => Wanted(w).OrderByDescending(m => m.Day).ThenBy(m => m.Id).Skip(Window.Skip).Take(Rows).ToListAsync());
        Contacts = await Workroom.Read(w => w.Contacts.ToDictionaryAsync(c => c.Id, c => c.Name, StringComparer.Ordinal));
        return Page();
    }

    public string Whom(Meeting meeting) => string.Join("; ", meeting.Bodies.Select(BodyName).Concat(meeting.Contacts.Select(c => Contacts.GetValueOrDefault(c, "")).Where(c => c.Length > 0)));

    public string PageAddress(int number) => Request.Path + QueryString.Create(Request.Query.Where(q => q.Key != "page").Append(new("page", number.ToString(CultureInfo.InvariantCulture))));

    private IQueryable<Meeting> Wanted(WorkroomContext w)
    {
        IQueryable<Meeting> wanted = w.Meetings;
        if (!string.IsNullOrEmpty(With)) wanted = wanted.Where(m => m.Bodies.Contains(With));
        return string.IsNullOrEmpty(Of) ? wanted : wanted.Where(m => m.Actions.Contains(Of));
    }
}
