using System.Globalization;
using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Web.Features.Programme.Commitments;
using Kept.Web.House;

namespace Kept.Web.Features.Programme.Calendar;

/// <summary>Which dates are asked for. Repeated values of one name mean or; different names mean and.</summary>
public sealed class CalendarFilter
{
    private static readonly string[] Names = ["year", "season", "state", "plan", "area", "action", "body"];
    private readonly Dictionary<string, string[]> _asked;

    private CalendarFilter(Dictionary<string, string[]> asked) => _asked = asked;

    public bool IsEmpty => _asked.Count == 0;

    /// <summary>The states as data and addresses write them.</summary>
    public static IReadOnlyDictionary<string, DateState> States { get; } =
        Enum.GetValues<DateState>().ToDictionary(s => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(s.ToString()), s => s, StringComparer.Ordinal);

    public bool Asks(string name, string value) => Values(name).Contains(value, StringComparer.Ordinal);

    public IReadOnlyList<string> Values(string name) => _asked.GetValueOrDefault(name) ?? [];

    /// <summary>The filter as a query without dates; empty when nothing is asked.</summary>
    public string Query => string.Join('&', _asked.SelectMany(p => p.Value.Select(v => $"{p.Key}={Uri.EscapeDataString(v)}")));

    public static CalendarFilter OfPlan(string id) => new(new(StringComparer.Ordinal) { ["plan"] = [id] });

    /// <summary>The same filter for places and bodies, asking for other days.</summary>
    public CalendarFilter When(string? name = null, string? value = null)
    {
        var asked = _asked.Where(p => p.Key is not ("year" or "season" or "state")).ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
        if (name is not null && value is not null) asked[name] = [value];
        return new(asked);
    }

    /// <summary>An address with this filter.</summary>
    public string Address(string path) => Query.Length == 0 ? path : $"{path}?{Query}";

    public static (CalendarFilter? Filter, Problem? Problem) Read(IQueryCollection query, View view)
    {
        var asked = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (name, given) in query)
        {
            if (name is "at" or "known") continue;
            if (!Names.Contains(name, StringComparer.Ordinal))
                return (null, Problem.BadRequest("That filter is not known", $"The calendar cannot be filtered by \"{Cut(name)}\".", Cut(name), given.ToString(), "one of " + string.Join(", ", Names)));
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
        "year" => !value.Contains('-', StringComparison.Ordinal) && DuePeriod.Read(value) is not null ? null : "a year, such as 2022",
        "season" => value.Contains('-', StringComparison.Ordinal) && DuePeriod.Read(value) is not null ? null : "a season, such as 2022-spring",
        "state" => States.ContainsKey(value) ? null : "one of " + string.Join(", ", States.Keys),
        "plan" => Known<Plan>(value, view) ? null : "the id of a plan, such as plan-21-24",
        "area" => Known<PriorityArea>(value, view) ? null : "the id of a priority area, such as a-good-childhood",
        "action" => Known<PlanAction>(value, view) ? null : "the id of an action, such as support",
        "body" => value == Unknowns.NotStated || Known<Organisation>(value, view) ? null : "the id of an organisation, such as scottish-government, or not-stated",
        _ => null,
    };

    private static bool Known<T>(string id, View view) where T : RecordBody => view.Newest(RecordKey.Of<T>(id)) is not null;

    public bool Takes(CalendarDateShape date) => _asked.All(asked => asked.Value.Any(value => Takes(date, asked.Key, value)));

    private static bool Takes(CalendarDateShape date, string name, string value) => name switch
    {
        "year" => date.Day?.Year.ToString(CultureInfo.InvariantCulture) == value,
        "season" => date.Season == value,
        "state" => date.State == States[value],
        "plan" => date.Plans.Any(p => p.Id == value),
        "area" => date.Areas.Any(a => a.Id == value),
        "action" => date.Actions.Any(a => a.Id == value),
        "body" => value == Unknowns.NotStated ? date.Who.Count == 0 : date.Who.Concat(date.With).Any(o => o.Id == value),
        _ => false,
    };
}
