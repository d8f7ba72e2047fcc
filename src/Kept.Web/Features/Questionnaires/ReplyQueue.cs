using Kept.Core.Feedback;
using Kept.Core.Questionnaires;
using Kept.Core.Records;
using Kept.Core.Workroom;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Questionnaires;

/// <summary>Brings what bodies answered into the queue of what was sent, and takes it out again, in the change that is being made.</summary>
public static class ReplyQueue
{
    /// <summary>Once for each reply, however often it is asked for.</summary>
    public static async Task Enter(WorkroomContext w, Reply reply, Form form, ReplyInQueue.Sender by, View record, DateTimeOffset now)
    {
        var there = await Found(w, reply);
        if (ReplyInQueue.Of(reply, form, by, record) is not { } made)
        {
            if (there is not null && !reply.IsSafeguarded) Agreement.StaysOut(there, now);
        }
        else if (there is null) w.Contributions.Add(made);
        // It was taken out, and comes back: what was published stays so, everything else is decided anew.
        else if (there.State == ContributionState.Safeguarded)
        {
            (there.State, there.Decided) = there.Became is null ? (ContributionState.Received, null) : (ContributionState.Published, there.Decided);
            there.Version++;
        }
        else Agreement.Again(there, by.Account ?? ChangeAgreement.Sender, now);
    }

    /// <summary>From now on only those who safeguard read it: with what was added to the answers, and never published any more.</summary>
    public static async Task TakeOut(WorkroomContext w, Reply reply)
    {
        if (await Found(w, reply) is not { } there) return;
        if (there.Told.Words is { Length: > 0 } words && await w.Contributions.FirstOrDefaultAsync(c => c.Id == there.MergedInto) is { Told.Words: { } joined } into)
            (into.Told, into.Version) = (into.Told with { Words = joined.Replace(words, "", StringComparison.Ordinal).Trim() }, into.Version + 1);
        (there.State, there.MergedInto, there.ClaimedBy, there.ClaimedUntil) = (ContributionState.Safeguarded, null, null, null);
        (there.PublishAfter, there.AcceptedAs, there.AcceptedBy) = (null, null, null);
        there.Version++;
    }

    /// <summary>Its sender sees by the reference that it was read, and not by whom.</summary>
    public static async Task Read(WorkroomContext w, Reply reply, string by, DateTimeOffset now)
    {
        if (await Found(w, reply) is { } there && !await w.ContributionSteps.AnyAsync(s => s.ContributionId == there.Id && s.What == StepKind.Read)) there.Note(StepKind.Read, by, now);
    }

    /// <summary>Its words and its files go with those of the reply.</summary>
    public static async Task Erase(WorkroomContext w, Reply reply)
    {
        if (await Found(w, reply) is { } there) (there.Told, there.Version) = (new(), there.Version + 1);
        w.Attachments.RemoveRange(await w.Attachments.Where(a => a.ReplyId == reply.Id || w.Contributions.Any(c => c.Id == a.ContributionId && c.FormKey == reply.Id)).ToListAsync());
    }

    private static Task<Contribution?> Found(WorkroomContext w, Reply reply) => w.Contributions.Include(c => c.Steps.OrderBy(s => s.At).ThenBy(s => s.Id)).FirstOrDefaultAsync(c => c.FormKey == reply.Id);

    /// <summary>The contribution that a reply became; null where it became none, or is none any more because its sender does not agree to it.</summary>
    public static Task<string?> IdOf(WorkroomDatabase workroom, Reply reply, Form form)
    {
        var isPublishable = form.Audience != Audience.Anyone || reply.MayBePublished;
        return workroom.Read(w => w.Contributions.Where(c => c.FormKey == reply.Id && (isPublishable || c.State != ContributionState.Withdrawn)).Select(c => c.Id).FirstOrDefaultAsync());
    }
}
