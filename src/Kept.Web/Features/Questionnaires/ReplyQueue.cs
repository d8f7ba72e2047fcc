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
    public static async Task Enter(WorkroomContext w, Reply reply, Form form, ReplyInQueue.Sender by, View record)
    {
        if (ReplyInQueue.Of(reply, form, by, record) is not { } made) return;
        if (await w.Contributions.FirstOrDefaultAsync(c => c.FormKey == reply.Id) is not { } there) w.Contributions.Add(made);
        // It was decided, taken out, and comes back. What it was put together with lost its words.
        else if (there.Told.Words is null)
        {
            (there.Told, there.Version) = (made.Told, there.Version + 1);
            if (there.State == ContributionState.Merged) (there.State, there.MergedInto, there.Decided) = (ContributionState.Received, null, null);
        }
    }

    /// <summary>From now on only those who safeguard read it. What was decided on it stays as it was, without its words.</summary>
    public static async Task TakeOut(WorkroomContext w, Reply reply)
    {
        if (await w.Contributions.FirstOrDefaultAsync(c => c.FormKey == reply.Id) is not { } there) return;
        if (there.State is not (ContributionState.Published or ContributionState.Noted or ContributionState.Rejected or ContributionState.Merged or ContributionState.Withdrawn))
        {
            w.Contributions.Remove(there);
            return;
        }
        if (there.Told.Words is { Length: > 0 } words && await w.Contributions.FirstOrDefaultAsync(c => c.Id == there.MergedInto) is { Told.Words: { } joined } into)
            (into.Told, into.Version) = (into.Told with { Words = joined.Replace(words, "", StringComparison.Ordinal).Trim() }, into.Version + 1);
        (there.Told, there.Version) = (new(), there.Version + 1);
    }

    /// <summary>The contribution that a reply became; null where it became none.</summary>
    public static Task<string?> IdOf(WorkroomDatabase workroom, Reply reply) =>
        workroom.Read(w => w.Contributions.Where(c => c.FormKey == reply.Id).Select(c => c.Id).FirstOrDefaultAsync());
}
