using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Web.House;

namespace Kept.Web.Features.Programme.Commitments;

/// <summary>What of the commitments is asked for. Repeated values of one name mean or; different names mean and.</summary>
public sealed class CommitmentFilter
{
    private static readonly string[] Names = ["plan", "area", "action", "body", "status", "due", "amount", "q"];
    private readonly Dictionary<string, string[]> _asked;

    private CommitmentFilter(Dictionary<string, string[]> asked) => _asked = asked;

    public bool IsEmpty => _asked.Count == 0;

    /// <summary>Whether a value was asked for, for the ticks in the form.</summary>
    public bool Asks(string name, string value) => _asked.TryGetValue(name, out var values) && values.Contains(value, StringComparer.Ordinal);

    public string Search => _asked.TryGetValue("q", out var q) ? string.Join(' ', q) : "";

    /// <summary>The filter as a query, without dates or page; empty when nothing is asked.</summary>
    public string Query => string.Join('&', _asked.SelectMany(p => p.Value.Select(v => $"{p.Key}={Uri.EscapeDataString(v)}")));

    /// <summary>Reads a query; a name or value that is not known is a problem that shows the right form.</summary>
    public static (CommitmentFilter? Filter, Problem? Problem) Read(IQueryCollection query, View view)
    {
        var asked = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (name, given) in query)
        {
            if (name is "at" or "known" or "page") continue;
            if (!Names.Contains(name, StringComparer.Ordinal))
                return (null, Problem.BadRequest("That filter is not known", $"Commitments cannot be filtered by \"{Cut(name)}\".", Cut(name), given.ToString(), "one of " + string.Join(", ", Names)));
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
        "plan" => Known<Plan>(value, view) ? null : "the id of a plan, such as plan-21-24",
        "area" => Known<PriorityArea>(value, view) ? null : "the id of a priority area, such as a-good-childhood",
        "action" => Known<PlanAction>(value, view) ? null : "the id of an action, such as support",
        "body" => value == Unknowns.NotStated || Known<Organisation>(value, view) ? null : "the id of an organisation, such as scottish-government, or not-stated",
        "status" => CommitmentStatuses.Ids.Contains(value, StringComparer.Ordinal) ? null : "one of " + string.Join(", ", CommitmentStatuses.Ids),
        "amount" => value is "stated" or Unknowns.NotStated ? null : "stated or not-stated",
        "due" => value is "passed" or "moved" or Unknowns.NotStated || DuePeriod.Read(value) is not null ? null : "not-stated, passed, moved, a year such as 2022, or a season such as 2022-spring",
        _ => null,
    };

    private static bool Known<T>(string id, View view) where T : RecordBody => view.Newest(RecordKey.Of<T>(id)) is not null;

    public bool Takes(Version<Commitment> commitment, Reading reading) => _asked.All(asked => asked.Key == "q"
        ? TakesSearch(commitment, reading.View, asked.Value)
        : asked.Value.Any(value => Takes(commitment, reading, asked.Key, value)));

    /// <summary>How many of its printed entries fit by what they themselves say: an undated wording of a dated commitment counts as undated.</summary>
    public int CountPrinted(Version<Commitment> commitment, Reading reading) => commitment.Body.Printed.Count(p => Takes(
        commitment with { Body = commitment.Body with { Text = p.Text, Actions = [p.Action], Who = p.Who, Due = p.Due, Status = p.Status, Printed = [p] } }, reading));

    private static bool Takes(Version<Commitment> commitment, Reading reading, string name, string value)
    {
        var body = commitment.Body;
        IEnumerable<PlanAction> Actions() => body.Actions.Select(a => reading.View.Find<PlanAction>(a)?.Body).OfType<PlanAction>();
        return name switch
        {
            "plan" => Actions().Any(a => a.Plan == value),
            "area" => Actions().Any(a => a.Area == value),
            "action" => body.Actions.Contains(value, StringComparer.Ordinal),
            "body" => value == Unknowns.NotStated ? body.Who.Count == 0 : body.Who.Contains(value, StringComparer.Ordinal),
            "status" => body.Status == value,
            "amount" => body.Amounts.Count > 0 == (value == "stated"),
            "due" when value == Unknowns.NotStated => body.Due.Count == 0,
            "due" when value == "passed" => reading.View.PassedWithNothingHeard(commitment).Any(),
            "due" when value == "moved" => DateMove.Of(reading.View, commitment.Key).Any(m => !m.IsCorrection),
            "due" => DuePeriod.Read(value) is { } period && body.Due.Any(d => d.End is { } end && period.Contains(end)),
            _ => false,
        };
    }

    private static bool TakesSearch(Version<Commitment> commitment, View view, string[] search)
    {
        var body = commitment.Body;
        var names = body.Who.Concat(body.With).Concat(body.Concerns).Select(o => view.Find<Organisation>(o)?.Body).OfType<Organisation>();
        var text = string.Join('\n', body.Printed.Select(p => p.Text).Append(body.Text)
            .Concat(body.Actions.Select(a => view.Find<PlanAction>(a)?.Body.Title ?? ""))
            .Concat(names.SelectMany(o => o.OtherNames.Append(o.Name).Append(o.Acronym ?? ""))));
        return search.SelectMany(s => s.Split(' ', StringSplitOptions.RemoveEmptyEntries)).All(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
