using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kept.Core.Accounts;
using Kept.Core.Content;
using Kept.Core.Foundation;
using Kept.Core.Records;
using Kept.Core.Workroom;

namespace Kept.Core.Feedback;

/// <summary>
/// Puts right a text of the record that a body said is wrong: by the same rules as a publish file, so that every later version
/// that carries the wrong words is put right with it. Dates, owners and sums take a publish file.
/// </summary>
public static class CorrectRecord
{
    /// <summary>The texts of a record that can be put right this way, with what they say.</summary>
    public static IReadOnlyList<(string Field, string Text)> TextsOf(RecordVersion version) =>
        JsonNode.Parse(version.RecordJson.Span) is JsonObject body
            ? [.. body.Where(f => f.Value is JsonValue v && v.GetValueKind() == JsonValueKind.String && f.Key is "text" or "title" or "name" or "note" or "acronym" or "statusWording").Select(f => (f.Key, f.Value!.GetValue<string>()))]
            : [];

    /// <summary>What the editor decided.</summary>
    /// <param name="Withholds">Whether the wrong words hurt, and are kept from every past view too.</param>
    public sealed record Decision(string? Field, string? Right, string? Why, bool Withholds, int Expect, int Seen);

    public static PublishContribution.Outcome Of(Contribution contribution, Decision decision, Snapshot now, View record, Person editor, DateTimeOffset at)
    {
        var wrong = new List<(string, string)>();
        if (Moderate.Objection(contribution, editor, at) is { } refusal) wrong.Add(("", refusal.ToString()));
        else if (contribution.Version != decision.Seen) wrong.Add(("", "This changed since you opened it. Your words are still in the form."));
        if (contribution.About is null || record.InForce(RecordKey.Parse(contribution.About)) is not { } standing) return new(null, null, null, default, [("", "The record no longer holds what this is about.")]);
        if (decision.Field is null || TextsOf(standing).All(t => t.Field != decision.Field)) wrong.Add(("Field", "Choose what is wrong."));
        if (string.IsNullOrWhiteSpace(decision.Right)) wrong.Add(("RightText", "Write what is right."));
        if (string.IsNullOrWhiteSpace(decision.Why)) wrong.Add(("WhyWrong", "Say what was wrong, in a sentence that readers will see."));
        if (wrong.Count > 0) return new(null, null, null, default, wrong);
        // Of several entries that say it, the one in force is the wrong one; the rules of a publish file see to the later ones.
        var key = standing.Entry.Record;
        var said = new JsonObject
        {
            ["kind"] = key.Kind,
            ["id"] = key.Id,
            ["expect"] = decision.Expect,
            ["corrects"] = standing.Entry.Number,
            ["set"] = new JsonObject { [decision.Field!] = decision.Right!.Trim() },
        };
        if (decision.Withholds) said["withhold"] = true;
        var file = new JsonObject { ["why"] = decision.Why!.Trim(), ["effective"] = Dates.Iso(standing.Entry.Effective), ["records"] = new JsonArray(said) };
        var plan = PublishRecords.Plan(now, PublishFile.Read(Encoding.UTF8.GetBytes(file.ToJsonString()), "correction"));
        if (!plan.CanBeWritten) return new(null, null, null, default, [("", string.Join(' ', plan.Refusals.Select(r => r.ToString()).Concat(plan.Errors.Select(e => e.What))))]);
        return new(plan.Change, editor.Act(decision.Why.Trim(), PublishContribution.Via, contribution.Body), Settles(contribution.Id, decision.Seen, key, editor.Id, at), key, []);
    }

    private static Beside Settles(string id, int seen, RecordKey key, string editor, DateTimeOffset at) => WorkroomDatabase.Beside((w, entries) =>
    {
        if (w.Contributions.SingleOrDefault(c => c.Id == id) is not { } row || row.Version != seen) return new("Somebody else decided on this a moment ago.", "Nothing was published.");
        Moderate.Decide(row, ContributionState.Published, at);
        (row.Entry, row.Became) = (entries[0].Number, key.ToString());
        row.Note(StepKind.Changed, editor, at, link: key.ToString());
        return null;
    });
}
