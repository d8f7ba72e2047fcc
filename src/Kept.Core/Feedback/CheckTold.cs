using Kept.Core.Programme;
using Kept.Core.Records;

namespace Kept.Core.Feedback;

/// <summary>What has to be in a contribution before it can be sent, field by field.</summary>
public static class CheckTold
{
    public const int MostWords = 4000;
    public const int MostEvidence = 5;

    /// <summary>What is wrong; empty when it can be sent. A draft may hold anything that is not too long.</summary>
    public static IReadOnlyList<(string Field, string Why)> Of(ContributionKind kind, string? about, Told told, View record, DateOnly today, bool draft = false)
    {
        var wrong = new List<(string, string)>();
        // Answers are as long as they are; what is published of them is an update.
        if (kind == ContributionKind.Answers) return string.IsNullOrWhiteSpace(told.Words) ? [("Words", "Write your answer.")] : [];
        foreach (var (field, text) in new[] { ("Words", told.Words), ("WhyMoved", told.WhyMoved), ("Promise", told.Promise), ("Right", told.Right) })
            if (text?.Length > MostWords) wrong.Add((field, "This is longer than 4,000 letters. Say the main thing here, and point to the rest as evidence."));
        if (about is not null && (!RecordKey.TryParse(about, out var subject) || record.InForce(subject) is not { IsDeletion: false }))
            wrong.Add(("", "The record no longer holds what this is about."));
        if (draft) return wrong;
        switch (kind)
        {
            case ContributionKind.Update: Update(told, record, about, today, wrong); break;
            case ContributionKind.Commitment: Commitment(told, record, today, wrong); break;
            case ContributionKind.Correction: Correction(told, wrong); break;
            default: break;
        }
        Evidence(told, wrong);
        if (told.Reports.Any(r => !StatutoryReports.Ids.Contains(r, StringComparer.Ordinal))) wrong.Add(("Reports", "Choose from the reports in the list."));
        if (ReadDates.Since(told.Since, today) is { Why: { } why }) wrong.Add(("Since", why));
        return wrong;
    }

    private static void Update(Told told, View record, string? about, DateOnly today, List<(string, string)> wrong)
    {
        if (about is null) wrong.Add(("", "Choose what this is about."));
        if (string.IsNullOrWhiteSpace(told.Words)) wrong.Add(("Words", "Say in a sentence or two how it stands. If nothing has changed, use “still true”."));
        if (told.Status is not null && !CommitmentStatuses.Ids.Contains(told.Status, StringComparer.Ordinal)) wrong.Add(("Status", "Choose from the list."));
        if (string.IsNullOrWhiteSpace(told.NewDate)) return;
        if (ReadDates.Due(told.NewDate, today) is { Why: { } why }) wrong.Add(("NewDate", why));
        if (string.IsNullOrWhiteSpace(told.WhyMoved)) wrong.Add(("WhyMoved", "Say why the date moves. It is shown beside the old and the new date."));
        if (!RecordKey.TryParse(about, out var subject) || record.InForce(subject)?.Body is not { } body) return;
        var dates = DatesOf(body);
        if (dates is null) wrong.Add(("NewDate", "This has no date that could move."));
        else if (told.WhichDate < 1 || told.WhichDate > Math.Max(1, dates.Count)) wrong.Add(("WhichDate", "Choose which of the dates moves."));
    }

    /// <summary>The dates of a record that a body can move; null where it can have none.</summary>
    internal static IReadOnlyList<Due>? DatesOf(RecordBody body) => body switch
    {
        Core.Programme.Commitment c => c.Due,
        Milestone m => [m.Due],
        _ => null,
    };

    private static void Commitment(Told told, View record, DateOnly today, List<(string, string)> wrong)
    {
        if (string.IsNullOrWhiteSpace(told.Promise)) wrong.Add(("Promise", "Write what is to be done, in one or two sentences."));
        if (told.Actions.Count == 0) wrong.Add(("Actions", "Choose the action it belongs to."));
        else if (told.Actions.Any(a => record.Find<PlanAction>(a) is null)) wrong.Add(("Actions", "Choose from the actions in the list."));
        if (!string.IsNullOrWhiteSpace(told.NewDate) && ReadDates.Due(told.NewDate, today) is { Why: { } why }) wrong.Add(("NewDate", why));
    }

    private static void Correction(Told told, List<(string, string)> wrong)
    {
        if (string.IsNullOrWhiteSpace(told.Words)) wrong.Add(("Words", "Say what is wrong."));
        if (string.IsNullOrWhiteSpace(told.Right)) wrong.Add(("Right", "Say what is right, and how you know."));
    }

    private static void Evidence(Told told, List<(string, string)> wrong)
    {
        if (told.Evidence.Count > MostEvidence) wrong.Add(("Evidence", $"Give {MostEvidence} pieces of evidence at most."));
        for (var i = 0; i < told.Evidence.Count; i++)
        {
            var proof = told.Evidence[i];
            if (string.IsNullOrWhiteSpace(proof.Text)) wrong.Add(($"Evidence[{i}].Text", "Say in a few words what this shows."));
            if (proof.Address is { } address && !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && uri.UserInfo.Length == 0))
                wrong.Add(($"Evidence[{i}].Address", "Write a whole web address, beginning with https://."));
        }
    }
}
