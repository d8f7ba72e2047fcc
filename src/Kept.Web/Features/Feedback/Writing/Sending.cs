using Kept.Core.Accounts;
using Kept.Core.Feedback;
using Kept.Core.Organisations;
using Kept.Core.Records;
using Kept.Core.Workroom;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Feedback.Writing;

/// <summary>Sends a form once, however often it arrives: the second time the first receipt is given.</summary>
public sealed class Sending(WorkroomDatabase workroom, SendContribution.Asked asked)
{
    /// <summary>The contribution that stands for this form: made now, or by an earlier sending of it.</summary>
    public async Task<(Contribution? Made, IReadOnlyList<(string Field, string Why)> Refusals)> Send(View record, Person by, DateTimeOffset now)
    {
        var complete = asked;
        Contribution? made = null;
        IReadOnlyList<(string Field, string Why)> refusals = [];
        try
        {
            await workroom.Write(async w =>
            {
                complete = asked with { HasApprover = await HasApprover(w, asked.Body, record) };
                (made, refusals) = SendContribution.Of(complete, record, by, now);
                if (made is not null) w.Contributions.Add(made);
            });
        }
        catch (DbUpdateException) when (asked.FormKey.Length > 0)
        {
            // Two at once: the other came first. Anything else is a fault of the database.
            if (await Earlier() is { } other) return await Settle(other, complete, record, by, now);
            throw;
        }
        // Sent again after the day it named had passed, say: what was sent in time stands.
        if (made is null && await Earlier() is { } sent) return await Settle(sent, complete, record, by, now);
        return (made, refusals);
    }

    /// <summary>Why what stands for this form is not what was asked now; null where it is. Neither of the two is lost.</summary>
    public string? Clash(Contribution made) =>
        made.Body != asked.Body ? "This form was used before. What you wrote is still here: send it once more."
        : made.Kind == asked.Kind && made.About == asked.About && PublishContribution.IsSame(made.Told, asked.Told) ? null
        : $"This form was {(made.Sent is null ? "kept" : "sent")} before, as {made.Reference}, with other words. That stands. What you wrote now is still here: send it once more if it is to be a second one.";

    // A draft is sent by the form that made it, as long as it says the same.
    private async Task<(Contribution? Made, IReadOnlyList<(string Field, string Why)> Refusals)> Settle(Contribution there, SendContribution.Asked complete, View record, Person by, DateTimeOffset now)
    {
        if (there.State != ContributionState.Draft || complete.IsDraft || Clash(there) is not null) return (there, []);
        try
        {
            return await Again(workroom, there.Id, there.Version, complete, record, by, now);
        }
        catch (DbUpdateConcurrencyException)
        {
            return (await Earlier(), []);
        }
    }

    /// <summary>Changes what the body may still change, and sends it unless it stays a draft.</summary>
    /// <exception cref="DbUpdateConcurrencyException">It is not the version that its writer saw any more.</exception>
    public static async Task<(Contribution? Made, IReadOnlyList<(string Field, string Why)> Refusals)> Again(WorkroomDatabase workroom, string id, int seen, SendContribution.Asked asked, View record, Person by, DateTimeOffset now)
    {
        Contribution? found = null;
        IReadOnlyList<(string Field, string Why)> refusals = [];
        await workroom.Write(async w =>
        {
            found = await w.Contributions.FindAsync(id);
            if (found is not null && found.Version != seen) throw new DbUpdateConcurrencyException("Somebody else changed it meanwhile.");
            if (found is not null) refusals = SendContribution.Again(found, asked, record, by, now);
            if (refusals.Count > 0) w.ChangeTracker.Clear();
        });
        return refusals.Count > 0 ? (null, refusals) : (found, []);
    }

    private Task<Contribution?> Earlier() => workroom.Read(w => w.Contributions.FirstOrDefaultAsync(c => c.FormKey == asked.FormKey));

    /// <summary>Whether somebody who can sign in is named to say yes for a body.</summary>
    public static Task<bool> HasApprover(WorkroomDatabase workroom, string body, View record) => workroom.Read(w => HasApprover(w, body, record));

    private static readonly Func<WorkroomContext, string, string?, Task<bool>> Approver = EF.CompileAsyncQuery((WorkroomContext w, string body, string? place) =>
        w.Grants.Any(g => g.Role == Role.Approver && (g.Body == body || (place != null && g.Place == place)) && w.Users.Any(a => a.Id == g.AccountId && a.Disabled == null)));

    private static Task<bool> HasApprover(WorkroomContext w, string body, View record)
    {
        var place = record.Find<Organisation>(body)?.Body.Place;
        return Approver(w, body, place);
    }
}
