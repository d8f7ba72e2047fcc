using Kept.Core.Connections;
using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Web.House;

namespace Kept.Web.Features.Connections;

/// <summary>Which links are asked for. Repeated values of one name mean or; different names mean and.</summary>
public sealed class ConnectionFilter
{
    private static readonly string[] Names = ["strength", "plan", "area", "action", "body"];
    private readonly Dictionary<string, string[]> _asked;

    private ConnectionFilter(Dictionary<string, string[]> asked) => _asked = asked;

    /// <summary>explicit, named and implied, from the strongest.</summary>
    public static IReadOnlyList<string> Strengths { get; } = ["explicit", "named", "implied"];

    public static ConnectionFilter None { get; } = new(new(StringComparer.Ordinal));

    public bool IsEmpty => _asked.Count == 0;

    public bool Asks(string name, string value) => Values(name).Contains(value, StringComparer.Ordinal);

    public IReadOnlyList<string> Values(string name) => _asked.GetValueOrDefault(name) ?? [];

    public string Query => string.Join('&', _asked.SelectMany(p => p.Value.Select(v => $"{p.Key}={Uri.EscapeDataString(v)}")));

    public string Address(string path) => Query.Length == 0 ? path : $"{path}?{Query}";

    public static (ConnectionFilter? Filter, Problem? Problem) Read(IQueryCollection query, View view)
    {
        var asked = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (name, given) in query)
        {
            if (name is "at" or "known") continue;
            if (!Names.Contains(name, StringComparer.Ordinal))
                return (null, Problem.BadRequest("That filter is not known", $"Connections cannot be filtered by \"{Cut(name)}\".", Cut(name), given.ToString(), "one of " + string.Join(", ", Names)));
            var values = given.Where(v => !string.IsNullOrWhiteSpace(v)).Select(v => v!.Trim()).ToArray();
            foreach (var value in values)
                if (Expected(name, value, view) is { } expected)
                    return (null, Problem.BadRequest("That filter value is not known", $"There is no {name} \"{Cut(value)}\".", name, value, expected));
            if (values.Length > 0) asked[name] = values;
        }
        return (new(asked), null);
    }

    private static string Cut(string text) => text.Length <= 60 ? text : text[..60] + "...";

    private static string? Expected(string name, string value, View view) => name switch
    {
        "strength" => Strengths.Contains(value, StringComparer.Ordinal) ? null : "one of " + string.Join(", ", Strengths),
        "plan" => Known<Plan>(value, view) ? null : "the id of a plan, such as plan-21-24",
        "area" => Known<PriorityArea>(value, view) ? null : "the id of a priority area, such as a-good-childhood",
        "action" => Known<PlanAction>(value, view) ? null : "the id of an action, such as support",
        "body" => Known<Organisation>(value, view) ? null : "the id of an organisation, such as scottish-government",
        _ => null,
    };

    private static bool Known<T>(string id, View view) where T : RecordBody => view.Newest(RecordKey.Of<T>(id)) is not null;

    /// <param name="actions">The actions in which the bodies asked for have a part.</param>
    public bool Takes(View view, Link link, IReadOnlySet<string> actions) => _asked.All(asked => asked.Value.Any(value => asked.Key switch
    {
        "strength" => link.Strength == value,
        "plan" => Ends(view, link).Any(e => e.Plan == value),
        "area" => Ends(view, link).Any(e => e.Area == value),
        // A link to a priority area is a link to each of its actions.
        "action" => link.From == value || link.To == value || (link.ToKind == "area" && view.Find<PlanAction>(value)?.Body.Area == link.To),
        _ => actions.Contains(link.From) || (link.ToKind == "action" && actions.Contains(link.To)),
    }));

    private static IEnumerable<(string Plan, string Area)> Ends(View view, Link link)
    {
        if (view.Find<PlanAction>(link.From)?.Body is { } from) yield return (from.Plan, from.Area);
        if (link.ToKind == "area" && view.Find<PriorityArea>(link.To)?.Body is { } area) yield return (area.Plan, link.To);
        if (link.ToKind == "action" && view.Find<PlanAction>(link.To)?.Body is { } to) yield return (to.Plan, to.Area);
    }
}
