using System.Globalization;
using Kept.Core.Accounts;
using Kept.Core.Feedback;
using Kept.Core.Foundation;
using Kept.Core.Records;
using Kept.Core.Workroom;
using Kept.Design.Forms;
using Kept.Design.Lists;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Feedback.Queue;

/// <summary>Everything that waits for an editor, the oldest first, and what was decided lately.</summary>
[Needs(Power.ReadContributions)]
public sealed class QueueModel(WorkroomDatabase workroom, Register register, TimeProvider clock) : FeedbackPage(workroom, register, clock)
{
    private const int Rows = 50;

    [FromQuery]
    public string? State { get; set; }

    [FromQuery]
    public string? Kind { get; set; }

    [FromQuery(Name = "body")]
    public string? Of { get; set; }

    [FromQuery(Name = "action")]
    public string? Under { get; set; }

    [FromQuery]
    public bool Mine { get; set; }

    public IReadOnlyList<QueueLine> Lines { get; private set; } = [];

    public PageWindow Window { get; private set; } = null!;

    /// <summary>When the oldest came that nobody has decided on; null when nothing waits.</summary>
    public DateTimeOffset? Oldest { get; private set; }

    public static IEnumerable<Answer> States =>
        [new("", "Waits for a decision"), .. new[] { ContributionState.AskedBack, ContributionState.Published, ContributionState.Noted, ContributionState.Rejected, ContributionState.Merged }.Select(s => new Answer(NameOf(s), StateWords.Of(s)))];

    public static IEnumerable<Answer> Kinds => [new("", "Every kind"), .. Enum.GetValues<ContributionKind>().Select(k => new Answer(NameOf(k), StateWords.Of(k)))];

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] int? number)
    {
        if (!Known(State, out ContributionState state, ContributionState.Received) || !Known(Kind, out ContributionKind kind, default) || state == ContributionState.Safeguarded) return NoSuch();
        IQueryable<Contribution> Wanted(WorkroomContext w)
        {
            var wanted = w.Contributions.Where(c => c.State == state);
            if (!string.IsNullOrEmpty(Kind)) wanted = wanted.Where(c => c.Kind == kind);
            if (!string.IsNullOrEmpty(Of)) wanted = wanted.Where(c => c.Body == Of);
            if (!string.IsNullOrEmpty(Under)) wanted = wanted.Where(c => c.Action == Under);
            return Mine ? wanted.Where(c => c.ClaimedBy == Me.Id) : wanted;
        }
        var total = await Workroom.Read(w => Wanted(w).CountAsync());
        if (!PageWindow.Has(total, Rows, number ?? 1)) return NoSuch();
        Window = new(total, Rows, number ?? 1);
        // What lies in the farther half is counted from the end, and turned round.
        var (oldestFirst, fromEnd, rows) = (state == ContributionState.Received, Window.Skip > total / 2, Math.Min(Rows, total - Window.Skip));
        var lines = await Workroom.Read(w => InOrder(Wanted(w), oldestFirst != fromEnd).Skip(fromEnd ? total - Window.Skip - rows : Window.Skip).Take(rows)
            .Select(c => new QueueLine(c.Id, c.Reference, c.Kind, c.Body, c.Title, c.Sent, c.ClaimedBy, c.ClaimedUntil)).ToListAsync());
        if (fromEnd) lines.Reverse();
        Lines = lines;
        Oldest = state == ContributionState.Received && Window.Page == 1 && Lines.Count > 0 ? Lines[0].Sent : null;
        return Page();
    }

    // Those of one moment, a table's say, have an order too: no page shows one of them twice.
    private static IQueryable<Contribution> InOrder(IQueryable<Contribution> wanted, bool oldestFirst) =>
        oldestFirst ? wanted.OrderBy(c => c.Sent).ThenBy(c => c.Id) : wanted.OrderByDescending(c => c.Sent).ThenByDescending(c => c.Id);

    /// <summary>How long something has waited, in days of the calendar.</summary>
    public string Age(DateTimeOffset? sent)
    {
        if (sent is not { } since) return "";
        var days = Today.DayNumber - LondonClock.DayOf(since).DayNumber;
        return days switch { 0 => "today", 1 => "since yesterday", _ => string.Create(CultureInfo.InvariantCulture, $"{days} days") };
    }

    public string PageAddress(int number) =>
        Request.Path + QueryString.Create(Request.Query.Where(q => q.Key != "page").Append(new("page", number.ToString(CultureInfo.InvariantCulture))));

    private static string NameOf<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static bool Known<T>(string? name, out T value, T otherwise) where T : struct, Enum
    {
        value = otherwise;
        return string.IsNullOrEmpty(name) || (Enum.TryParse(name, ignoreCase: true, out value) && Enum.IsDefined(value) && !char.IsAsciiDigit(name[0]));
    }
}

/// <summary>A line of the queue.</summary>
public sealed record QueueLine(string Id, string Reference, ContributionKind Kind, string Body, string Title, DateTimeOffset? Sent, string? ClaimedBy, DateTimeOffset? ClaimedUntil);
