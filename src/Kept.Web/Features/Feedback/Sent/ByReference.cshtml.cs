using Kept.Core.Feedback;
using Kept.Core.Questionnaires;
using Kept.Core.Workroom;
using Kept.Web.Features.Questionnaires;
using Kept.Web.House;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Feedback.Sent;

/// <summary>What became of a contribution, for whoever has its reference: dates and links, and none of its words.</summary>
[OpenToAll]
[IgnoreAntiforgeryToken]
public sealed class ByReferenceModel(WorkroomDatabase workroom, Tries tries, FormToken tokens, TimeProvider clock) : FormPage
{
    [BindProperty]
    public string? Reference { get; set; }

    /// <summary>What was sent under a reference: where it stands, and what became of it.</summary>
    public sealed record Receipt(string Reference, string State, IReadOnlyList<StepLine> Steps)
    {
        /// <summary>What its sender agreed to, where they were asked.</summary>
        public string? Agreed { get; init; }
    }

    public Receipt? Found { get; private set; }

    /// <summary>Signs the form: whoever asks has no cookie.</summary>
    public string Token => tokens.For(FeedbackLinks.ByReference);

    public void OnGet() { }

    // A reference in an address would stand in histories and logs: it is sent, and never linked.
    public async Task<IActionResult> OnPostAsync()
    {
        if (!tokens.Holds(FeedbackLinks.ByReference, Request.Form[FormToken.Field]))
        {
            Errors.Add("", "This page was open for a long time. Nothing was lost: press the button once more.");
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        var typed = new string([.. (Reference ?? "").ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]);
        if (typed.Length != 8) Errors.Add("Reference", "Write the eight letters and digits, such as 7F3K-2Q9M.");
        else if (!tries.Take(clock.GetUtcNow())) Errors.Add("Reference", "Too many references were asked for just now. Wait a minute, then try again.");
        else
        {
            var reference = $"{typed[..4]}-{typed[4..]}";
            Found = await OfContribution(reference) ?? await OfReply(reference);
            if (Found is null) Errors.Add("Reference", "Nothing was received under this reference. Look at it once more; 0 and O, 1 and I are easily taken for each other, and there is no O or I in ours.");
        }
        return Errors.Any ? Mend() : Page();
    }

    private async Task<Receipt?> OfContribution(string reference) =>
        await workroom.Read(w => w.Contributions.Include(c => c.Steps.OrderBy(s => s.At).ThenBy(s => s.Id)).FirstOrDefaultAsync(c => c.Reference == reference && c.Sent != null)) is { } found
            // The words of a step are for whoever is signed in for the body.
            ? new(reference, StateWords.Of(found.State), [.. found.Steps.Select(s => StepLine.Of(s, Reading.View) with { Words = null })]) : null;

    // The same lines whether only those who safeguard may read it or everybody who works here: who finds a reference does not learn which.
    private async Task<Receipt?> OfReply(string reference)
    {
        if (await workroom.Read(w => w.Replies.FirstOrDefaultAsync(r => r.Reference == reference && r.Sent != null)) is not { } reply) return null;
        var steps = await workroom.Read(w => w.ReplySteps.Where(s => s.ReplyId == reply.Id).OrderBy(s => s.At).ThenBy(s => s.Id).ToListAsync());
        List<StepLine> lines = [StepLine.Received(reply.Sent!.Value), .. steps.Select(StepLine.Of)];
        var asked = (await workroom.Read(w => w.FormVersions.FirstAsync(v => v.QuestionnaireId == reply.QuestionnaireId && v.Number == reply.Version))).Form.Audience == Audience.Anyone;
        return new(reference, steps.Count == 0 ? StateWords.Of(ContributionState.Received) : lines[^1].What, lines) { Agreed = asked ? QuestionnaireWords.Agreed(reply.MayBeUsed, reply.MayBePublished) : null };
    }
}
