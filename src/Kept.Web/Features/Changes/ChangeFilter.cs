using System.Globalization;
using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Web.House;

namespace Kept.Web.Features.Changes;

/// <summary>Which changes are asked for. Repeated values of one name mean or; different names mean and.</summary>
public sealed class ChangeFilter
{
    private static readonly string[] Names = ["kind", "area", "action", "body", "act"];
    private readonly Dictionary<string, string[]> _asked;

    private ChangeFilter(Dictionary<string, string[]> asked) => _asked = asked;

    public bool IsEmpty => _asked.Count == 0;

    public bool Asks(string name, string value) => _asked.TryGetValue(name, out var values) && values.Contains(value, StringComparer.Ordinal);

    /// <summary>The Acts asked for, by the numbers of their last entries.</summary>
    public IReadOnlyList<string> Acts => _asked.GetValueOrDefault("act") ?? [];

    /// <summary>The filter as a query, without dates or page.</summary>
    public string Query => string.Join('&', _asked.SelectMany(p => p.Value.Select(v => $"{p.Key}={Uri.EscapeDataString(v)}")));

    /// <summary>Reads a query; a name or value that is not known is a problem that shows the right form.</summary>
    public static (ChangeFilter? Filter, Problem? Problem) Read(IQueryCollection query, View view)
    {
        var asked = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (name, given) in query)
        {
            if (name is "at" or "known" or "page") continue;
            if (!Names.Contains(name, StringComparer.Ordinal))
                return (null, Problem.BadRequest("That filter is not known", "Changes cannot be filtered in this way.", name.Length <= 60 ? name : name[..60], given.ToString(), "one of " + string.Join(", ", Names) + ", or from and to"));
            var values = given.Where(v => !string.IsNullOrWhiteSpace(v)).Select(v => v!.Trim()).ToArray();
            foreach (var value in values)
                if (Expected(name, value, view) is { } expected)
                    return (null, Problem.BadRequest("That filter value is not known", $"There is no such {name}.", name, value, expected));
            if (values.Length > 0) asked[name] = values;
        }
        return (new(asked), null);
    }

    private static string? Expected(string name, string value, View view) => name switch
    {
        "kind" => RecordKinds.TypeOf(value) is not null ? null : "one of " + string.Join(", ", RecordKinds.Names),
        "area" => Known<PriorityArea>(value, view) ? null : "the id of a priority area, such as a-good-childhood",
        "action" => Known<PlanAction>(value, view) ? null : "the id of an action, such as support",
        "body" => Known<Organisation>(value, view) ? null : "the id of an organisation, such as scottish-government",
        _ => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= view.Snapshot.Number ? null : "the number of the last entry of an Act, as /changes gives it",
    };

    private static bool Known<T>(string id, View view) where T : RecordBody => view.Newest(RecordKey.Of<T>(id)) is not null;

    /// <summary>The instants at which the Acts asked for were recorded; all entries of one Act share it.</summary>
    public HashSet<DateTimeOffset> Instants(IEnumerable<RecordVersion> versions)
    {
        var numbers = Acts.Select(a => long.Parse(a, CultureInfo.InvariantCulture)).ToHashSet();
        return [.. versions.Where(v => numbers.Contains(v.Entry.Number)).Select(v => v.Entry.Recorded)];
    }

    /// <summary>Whether a version is of what was asked for, Acts aside.</summary>
    public bool Takes(View view, RecordVersion version) => _asked.Where(a => a.Key != "act").All(a => a.Value.Any(value => Takes(view, version, a.Key, value)));

    private static bool Takes(View view, RecordVersion version, string name, string value)
    {
        var key = version.Entry.Record;
        if (name == "kind") return key.Kind == value;
        var body = version.Body ?? Chronicle.Change(view, version).Before?.Body;
        var named = (body?.References() ?? []).Append(key).ToHashSet();
        return name switch
        {
            "action" => named.Contains(RecordKey.Of<PlanAction>(value)),
            "body" => named.Contains(RecordKey.Of<Organisation>(value)),
            _ => named.Contains(RecordKey.Of<PriorityArea>(value)) || named.Any(k => view.Newest(k)?.Body is PlanAction action && action.Area == value),
        };
    }
}
