using Kept.Core.Organisations;
using Kept.Core.Records;

namespace Kept.Core.Programme;

/// <summary>How something that falls to a body stands, in the order in which the body sees it.</summary>
public enum TaskState
{
    /// <summary>Asked, and the last day for the answer has gone.</summary>
    NoAnswer,

    /// <summary>Asked, and there is time.</summary>
    Asked,

    /// <summary>Its date has passed, and nothing was heard.</summary>
    Passed,

    /// <summary>Its date comes within three months.</summary>
    Soon,
    Ahead,

    /// <summary>No date is stated.</summary>
    Undated,

    /// <summary>Delivered, or with nothing more to meet.</summary>
    Done,
}

/// <summary>One thing that falls to a body: a commitment, a milestone or a part in an action.</summary>
/// <param name="Part">owner, partner, our-reading, together (of all councils, say), or the role in an action.</param>
/// <param name="Day">The day its state turns on.</param>
/// <param name="Last">The last thing this body said of it; null where it said nothing.</param>
public sealed record FallsTo(RecordKey Record, int Version, string Title, string Part, string? Status, IReadOnlyList<Due> Due, TaskState State, DateOnly? Day, Version<Update>? Last)
{
    /// <summary>How far ahead a date counts as near, in days.</summary>
    public const int Near = 90;

    /// <summary>Whether the body is wanted for it now.</summary>
    public bool IsWanted => State <= TaskState.Soon;

    /// <summary>Whether it is enough to say that nothing has changed. Where a date has passed it is not: somebody has to say how it stands.</summary>
    public bool CanBeStillTrue { get; private init; }

    /// <summary>Everything that falls to a body on the day of the View, what it is wanted for first.</summary>
    public static IReadOnlyList<FallsTo> Of(View view, string body)
    {
        var whole = view.Find<Organisation>(body)?.Body.PartOf;
        var requests = view.Naming<UpdateRequest>(RecordKey.Of<Organisation>(body)).ToLookup(r => r.Body.Of, StringComparer.Ordinal);
        var said = view.Naming<Update>(RecordKey.Of<Organisation>(body)).Where(u => u.Body.Body == body).ToLookup(u => u.Body.Of, StringComparer.Ordinal);
        var found = Commitments(view, body, whole).Concat(Actions(view, body, whole)).Concat(Milestones(view, body)).DistinctBy(f => f.Key).ToList();
        // Asked of it by name, though the record gives it no part.
        foreach (var asked in requests.Select(r => RecordKey.Parse(r.Key)).Where(k => found.TrueForAll(f => f.Key != k)).ToList())
            if (view.InForce(asked) is { Body: { } there } version) found.Add((asked, version.Entry.Version, RecordTitle.Of(there, asked), "asked", (there as Commitment)?.Status, (there as Commitment)?.Due ?? []));
        return [.. found.Select(f =>
            {
                var last = said[f.Key.ToString()].OrderByDescending(u => u.Effective).ThenByDescending(u => u.Entry.Number).Select(u => (Version<Update>?)u).FirstOrDefault();
                var asked = requests[f.Key.ToString()].OrderByDescending(r => r.Effective).Select(r => (Version<UpdateRequest>?)r).FirstOrDefault();
                var (state, day) = StateOf(view.At, f.Status, f.Due, last, asked);
                var unheard = f.Status != "delivered" && f.Due.Any(d => d.HasPassed(view.At) && (last is null || last.Value.Effective <= d.End));
                return new FallsTo(f.Key, f.Version, f.Title, f.Part, f.Status, f.Due, state, day, last) { CanBeStillTrue = !unheard };
            })
            .OrderBy(f => f.State).ThenBy(f => f.Day ?? DateOnly.MaxValue).ThenBy(f => f.Title, StringComparer.Ordinal)];
    }

    private static (TaskState, DateOnly?) StateOf(DateOnly today, string? status, IReadOnlyList<Due> due, Version<Update>? last, Version<UpdateRequest>? asked)
    {
        if (asked is { } request && (last is null || last.Value.Effective < request.Effective))
            return (request.Body.AnswerBy < today ? TaskState.NoAnswer : TaskState.Asked, request.Body.AnswerBy);
        if (status == "delivered" || last?.Body.Status == "delivered") return (TaskState.Done, null);
        var days = due.Where(d => d is { Kind: "due", End: not null }).Select(d => d.End!.Value).Order().ToList();
        if (days.Count == 0) return (TaskState.Undated, null);
        var unheard = days.Where(d => d < today && (last is null || last.Value.Effective <= d)).ToList();
        if (unheard.Count > 0) return (TaskState.Passed, unheard[0]);
        var next = days.Find(d => d >= today);
        return next == default ? (TaskState.Done, days[^1]) : (next <= today.AddDays(Near) ? TaskState.Soon : TaskState.Ahead, next);
    }

    private static IEnumerable<(RecordKey Key, int Version, string Title, string Part, string? Status, IReadOnlyList<Due> Due)> Commitments(View view, string body, string? whole)
    {
        foreach (var c in view.Naming<Commitment>(RecordKey.Of<Organisation>(body)))
        {
            var part = c.Body.Who.Contains(body, StringComparer.Ordinal) ? "owner" : c.Body.With.Contains(body, StringComparer.Ordinal) ? "partner"
                : c.Body.WhoInferred.Contains(body, StringComparer.Ordinal) ? "our-reading" : null;
            if (part is not null) yield return (c.Key, c.Entry.Version, c.Body.Text, part, c.Body.Status, c.Body.Due);
        }
        if (whole is null) yield break;
        foreach (var c in view.Naming<Commitment>(RecordKey.Of<Organisation>(whole)).Where(c => c.Body.Who.Concat(c.Body.With).Concat(c.Body.WhoInferred).Contains(whole, StringComparer.Ordinal)))
            yield return (c.Key, c.Entry.Version, c.Body.Text, "together", c.Body.Status, c.Body.Due);
    }

    private static IEnumerable<(RecordKey Key, int Version, string Title, string Part, string? Status, IReadOnlyList<Due> Due)> Actions(View view, string body, string? whole)
    {
        foreach (var name in whole is null ? [body] : new[] { body, whole })
            foreach (var a in view.Naming<PlanAction>(RecordKey.Of<Organisation>(name)))
                if (a.Body.Leads.FirstOrDefault(l => l.Organisation == name) is { } lead)
                    yield return (a.Key, a.Entry.Version, a.Body.Title, name == body ? lead.Role : "together", null, []);
    }

    // A milestone that restates a commitment's date is the commitment's matter; the others fall to who leads the action.
    private static IEnumerable<(RecordKey Key, int Version, string Title, string Part, string? Status, IReadOnlyList<Due> Due)> Milestones(View view, string body) =>
        from action in view.Naming<PlanAction>(RecordKey.Of<Organisation>(body))
        where action.Body.Leads.Any(l => l.Organisation == body && l.Role == "lead")
        from m in view.Naming<Milestone>(action.Key)
        where m.Body is { Of: null, AlsoOf.Count: 0 } && m.Body.Action == action.Id && m.Body.Due.Kind == "due"
        select (m.Key, m.Entry.Version, m.Body.Title, "lead", (string?)null, (IReadOnlyList<Due>)[m.Body.Due]);
}
