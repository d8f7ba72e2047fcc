using Kept.Core.Accounts;
using Kept.Core.Foundation;
using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Core.Workroom;

namespace Kept.Core.Feedback;

/// <summary>
/// An editor's yes: what a body sent becomes part of the record, with a new version of what it is about where its status or date
/// changes. The record and the contribution move in one transaction, so it can happen once only.
/// </summary>
public static class PublishContribution
{
    /// <summary>How an entry that came this way says so.</summary>
    public const string Via = "feedback";

    /// <summary>What the editor decided beside the words.</summary>
    /// <param name="Told">The words to publish: the sender's, or the editor's in their place.</param>
    /// <param name="ChangesStatus">Whether the commitment takes over the status, as confirmed by the body.</param>
    /// <param name="MovesDate">Whether the record takes over the new date.</param>
    /// <param name="Expect">The version of the record that the editor saw; 0 where there is none.</param>
    /// <param name="Seen">The version of the contribution that the editor saw.</param>
    public sealed record Decision(Told Told, bool ChangesStatus, bool MovesDate, int Expect, int Seen);

    /// <summary>Everything there is to append, or why not, field by field.</summary>
    public sealed record Outcome(Change? Change, Act? Act, Beside? Beside, RecordKey Became, IReadOnlyList<(string Field, string Why)> Refusals);

    public static Outcome Of(Contribution contribution, Decision decision, View record, Person editor, DateTimeOffset now)
    {
        if (Moderate.Objection(contribution, editor, now) is { } refusal) return Refused(("", refusal.ToString()));
        if (contribution.Version != decision.Seen) return Refused(("", "This changed since you opened it. Your words are still in the form; look at what was sent once more."));
        return Made(contribution, decision, record, editor, now);
    }

    /// <summary>A yes to what holds a figure or a quotation: it is published when its hour comes, unless it is taken back before.</summary>
    public static void Hold(Contribution contribution, Decision decision, Person editor, DateTimeOffset now, DateTimeOffset hour)
    {
        Moderate.Decide(contribution, ContributionState.Accepted, now);
        (contribution.PublishAfter, contribution.AcceptedAs, contribution.AcceptedBy) = (hour, decision, editor.Id);
        contribution.Note(StepKind.Accepted, editor.Id, now);
    }

    /// <summary>Its hour has come: what there is to append, as the editor decided it; or why it cannot be published after all.</summary>
    public static Outcome AtItsHour(Contribution contribution, View record, Person editor, DateTimeOffset now) =>
        contribution is not { State: ContributionState.Accepted, AcceptedAs: { } decision } || contribution.PublishAfter > now ? Refused(("", "This is not waiting for its hour any more."))
        : !editor.May(Power.Moderate) ? Refused(("", "Whoever said yes is no editor any more."))
        : Made(contribution, decision with { Seen = contribution.Version }, record, editor, now);

    private static Outcome Made(Contribution contribution, Decision decision, View record, Person editor, DateTimeOffset now)
    {
        var told = decision.Told;
        var wrong = CheckTold.Of(contribution.Kind == ContributionKind.Answers ? ContributionKind.Update : contribution.Kind, contribution.About, told, record, LondonClock.DayOf(now));
        if (wrong.Count > 0) return new(null, null, null, default, wrong);
        var writes = contribution.Kind == ContributionKind.Commitment ? NewCommitment(contribution, told, record, now) : Update(contribution, decision, record, now);
        var body = record.Find<Organisation>(contribution.Body)?.Body.Name ?? contribution.Body;
        var act = editor.Act(WhyOf(contribution, decision, body, now), Via, contribution.Body);
        var became = writes[0].Record;
        return new(new Change(writes), act, Moves(contribution.Id, decision.Seen, told, became, writes.Count > 1, editor.Id, now), became, []);
    }

    /// <summary>Nothing has changed: published at once, since a body vouches for it and it holds no words of anybody's.</summary>
    public static (Change Change, Act Act, Beside Beside) StillTrue(Contribution contribution, Person by, DateTimeOffset now)
    {
        var update = UpdateOf(contribution, new(), now) with { StillTrue = true };
        var write = Write.Set(NewId(), LondonClock.DayOf(now), update, 0);
        contribution.State = ContributionState.Published;
        (contribution.Sent, contribution.Decided, contribution.Became, contribution.ApprovedBy) = (now, now, write.Record.ToString(), by.Id);
        contribution.Note(StepKind.Sent, by.Id, now);
        return (Change.Of(write), by.Act("The body confirmed that this is still true.", Via, contribution.Body), WorkroomDatabase.Beside((w, entries) =>
        {
            if (w.Contributions.Any(c => c.FormKey == contribution.FormKey)) return new("This was sent a moment ago.", "It is there once.");
            contribution.Entry = entries[0].Number;
            contribution.Note(StepKind.Published, by.Id, now, link: contribution.About);
            w.Contributions.Add(contribution);
            return null;
        }));
    }

    private static List<Write> Update(Contribution contribution, Decision decision, View record, DateTimeOffset now)
    {
        var since = ReadDates.Since(decision.Told.Since, SentOn(contribution, now)).Day!.Value;
        var writes = new List<Write> { Write.Set(NewId(), since, UpdateOf(contribution, decision.Told, now), 0) };
        var key = RecordKey.Parse(contribution.About);
        if (Changed(record.InForce(key), contribution, decision, record, now) is { } changed)
            writes.Add(Write.Set(key.Id, Later(since, record.InForce(key)!.Entry.Effective), changed, decision.Expect));
        return writes;
    }

    private static RecordBody? Changed(RecordVersion? standing, Contribution contribution, Decision decision, View record, DateTimeOffset now)
    {
        var told = decision.Told;
        var body = standing?.Body;
        if (decision.MovesDate && !string.IsNullOrWhiteSpace(told.NewDate) && ReadDates.Due(told.NewDate, SentOn(contribution, now)).Due is { } due)
            body = body switch
            {
                Commitment c => c with { Due = [.. c.Due.Count == 0 ? [due] : c.Due.Select((d, i) => i == told.WhichDate - 1 ? due : d)] },
                Milestone m => m with { Due = due },
                _ => body,
            };
        if (decision.ChangesStatus && told.Status is { } status && body is Commitment commitment)
            body = commitment with
            {
                Status = status,
                StatusWording = CommitmentStatuses.Label(status),
                StatusBasis = $"confirmed by {record.Find<Organisation>(contribution.Body)?.Body.Name ?? contribution.Body}",
            };
        return ReferenceEquals(body, standing?.Body) ? null : body! with { EffectiveText = null };
    }

    private static List<Write> NewCommitment(Contribution contribution, Told told, View record, DateTimeOffset now)
    {
        var since = ReadDates.Since(told.Since, SentOn(contribution, now)).Day!.Value;
        var due = string.IsNullOrWhiteSpace(told.NewDate) ? null : ReadDates.Due(told.NewDate, SentOn(contribution, now)).Due;
        var name = record.Find<Organisation>(contribution.Body)?.Body.Name ?? contribution.Body;
        var commitment = new Commitment
        {
            Text = told.Promise!.Trim(),
            Actions = told.Actions,
            Who = [contribution.Body],
            Due = due is null ? [] : [due],
            Status = told.Status ?? "planned",
            StatusWording = CommitmentStatuses.Label(told.Status ?? "planned"),
            StatusBasis = $"confirmed by {name}",
            Note = told.Words,
        };
        return [Write.Set($"{contribution.Body}-{Random()}", since, commitment, 0)];
    }

    private static Update UpdateOf(Contribution contribution, Told told, DateTimeOffset now) => new()
    {
        Of = contribution.About!,
        Body = contribution.Body,
        Said = told.Words?.Trim(),
        Edited = contribution.Kind is ContributionKind.Update or ContributionKind.Answers && told.Words?.Trim() != contribution.Told.Words?.Trim(),
        Status = told.Status,
        NewDate = string.IsNullOrWhiteSpace(told.NewDate) ? null : told.NewDate.Trim(),
        WhyMoved = string.IsNullOrWhiteSpace(told.NewDate) ? null : told.WhyMoved?.Trim(),
        Evidence = told.Evidence,
        Reports = told.Reports,
        Sent = SentOn(contribution, now),
        Came = Came(contribution.Provenance),
    };

    private static Beside Moves(string id, int seen, Told told, RecordKey became, bool changes, string editor, DateTimeOffset now) => WorkroomDatabase.Beside((w, entries) =>
    {
        if (w.Contributions.SingleOrDefault(c => c.Id == id) is not { } row || row.Version != seen) return new("Somebody else decided on this a moment ago.", "Nothing was published.");
        Moderate.Decide(row, ContributionState.Published, now);
        (row.PublishAfter, row.AcceptedAs, row.AcceptedBy) = (null, null, null);
        (row.Edited, row.Entry, row.Became) = (IsSame(row.Told, told) ? null : told, entries[0].Number, became.ToString());
        row.Note(StepKind.Published, editor, now, link: became.ToString());
        if (changes) row.Note(StepKind.Changed, editor, now, link: row.About);
        foreach (var merged in w.Contributions.Where(c => c.MergedInto == id).ToList()) merged.Note(StepKind.Published, editor, now, link: became.ToString());
        return null;
    });

    private static string WhyOf(Contribution contribution, Decision decision, string body, DateTimeOffset now) =>
        decision.MovesDate && !string.IsNullOrWhiteSpace(decision.Told.WhyMoved) ? decision.Told.WhyMoved.Trim()
            : contribution.Kind == ContributionKind.Commitment ? $"{body} made this commitment on {Dates.Long(SentOn(contribution, now))}."
            : $"{body} told the programme on {Dates.Long(SentOn(contribution, now))} how this stands.";

    /// <summary>Whether the editor left the words as they came.</summary>
    public static bool IsSame(Told one, Told other) =>
        System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(one).AsSpan().SequenceEqual(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(other));

    /// <summary>The day it came, in Scotland.</summary>
    public static DateOnly SentOn(Contribution contribution, DateTimeOffset now) => contribution.CameOn ?? LondonClock.DayOf(contribution.Sent ?? now);

    private static string Came(Provenance provenance) => provenance switch
    {
        Provenance.Paper => "on paper",
        Provenance.Telephone => "by telephone",
        Provenance.Email => "by e-mail",
        _ => "through Kept",
    };

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static string NewId() => "update-" + Random();

    private static string Random() => RandomId.Reference().ToLowerInvariant();

    private static Outcome Refused(params (string, string)[] why) => new(null, null, null, default, why);
}
