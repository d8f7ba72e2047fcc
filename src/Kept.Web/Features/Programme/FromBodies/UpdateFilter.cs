using Kept.Core.Foundation;
using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Web.House;

namespace Kept.Web.Features.Programme.FromBodies;

/// <summary>Which of the things bodies said are asked for. Repeated values of one name mean or; different names mean and.</summary>
public sealed class UpdateFilter
{
    private static readonly string[] Names = ["body", "area", "action", "report", "from", "to"];
    private readonly Dictionary<string, string[]> _asked;

    private UpdateFilter(Dictionary<string, string[]> asked) => _asked = asked;

    public bool IsEmpty => _asked.Count == 0;

    public bool Asks(string name, string value) => _asked.TryGetValue(name, out var values) && values.Contains(value, StringComparer.Ordinal);

    /// <summary>The first day asked for, as the form shows it; empty for none.</summary>
    public string From => Day("from");

    /// <summary>The last day asked for.</summary>
    public string To => Day("to");

    /// <summary>The filter as a query, without dates of the record or page; empty when nothing is asked.</summary>
    public string Query => string.Join('&', _asked.SelectMany(p => p.Value.Select(v => $"{p.Key}={Uri.EscapeDataString(v)}")));

    /// <summary>Reads a query; a name or value that is not known is a problem that shows the right form.</summary>
    public static (UpdateFilter? Filter, Problem? Problem) Read(IQueryCollection query, View view)
    {
        var asked = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (name, given) in query)
        {
            if (name is "at" or "known" or "page") continue;
            if (!Names.Contains(name, StringComparer.Ordinal))
                return (null, Problem.BadRequest("That filter is not known", $"What bodies say cannot be filtered by \"{Cut(name)}\".", Cut(name), given.ToString(), "one of " + string.Join(", ", Names)));
            var values = given.Where(v => !string.IsNullOrWhiteSpace(v)).Select(v => v!.Trim()).ToArray();
            foreach (var value in values)
                if (Expected(name, value, view) is { } expected)
                    return (null, Problem.BadRequest("That filter value is not known", $"There is no {name} \"{Cut(value)}\".", name, value, expected));
            if (values.Length > 1 && name is ("from" or "to"))
                return (null, Problem.BadRequest("That is one day", "A list goes from one day to one day.", name, string.Join(", ", values), "one date, written year-month-day, such as 2026-03-31"));
            if (values.Length > 0) asked[name] = values;
        }
        var filter = new UpdateFilter(asked);
        return filter is { From.Length: > 0, To.Length: > 0 } && string.CompareOrdinal(filter.From, filter.To) > 0
            ? (null, Problem.BadRequest("The first day comes after the last", "The list goes from the earlier day to the later one.", "from", filter.From, "a day up to " + filter.To))
            : (filter, null);
    }

    private static string Cut(string text) => text.Length <= 60 ? text : text[..60] + "...";

    private static string? Expected(string name, string value, View view) => name switch
    {
        "body" => Known<Organisation>(value, view) ? null : "the id of an organisation, such as scottish-government",
        "area" => Known<PriorityArea>(value, view) ? null : "the id of a priority area, such as a-good-childhood",
        "action" => Known<PlanAction>(value, view) ? null : "the id of an action, such as support",
        "report" => StatutoryReports.Ids.Contains(value, StringComparer.Ordinal) ? null : "one of " + string.Join(", ", StatutoryReports.Ids),
        _ => Dates.FromIso(value) is not null ? null : "one date, written year-month-day, such as 2026-03-31",
    };

    private static bool Known<T>(string id, View view) where T : RecordBody => view.Newest(RecordKey.Of<T>(id)) is not null;

    public bool Takes(UpdateShape update) => _asked.All(asked => asked.Value.Any(value => asked.Key switch
    {
        "body" => update.Body.Id == value,
        "area" => update.Areas.Any(a => a.Id == value),
        "action" => update.Actions.Any(a => a.Id == value),
        "report" => update.Reports.Contains(value, StringComparer.Ordinal),
        "from" => update.Effective >= Dates.FromIso(value),
        _ => update.Effective <= Dates.FromIso(value),
    }));

    private string Day(string name) => _asked.TryGetValue(name, out var values) ? values[0] : "";
}
