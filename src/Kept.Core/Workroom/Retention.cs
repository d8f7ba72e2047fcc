using Kept.Core.Feedback;
using Microsoft.EntityFrameworkCore;

namespace Kept.Core.Workroom;

/// <summary>One kind of thing that is held, why, for how long, and how it is erased when its time is over.</summary>
/// <param name="Erase">Erases what was due by an instant; answers how many.</param>
public sealed record RetentionRule(string Id, string What, string Why, TimeSpan Period, string From, Func<WorkroomContext, DateTimeOffset, Task<int>> Erase);

/// <summary>When a rule last ran, and what it erased.</summary>
public sealed class RetentionRun
{
    public required string Id { get; init; }

    public required DateTimeOffset At { get; set; }

    public required int Erased { get; set; }
}

/// <summary>For how long what is private is held. Every rule runs once a day, and says when it last did. The record itself is kept for good.</summary>
public static class Retention
{
    public static IReadOnlyList<RetentionRule> Rules { get; } =
    [
        new("drafts", "Drafts that a body never sent", "So that somebody can go on writing", Days(365), "they were begun", (w, due) =>
            w.Contributions.Where(c => (c.State == ContributionState.Draft || c.State == ContributionState.InBody) && c.Made < due).ExecuteDeleteAsync()),
        new("files", "Files that came with what a body sent, its answers too", "So that editors can see what it rests on", Days(365), "it was decided", (w, due) =>
            w.Attachments.Where(a => w.Contributions.Any(c => (c.Id == a.ContributionId || c.FormKey == a.ReplyId) && c.Decided < due)).ExecuteDeleteAsync()),
        new("refused", "Words of a body that were not published, only counted, or taken back", "So that the body can see what became of them", Days(730), "it was decided", (w, due) =>
            w.Contributions.Where(c => (c.State == ContributionState.Rejected || c.State == ContributionState.Noted || c.State == ContributionState.Withdrawn || c.State == ContributionState.Merged) && (c.Decided ?? c.Made) < due).ExecuteDeleteAsync()),
        new("published", "What a body sent, beside what was published of it", "So that both can be compared. What was published stays in the record", Days(6 * 365), "it was published", (w, due) =>
            w.Contributions.Where(c => c.State == ContributionState.Published && c.Decided < due).ExecuteDeleteAsync()),
        new("meetings", "Notes of meetings", "So that it can be seen who was heard, and of what", Days(6 * 365), "they were written", (w, due) =>
            w.Meetings.Where(m => m.Made < due).ExecuteDeleteAsync()),
        new("replies-begun", "Replies to questionnaires that were begun and not sent, and invitations to answer one", "So that somebody can come back to it by their link", Questionnaires.Reply.Lasts, "they were last saved", (w, due) =>
            w.Replies.Where(r => r.Sent == null && r.Saved < due).ExecuteDeleteAsync()),
        new("replies-unnamed", "Replies to questionnaires from people who said no name", "So that they can be read, and what was heard be written down", Days(365), "they were sent", (w, due) =>
            w.Replies.Where(r => r.Sent < due && r.Body == null && r.AccountId == null && r.InvitedName == null && !r.AtRisk && !r.IsSafeguarded).ExecuteDeleteAsync()),
        new("replies", "Replies of bodies and of whoever was invited", "So that a body need not say again what it said before", Days(6 * 365), "they were sent", (w, due) =>
            w.Replies.Where(r => r.Sent < due && !r.AtRisk && !r.IsSafeguarded).ExecuteDeleteAsync()),
        new("sessions", "Where somebody was signed in", "So that its owner can see and end it", Days(30), "it ended or rested", (w, due) =>
            w.Sessions.Where(s => s.Seen < due).ExecuteDeleteAsync()),
        new("invitations", "Invitations, with name and address", "So that they can be taken up or withdrawn", Days(90), "they were made", (w, due) =>
            w.Invitations.Where(i => i.Made < due).ExecuteDeleteAsync()),
        new("letters", "That an e-mail was sent, and to whom. Its words are erased when it is sent", "So that it can be told whether it went", Days(90), "it was sent", (w, due) =>
            w.Outbox.Where(m => m.Sent != null && m.Sent < due).ExecuteDeleteAsync()),
    ];

    /// <summary>Runs every rule, each in a transaction of its own.</summary>
    public static async Task Run(WorkroomDatabase workroom, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var rule in Rules)
            try
            {
                await workroom.Write(w => Run(rule, w, now, cancel), cancel);
            }
            // Another node ran it for the first time at this very moment.
            catch (DbUpdateException)
            {
                await workroom.Write(w => Run(rule, w, now, cancel), cancel);
            }
    }

    private static async Task Run(RetentionRule rule, WorkroomContext w, DateTimeOffset now, CancellationToken cancel)
    {
        var erased = await rule.Erase(w, now - rule.Period);
        if (await w.RetentionRuns.FindAsync([rule.Id], cancel) is { } run) (run.At, run.Erased) = (now, erased);
        else w.RetentionRuns.Add(new() { Id = rule.Id, At = now, Erased = erased });
    }

    private static TimeSpan Days(int days) => TimeSpan.FromDays(days);
}
