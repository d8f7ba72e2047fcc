using Kept.Core.Accounts;
using Kept.Core.Feedback;
using Kept.Core.Foundation;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Core.Workroom;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Feedback.Writing;

/// <summary>Says for a body that nothing has changed. It is published at once, and once only.</summary>
public static class StillTrueSending
{
    public sealed record Asked(string FormKey, string Body, string? About, TimeSpan Open, Provenance Provenance);

    public static async Task<(Contribution? Made, Refusal? Refusal)> Send(WorkroomDatabase workroom, Register register, View record, Asked asked, Person by, DateTimeOffset now)
    {
        if (await Earlier(workroom, asked) is { } sent) return (sent, null);
        if (asked.About is null || FallsTo.Of(record, asked.Body).FirstOrDefault(f => f.Record.ToString() == asked.About) is not { } task)
            return (null, new("This does not fall to your body any more.", "Nothing was sent."));
        if (!task.CanBeStillTrue) return (null, new("Its date has passed, so “still true” says too little.", "Nothing was sent.", "Say in a sentence how it stands."));
        var made = new Contribution
        {
            FormKey = asked.FormKey,
            Kind = ContributionKind.StillTrue,
            Body = asked.Body,
            About = asked.About,
            AboutVersion = task.Version,
            Title = task.Title.Length <= 140 ? task.Title : task.Title[..139] + "…",
            Told = new(),
            Author = by.Id,
            Provenance = asked.Provenance,
            Made = now,
            Seconds = (int)Math.Clamp(asked.Open.TotalSeconds, 0, SendContribution.MostSeconds),
        };
        var (change, act, beside) = PublishContribution.StillTrue(made, by, now);
        try
        {
            if (await register.AppendAsync(change, act, beside) is not Appended.Refused refused) return (made, null);
            // Pressed twice at once: the other came first.
            return await Earlier(workroom, asked) is { } other ? (other, null) : (null, refused.Why[0]);
        }
        catch (DbUpdateException)
        {
            // The same on another node.
            if (await Earlier(workroom, asked) is { } other) return (other, null);
            throw;
        }
    }

    private static Task<Contribution?> Earlier(WorkroomDatabase workroom, Asked asked) => workroom.Read(w => w.Contributions.FirstOrDefaultAsync(c => c.FormKey == asked.FormKey && c.Body == asked.Body));
}
