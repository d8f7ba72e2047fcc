using Kept.Core.Accounts;
using Kept.Core.Feedback;
using Kept.Core.Foundation;
using Kept.Core.Records;
using Kept.Core.Workroom;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Feedback.Sent;

/// <summary>One contribution as those who sent it see it: its words, every step with its date, and what was published of it.</summary>
[Needs(Power.SeeBody)]
public sealed class ContributionModel(WorkroomDatabase workroom, Register register, TimeProvider clock) : FeedbackPage(workroom, register, clock)
{
    public Contribution Contribution { get; private set; } = null!;

    public int Files { get; private set; }

    public bool IsTheirs => Me.May(Power.WriteForBody, Contribution.Body);

    public bool MayApprove => Contribution.State == ContributionState.InBody && Me.May(Power.ApproveForBody, Contribution.Body);

    public bool MayWithdraw => IsTheirs && (Contribution.Waits || Contribution.IsOpenToItsBody);

    /// <summary>What an editor asks, while it is back with the body.</summary>
    public string? Question => Contribution.State == ContributionState.AskedBack ? Contribution.Steps.LastOrDefault(s => s.What == StepKind.AskedBack)?.Words : null;

    public async Task<IActionResult> OnGetAsync(string id) => await Find(id) ? Page() : NoSuch();

    public Task<IActionResult> OnPostApproveAsync(string id) => Do(id, (c, now) => SendContribution.Approve(c, Me, now));

    public Task<IActionResult> OnPostWithdrawAsync(string id) => Do(id, (c, now) => IsTheirs ? SendContribution.Withdraw(c, Me, now) : new("Only the body that sent it takes it back."));

    private async Task<IActionResult> Do(string id, Func<Contribution, DateTimeOffset, Refusal?> what)
    {
        if (!await Find(id)) return NoSuch();
        if (await Change(id, (_, c) => what(c, Now)) is not { } refusal) return Then(FeedbackLinks.Contribution(id));
        await Find(id);
        return Mend([refusal]);
    }

    private async Task<bool> Find(string id)
    {
        if (await Workroom.Read(w => w.Contributions.Include(c => c.Steps.OrderBy(s => s.At).ThenBy(s => s.Id)).FirstOrDefaultAsync(c => c.Id == id)) is not { } found) return false;
        // A draft is the body's own affair.
        if (!Me.May(found.State is ContributionState.Draft or ContributionState.InBody or ContributionState.Safeguarded ? Power.WriteForBody : Power.SeeBody, found.Body)) return false;
        Contribution = found;
        Files = await Workroom.Read(w => w.Attachments.CountAsync(a => a.ContributionId == id));
        return true;
    }
}
