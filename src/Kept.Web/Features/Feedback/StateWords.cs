using Kept.Core.Feedback;

namespace Kept.Web.Features.Feedback;

/// <summary>What people read of where a contribution stands.</summary>
public static class StateWords
{
    public static string Of(ContributionState state) => state switch
    {
        ContributionState.Draft => "Draft: sent to nobody yet",
        ContributionState.InBody => "Waits for a yes in your body",
        // Who asks by a reference does not learn which of the two it is.
        ContributionState.Received or ContributionState.Safeguarded => "With the programme",
        ContributionState.AskedBack => "Back with you: a question",
        ContributionState.Accepted => "Accepted, published soon",
        ContributionState.Published => "In the record",
        ContributionState.Noted => "Read, and counted with the other answers",
        ContributionState.Rejected => "Not published",
        ContributionState.Merged => "Together with another",
        ContributionState.Withdrawn => "Taken back",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static string Of(ContributionKind kind) => kind switch
    {
        ContributionKind.Update => "Update",
        ContributionKind.StillTrue => "Still true",
        ContributionKind.Commitment => "New commitment",
        ContributionKind.Correction => "Correction",
        ContributionKind.Answers => "Answers",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Of(StepKind step) => step switch
    {
        StepKind.Sent => "Received",
        StepKind.ApprovedInBody => "Your body said yes",
        StepKind.Read => "Read by an editor",
        StepKind.AskedBack => "Asked back",
        StepKind.Answered => "Answered",
        StepKind.Routed => "Moved to another action",
        StepKind.Accepted => "Accepted",
        StepKind.HeldBack => "Held back",
        StepKind.Published => "Used: it is in the record",
        StepKind.Changed => "Changed: the record says something else because of it",
        StepKind.Coded => "Read, and counted with the other answers",
        StepKind.Used => "Used",
        StepKind.Rejected => "Not published",
        StepKind.Merged => "Put together with another",
        StepKind.Withdrawn => "Taken back",
        StepKind.AgreementEnded => "Not published: whoever sent it does not agree to it any more",
        StepKind.AgreedAgain => "Back in the queue: whoever sent it agrees again",
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    public static string Of(Provenance provenance) => provenance switch
    {
        Provenance.Web => "Written in Kept",
        Provenance.Link => "By the link in a letter",
        Provenance.Table => "In a table",
        Provenance.Paper => "On paper, entered by staff",
        Provenance.Telephone => "By telephone, entered by staff",
        Provenance.Email => "By e-mail, entered by staff",
        _ => throw new ArgumentOutOfRangeException(nameof(provenance)),
    };
}
