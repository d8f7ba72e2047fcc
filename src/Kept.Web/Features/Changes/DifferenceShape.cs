using System.Text.Json.Serialization;
using Kept.Core.Foundation;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Web.Features.Evidence;
using Kept.Web.House;

namespace Kept.Web.Features.Changes;

/// <summary>What differs between two days, as known now or at the end of a day.</summary>
public sealed record DifferenceShape(
    DateOnly From, DateOnly To, IReadOnlyList<MovedShape> Moved, IReadOnlyList<DifferingShape> Added, IReadOnlyList<DifferingShape> Changed,
    IReadOnlyList<DifferingShape> Removed)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] public DateOnly? Known { get; init; }

    /// <summary>How many records of each kind stood on the two days.</summary>
    [JsonIgnore] public IReadOnlyList<(string Kind, int Then, int Now)> Counts { get; init; } = [];

    /// <summary>Whether a query asks for a difference rather than for a list.</summary>
    public static bool IsAsked(IQueryCollection query) => query.ContainsKey("from") || query.ContainsKey("to");

    public static (DifferenceShape? Difference, Problem? Problem) Of(HttpContext http, Reading reading)
    {
        var query = http.Request.Query;
        if (query.Keys.FirstOrDefault(k => k is not ("from" or "to" or "at" or "known")) is { } odd)
            return (null, Problem.BadRequest("That is not asked of two dates", "Two dates are compared whole, without filters.", odd, query[odd].ToString(), "from, to and known"));
        if (Day(query, "from") is not { } from) return (null, Bad("from", query["from"].ToString()));
        var toGiven = query["to"].ToString();
        if ((toGiven.Length == 0 ? reading.At : Day(query, "to")) is not { } to) return (null, Bad("to", toGiven));
        if (from > to)
            return (null, Problem.BadRequest("The first day comes after the second", "A difference goes from the earlier day to the later one.", "from", Dates.Iso(from), $"a day up to {Dates.Iso(to)}: perhaps from={Dates.Iso(to)}&to={Dates.Iso(from)}"));
        return (Between(reading, from, to), null);
    }

    private static DifferenceShape Between(Reading reading, DateOnly from, DateOnly to)
    {
        var snapshot = reading.View.Snapshot;
        var (then, now) = (new View(snapshot, from, reading.Asked.KnownUntil), new View(snapshot, to, reading.Asked.KnownUntil));
        var records = Difference.Of(then, now).Records.OrderBy(r => KindWords.Place(r.Key.Kind)).ThenBy(r => r.Key).ToList();
        // The page's number is that of the newest entry it tells of.
        foreach (var record in records) reading.View.History(record.Key);
        IReadOnlyList<DifferingShape> Of(string what) => [.. records.Where(r => r.What == what).Select(r => DifferingShape.Of(now, r))];
        return new(from, to, MovedShape.Of(now, from, records), Of(RecordChange.Added), Of(RecordChange.Changed), Of(RecordChange.Removed))
        {
            Known = reading.Asked.Known,
            Counts = [.. snapshot.Kinds.OrderBy(KindWords.Place).Select(k => (k, Count(then, k), Count(now, k)))],
        };
    }

    private static int Count(View view, string kind) => view.Keys(kind).Count(k => view.InForce(k) is { RecordJson.IsEmpty: false });

    private static DateOnly? Day(IQueryCollection query, string name) => query[name].Count == 1 ? Dates.FromIso(query[name].ToString()) : null;

    private static Problem Bad(string name, string given) => Problem.BadRequest(
        given.Length == 0 ? "A day is missing" : "That date cannot be read", $"The address should say {(name == "from" ? "from which" : "up to which")} day to compare.", name, given, "one date, written year-month-day, such as 2021-03-31");
}

/// <summary>A record that differs between two days, with every field that does.</summary>
public sealed record DifferingShape(string Kind, string Id, string? Url, string Title, DateOnly Effective, IReadOnlyList<FieldChange> Fields, string? Why)
{
    [JsonIgnore] public IReadOnlyList<string> Words { get; init; } = [];

    public static DifferingShape Of(View view, RecordDifference record)
    {
        var version = record.To ?? record.From!;
        var page = RecordPage.Of(view, record.Key.Id, version.Body!);
        // A record that is no more went by the entry that took it out.
        var by = record.To ?? view.InForce(record.Key) ?? version;
        return new(record.Key.Kind, record.Key.Id, page?.Url, page?.Title ?? record.Key.Id, by.Entry.Effective, record.Fields, by.Why)
        {
            Words = record.What == RecordChange.Changed ? [.. record.Fields.Where(f => f.Field != "effectiveText").Select(f => ChangeWords.Say(view, f)).Distinct(StringComparer.Ordinal)] : [],
        };
    }
}

/// <summary>A record whose date moved between two days, with every date it had before.</summary>
public sealed record MovedShape(string Kind, string Id, string? Url, string Title, IReadOnlyList<DateMoveShape> Moves)
{
    internal static IReadOnlyList<MovedShape> Of(View view, DateOnly since, IEnumerable<RecordDifference> records) =>
    [
        .. from record in records
           where record.To is not null
           let moves = DateMove.Of(view, record.Key)
           where moves.Any(m => m.Version.Entry.Effective > since && !m.IsCorrection)
           let page = RecordPage.Of(view, record.Key.Id, record.To!.Body!)
           select new MovedShape(record.Key.Kind, record.Key.Id, page?.Url, page?.Title ?? record.Key.Id, [.. moves.Select(DateMoveShape.Of)]),
    ];
}
