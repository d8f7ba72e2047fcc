using Kept.Core.Feedback;
using Kept.Core.Foundation;
using Kept.Core.Questionnaires;
using Kept.Core.Records;
using Kept.Core.Workroom;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Feedback.Sent;

/// <summary>What was sent under a reference: where it stands, and what became of it. It holds none of its words.</summary>
public sealed record Receipt(string Reference, string State, IReadOnlyList<StepLine> Steps)
{
    /// <summary>The reply whose sender was asked what may be done with it, and can change it; null where nobody was asked.</summary>
    public Reply? Reply { get; private init; }

    public Form? Form { get; private init; }

    /// <summary>Since which day what is agreed to stands.</summary>
    public DateOnly AgreedOn => LondonClock.DayOf(Reply!.Agreed ?? Reply.Sent!.Value);

    /// <summary>Null where nothing was sent under it, or nothing of it is held any more.</summary>
    public static async Task<Receipt?> Of(WorkroomDatabase workroom, string reference, View record)
    {
        var contribution = await workroom.Read(w => w.Contributions.Include(c => c.Steps.OrderBy(s => s.At).ThenBy(s => s.Id)).FirstOrDefaultAsync(c => c.Reference == reference && c.Sent != null));
        if (await workroom.Read(w => w.Replies.FirstOrDefaultAsync(r => r.Reference == reference && r.Sent != null)) is not { } reply) return contribution is null ? null : OfContribution(contribution, record);
        var steps = await workroom.Read(w => w.ReplySteps.Where(s => s.ReplyId == reply.Id).OrderBy(s => s.At).ThenBy(s => s.Id).ToListAsync());
        var form = (await workroom.Read(w => w.FormVersions.FirstAsync(v => v.QuestionnaireId == reply.QuestionnaireId && v.Number == reply.Version))).Form;
        var receipt = contribution is null ? OfReply(reference, reply, steps) : OfBoth(contribution, reply, form, steps, record);
        return form.Audience == Audience.Anyone ? receipt with { Reply = reply, Form = form } : receipt;
    }

    // The words of a step are for whoever is signed in for the body.
    private static Receipt OfContribution(Contribution contribution, View record) =>
        new(contribution.Reference, StateWords.Of(contribution.State), [.. contribution.Steps.Select(s => StepLine.Of(s, record) with { Words = null })]);

    // The same lines whether only those who safeguard may read it or everybody who works here: who finds a reference does not learn which.
    private static Receipt OfReply(string reference, Reply reply, List<ReplyStep> steps)
    {
        List<StepLine> lines = [StepLine.Received(reply.Sent!.Value), .. steps.Select(StepLine.Of)];
        return new(reference, steps.LastOrDefault(s => s.What != ReplyDeed.Agreed) is { } last ? StepLine.Of(last).What : StateWords.Of(ContributionState.Received), lines);
    }

    private static Receipt OfBoth(Contribution contribution, Reply reply, Form form, List<ReplyStep> steps, View record)
    {
        var whole = OfContribution(contribution, record);
        var isRead = contribution.Steps.Exists(s => s.What == StepKind.Read);
        var lines = contribution.Steps.Where(s => s.What is not (StepKind.AgreementEnded or StepKind.AgreedAgain)).Select(s => StepLine.Of(s, record) with { Words = null })
            .Concat(steps.Where(s => s.What != ReplyDeed.Read || !isRead).Select(StepLine.Of)).OrderBy(l => l.At).ToList();
        // Taken out by its sender, or with those who safeguard: that looks the same.
        return whole with { State = form.Audience == Audience.Anyone && !reply.MayBePublished ? StateWords.Of(ContributionState.Received) : whole.State, Steps = lines };
    }
}
