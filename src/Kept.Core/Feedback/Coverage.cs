using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;

namespace Kept.Core.Feedback;

/// <summary>When somebody was last met or heard, and of which of their actions nothing was.</summary>
/// <param name="LastMet">The last meeting; null where there was none.</param>
/// <param name="LastSaid">The last update in the record; null where there is none.</param>
/// <param name="Silent">Actions in which it has a part and of which nothing was heard within the time asked for, with the last day something was; null where it never was.</param>
public sealed record CoverageLine(string Name, string? Body, int Parts, DateOnly? LastMet, DateOnly? LastSaid, IReadOnlyList<(string Action, DateOnly? Last)> Silent)
{
    public DateOnly? Last => LastMet > LastSaid || LastSaid is null ? LastMet : LastSaid;
}

/// <summary>Whom the programme has heard, over the bodies that have a part in an action and the operator's own list.</summary>
public static class Coverage
{
    /// <summary>A meeting as far as it matters here.</summary>
    public sealed record Met(DateOnly Day, IReadOnlyList<string> Bodies, IReadOnlyList<string> Contacts, IReadOnlyList<string> Actions);

    /// <param name="quiet">For how many days nothing may be heard of an action before it counts as silent.</param>
    /// <returns>Those of whom the programme has heard longest ago first; never heard stands before all.</returns>
    public static IReadOnlyList<CoverageLine> Of(View record, IReadOnlyList<Met> meetings, IReadOnlyList<Contact> contacts, int quiet)
    {
        var parts = Parts(record);
        var met = meetings.SelectMany(m => m.Bodies.Select(b => (Body: b, Meeting: m))).ToLookup(m => m.Body, m => m.Meeting, StringComparer.Ordinal);
        var byContact = meetings.SelectMany(m => m.Contacts.Select(c => (Contact: c, Meeting: m))).ToLookup(m => m.Contact, m => m.Meeting, StringComparer.Ordinal);
        var said = record.All<Update>().ToLookup(u => u.Body.Body, StringComparer.Ordinal);
        var lines = new List<CoverageLine>();
        foreach (var body in parts.Keys.Concat(contacts.Select(c => c.Body).OfType<string>()).Distinct(StringComparer.Ordinal))
        {
            if (record.Find<Organisation>(body) is not { } found) continue;
            var updates = said[body].Select(u => (u.Effective, Actions: ActionsOf(record, u.Body))).ToList();
            var silent = parts.GetValueOrDefault(body, []).Select(a => (Action: a, Last: Latest(met[body].Where(m => m.Actions.Contains(a, StringComparer.Ordinal)).Select(m => m.Day).Concat(updates.Where(u => u.Actions.Contains(a, StringComparer.Ordinal)).Select(u => u.Effective)))))
                .Where(a => a.Last is null || a.Last < record.At.AddDays(-quiet)).OrderBy(a => a.Last ?? DateOnly.MinValue).ToList();
            lines.Add(new(found.Body.Name, body, parts.GetValueOrDefault(body, []).Count, Latest(met[body].Select(m => m.Day)), Latest(updates.Select(u => u.Effective)), silent));
        }
        lines.AddRange(contacts.Where(c => c.Body is null).Select(c => new CoverageLine(c.Name, null, 0, Latest(byContact[c.Id].Select(m => m.Day)), null, [])));
        return [.. lines.OrderBy(l => l.Last ?? DateOnly.MinValue).ThenByDescending(l => l.Silent.Count).ThenBy(l => l.Name, StringComparer.OrdinalIgnoreCase)];
    }

    // The actions in which each body has a part: by name, or as the owner of a commitment under it.
    private static Dictionary<string, IReadOnlyList<string>> Parts(View record)
    {
        var pairs = record.All<PlanAction>().SelectMany(a => a.Body.Leads.Select(l => (l.Organisation, Action: a.Id)))
            .Concat(record.All<Commitment>().SelectMany(c => c.Body.Who.SelectMany(w => c.Body.Actions.Select(a => (Organisation: w, Action: a)))));
        return pairs.GroupBy(p => p.Organisation, StringComparer.Ordinal).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(p => p.Action).Distinct(StringComparer.Ordinal)], StringComparer.Ordinal);
    }

    private static IReadOnlyList<string> ActionsOf(View record, Update update)
    {
        var key = RecordKey.Parse(update.Of);
        return record.InForce(key)?.Body switch
        {
            PlanAction => [key.Id],
            Commitment c => c.Actions,
            Milestone { Action: { } action } => [action],
            _ => [],
        };
    }

    private static DateOnly? Latest(IEnumerable<DateOnly> days) => days.Select(d => (DateOnly?)d).Max();
}
