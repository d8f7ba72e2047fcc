using Kept.Core.Accounts;
using Kept.Core.Foundation;
using Kept.Core.Programme;
using Kept.Core.Records;

namespace Kept.Core.Feedback;

/// <summary>
/// Writes a contribution, or changes one that its body may still change. It goes to the programme at once where the writer may
/// say yes for the body, or where nobody in the body is named to; else it waits for that yes.
/// </summary>
public static class SendContribution
{
    /// <summary>The longest time that a form counts as work on it: beyond that somebody went away.</summary>
    public const int MostSeconds = 3600;

    /// <summary>What was sent, as it was typed.</summary>
    /// <param name="HasApprover">Whether somebody in the body is named to say yes.</param>
    public sealed record Asked(string FormKey, string Body, ContributionKind Kind, string? About, int? AboutVersion, Told Told, bool IsDraft, bool HasApprover)
    {
        public bool TellMe { get; init; }

        /// <summary>For how long the form was open.</summary>
        public TimeSpan Open { get; init; }
        public Provenance Provenance { get; init; } = Provenance.Web;

        /// <summary>Whether staff entered it for the body: it goes to the queue, and the body's own yes is not waited for.</summary>
        public bool WaitsForNobody { get; init; }

        /// <summary>The day it came, where it came otherwise than through Kept.</summary>
        public DateOnly? CameOn { get; init; }
    }

    /// <summary>The new contribution, or what is wrong, field by field.</summary>
    public static (Contribution? Made, IReadOnlyList<(string Field, string Why)> Refusals) Of(Asked asked, View record, Person by, DateTimeOffset now)
    {
        var wrong = CheckTold.Of(asked.Kind, asked.About, asked.Told, record, LondonClock.DayOf(now), asked.IsDraft);
        if (wrong.Count > 0) return (null, wrong);
        var made = new Contribution
        {
            FormKey = asked.FormKey,
            Kind = asked.Kind,
            Body = asked.Body,
            About = asked.About,
            AboutVersion = asked.AboutVersion,
            Action = ActionOf(asked.About, asked.Told, record),
            Title = TitleOf(asked.Kind, asked.About, asked.Told, record),
            Told = asked.Told,
            Author = by.Id,
            Provenance = asked.Provenance,
            CameOn = asked.CameOn,
            Made = now,
            TellMe = asked.TellMe,
            State = ContributionState.Draft,
        };
        Send(made, asked, by, now);
        return (made, []);
    }

    /// <summary>Changes what a draft, or a contribution that was asked back, says, and sends it unless it stays a draft.</summary>
    public static IReadOnlyList<(string Field, string Why)> Again(Contribution contribution, Asked asked, View record, Person by, DateTimeOffset now)
    {
        if (!contribution.IsOpenToItsBody) return [("", "This was sent meanwhile, and can no longer be changed. What you wrote is still in the form.")];
        var wrong = CheckTold.Of(contribution.Kind, contribution.About, asked.Told, record, LondonClock.DayOf(now), asked.IsDraft);
        if (wrong.Count > 0) return wrong;
        contribution.Told = asked.Told;
        // Answers are called by their questionnaire, whatever is added to them.
        if (contribution.Kind != ContributionKind.Answers) (contribution.Title, contribution.Action) = (TitleOf(contribution.Kind, contribution.About, asked.Told, record), ActionOf(contribution.About, asked.Told, record));
        contribution.TellMe = asked.TellMe;
        Send(contribution, asked, by, now);
        return [];
    }

    /// <summary>The body's own yes: it goes to the programme. Nobody needs to say it twice.</summary>
    public static Refusal? Approve(Contribution contribution, Person by, DateTimeOffset now)
    {
        if (!by.May(Power.ApproveForBody, contribution.Body)) return new("Only somebody who is named to say yes for the body can send this.", "It waits for them.");
        if (contribution.State != ContributionState.InBody) return new("This no longer waits for a yes.", "Nothing was changed.");
        Leave(contribution, by, now);
        return null;
    }

    /// <summary>Takes back what is not decided.</summary>
    public static Refusal? Withdraw(Contribution contribution, Person by, DateTimeOffset now)
    {
        if (contribution is { Waits: false, IsOpenToItsBody: false }) return new("This was decided already.", "Nothing was changed.");
        contribution.State = ContributionState.Withdrawn;
        contribution.Note(StepKind.Withdrawn, by.Id, now);
        return null;
    }

    private static void Send(Contribution contribution, Asked asked, Person by, DateTimeOffset now)
    {
        contribution.Seconds = Math.Min(MostSeconds, contribution.Seconds + (int)Math.Max(0, asked.Open.TotalSeconds));
        contribution.Version++;
        if (asked.IsDraft) return;
        var answers = contribution.State == ContributionState.AskedBack;
        if (by.May(Power.ApproveForBody, contribution.Body) || !asked.HasApprover || asked.WaitsForNobody) Leave(contribution, by, now, answers);
        else contribution.State = ContributionState.InBody;
    }

    private static void Leave(Contribution contribution, Person by, DateTimeOffset now, bool answers = false)
    {
        contribution.State = ContributionState.Received;
        if (by.May(Power.ApproveForBody, contribution.Body)) contribution.ApprovedBy = by.Id;
        contribution.Sent ??= now;
        contribution.Note(answers ? StepKind.Answered : StepKind.Sent, by.Id, now);
    }

    private static string TitleOf(ContributionKind kind, string? about, Told told, View record) =>
        kind == ContributionKind.Commitment ? Line(told.Promise ?? "A new commitment") : about is null ? Line(told.Words ?? "") : Line(RecordTitle.Of(record, RecordKey.Parse(about)));

    private static string Line(string text) => text.Length <= 140 ? text : text[..139].TrimEnd() + "…";

    private static string? ActionOf(string? about, Told told, View record) => about is null ? (told.Actions is [var chosen, ..] ? chosen : null) : record.InForce(RecordKey.Parse(about)) switch
    {
        { Body: PlanAction, Entry.Record: var key } => key.Id,
        { Body: Commitment { Actions: [var first, ..] } } => first,
        { Body: Milestone { Action: { } action } } => action,
        _ => null,
    };
}
