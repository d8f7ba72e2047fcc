using Kept.Core.Accounts;
using Kept.Core.Feedback;
using Kept.Core.Foundation;
using Kept.Core.Questionnaires;
using Kept.Core.Records;
using Kept.Core.Workroom;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Questionnaires;

/// <summary>
/// Changes what may be done with a reply, and everything that rests on it, in one transaction: what may not be published leaves the queue, and
/// what was published is erased from the record.
/// </summary>
public sealed class ChangingAgreement(WorkroomDatabase workroom, Register register, LondonClock clock)
{
    private const int Most = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>What came of it: whether anything changed, whether published words were erased; or why nothing was done.</summary>
    public sealed record Done(bool Changed, bool TookDown, Refusal? Why);

    public async Task<Done> Change(string reply, Form form, ChangeAgreement.Wish wish, Person? signedIn)
    {
        for (var tries = 1; ; tries++)
        {
            var seen = await workroom.Read(w => Task.FromResult(Rests.On(w, reply)));
            await Reach(seen.Entry);
            var record = new View(register.Snapshot, clock.Today);
            var done = !wish.MayBePublished && seen is { It: { } it } && Agreement.TakesDown(it, seen.Into, record) is { } change
                ? await TakeDown(change, reply, form, wish, signedIn, seen)
                : await Write(reply, form, wish, signedIn, seen, record);
            if (done is not null) return done;
            if (tries == Most) return new(false, false, new("Too much moved at once.", "Nothing was changed.", "Press once more."));
        }
    }

    // What is published is on disk a moment before it is in the record that is read: what cannot be seen yet would not be erased.
    private async Task Reach(long entry)
    {
        var there = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(Snapshot snapshot, IReadOnlyList<Entry> entries)
        {
            if (snapshot.Number >= entry) there.TrySetResult();
        }
        register.Appended += Look;
        try
        {
            if (register.Snapshot.Number < entry) await there.Task.WaitAsync(Patience);
        }
        finally
        {
            register.Appended -= Look;
        }
    }

    // Null where something moved meanwhile: what stands is read anew.
    private async Task<Done?> TakeDown(Change change, string id, Form form, ChangeAgreement.Wish wish, Person? signedIn, Rests seen)
    {
        Refusal? refused = null;
        var act = new Act(signedIn?.Id ?? ChangeAgreement.Sender, Agreement.Why, PublishContribution.Via);
        var answer = await register.AppendAsync(change, act, WorkroomDatabase.Beside((w, _) =>
        {
            var (reply, stands) = (w.Replies.Single(r => r.Id == id), Rests.On(w, id));
            if (!stands.IsAs(seen)) return new("Something moved meanwhile.");
            return refused = Do(w, reply, form, wish, signedIn, stands);
        }));
        return answer is Appended.Done ? new(true, true, null) : refused is null ? null : new(false, false, refused);
    }

    private async Task<Done?> Write(string id, Form form, ChangeAgreement.Wish wish, Person? signedIn, Rests seen, View record)
    {
        Done? done = null;
        try
        {
            await workroom.Write(async w =>
            {
                done = null;
                var (reply, stands) = (await w.Replies.SingleAsync(r => r.Id == id), Rests.On(w, id));
                if (!stands.IsAs(seen)) return;
                var before = reply.Revision;
                var refused = Do(w, reply, form, wish, signedIn, stands);
                if (refused is null && wish.MayBePublished && reply.Revision != before) await ReplyQueue.Enter(w, reply, form, new(null), record, clock.Now);
                done = new(reply.Revision != before, false, refused);
            });
        }
        catch (DbUpdateException)
        {
            return null;
        }
        return done;
    }

    private Refusal? Do(WorkroomContext w, Reply reply, Form form, ChangeAgreement.Wish wish, Person? signedIn, Rests on)
    {
        var wasPublishable = reply.MayBePublished;
        var (step, why) = ChangeAgreement.Of(reply, form, wish, signedIn, clock.Now);
        if (step is null) return why;
        w.ReplySteps.Add(step);
        if (wasPublishable && !reply.MayBePublished && on.It is { } it) Agreement.Ended(it, on.Into, on.With, step.By, clock.Now);
        return null;
    }
}
