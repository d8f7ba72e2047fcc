using Kept.Core.Organisations;
using Kept.Core.Records;

namespace Kept.Core.Programme;

/// <summary>What has been heard of a record from the bodies that have a part in it, and from whom nothing was.</summary>
public static class Heard
{
    /// <summary>What bodies said of a record by the day of the View, newest first.</summary>
    public static IReadOnlyList<Version<Update>> UpdatesOf(this View view, RecordKey key) =>
        [.. view.Naming<Update>(key).Where(u => u.Body.Of == key.ToString()).OrderByDescending(u => u.Effective).ThenByDescending(u => u.Entry.Number)];

    /// <summary>What the programme asked of a record, newest first.</summary>
    public static IReadOnlyList<Version<UpdateRequest>> RequestsOf(this View view, RecordKey key) =>
        [.. view.Naming<UpdateRequest>(key).Where(r => r.Body.Of == key.ToString()).OrderByDescending(r => r.Effective)];

    /// <summary>The bodies that are named under one, such as the 32 councils under all of them; the body itself where it stands for itself.</summary>
    public static IReadOnlyList<string> MembersOf(this View view, string body)
    {
        var members = view.Naming<Organisation>(RecordKey.Of<Organisation>(body)).Where(o => o.Body.PartOf == body)
            .OrderBy(o => o.Body.Name, StringComparer.OrdinalIgnoreCase).Select(o => o.Id).ToList();
        return members.Count > 0 ? members : [body];
    }

    /// <summary>
    /// Where a record is one for many bodies (all councils, all partnerships), or several were asked: an answer from each.
    /// Empty where it is a matter of one body.
    /// </summary>
    public static IReadOnlyList<BodyAnswer> AnswersOf(this View view, RecordKey key)
    {
        var named = view.InForce(key)?.Body switch
        {
            Commitment c => c.Who.Concat(c.With).Concat(c.WhoInferred),
            PlanAction a => a.Leads.Select(l => l.Organisation),
            _ => [],
        };
        var together = named.Distinct(StringComparer.Ordinal).Select(view.MembersOf).Where(m => m.Count > 1).SelectMany(m => m);
        var requests = view.RequestsOf(key);
        var bodies = together.Concat(requests.SelectMany(r => r.Body.Bodies)).Distinct(StringComparer.Ordinal).ToList();
        if (bodies.Count == 0) return [];
        var updates = view.UpdatesOf(key).ToLookup(u => u.Body.Body, StringComparer.Ordinal);
        return [.. bodies.Select(b => new BodyAnswer(b, updates[b].Select(u => (Version<Update>?)u).FirstOrDefault(), requests.Where(r => r.Body.Bodies.Contains(b, StringComparer.Ordinal)).Select(r => (Version<UpdateRequest>?)r).FirstOrDefault()))];
    }
}

/// <summary>How one body stands to a question that was put to several.</summary>
/// <param name="Update">The last thing it said; null where it said nothing.</param>
/// <param name="Request">The last time it was asked; null where it was not.</param>
public sealed record BodyAnswer(string Body, Version<Update>? Update, Version<UpdateRequest>? Request)
{
    /// <summary>answered, asked (time is left), asked-no-answer or not-asked, on the day given. What was said before it was asked is no answer to that.</summary>
    public string State(DateOnly today) => (Update, Request) switch
    {
        ({ } said, var asked) when asked is null || said.Effective >= asked.Value.Effective => "answered",
        (_, { } asked) => asked.Body.AnswerBy < today ? "asked-no-answer" : "asked",
        _ => "not-asked",
    };
}
