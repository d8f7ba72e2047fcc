using System.Text.Json.Serialization;
using Kept.Core.Evidence;
using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;

namespace Kept.Web.House;

/// <summary>What every record's JSON begins with. Pages are drawn from the same shapes, so the two cannot differ.</summary>
public abstract record RecordShape
{
    [JsonPropertyOrder(-9)] public required string Id { get; init; }
    [JsonPropertyOrder(-8)] public required string Url { get; init; }
    [JsonPropertyOrder(-7)] public required int Version { get; init; }

    /// <summary>The greatest entry number among the records read for this one: see <see cref="View.Mark"/>.</summary>
    [JsonPropertyOrder(-6)] public required long Entry { get; init; }
    [JsonPropertyOrder(-5)] public required DateOnly Effective { get; init; }
    [JsonPropertyOrder(-4)] public string? EffectiveText { get; init; }
    [JsonPropertyOrder(-3)] public required DateTimeOffset Recorded { get; init; }

    /// <summary>There where these words were wrong and were corrected.</summary>
    [JsonPropertyOrder(-2)] public CorrectionShape? Correction { get; init; }

    /// <summary>Fields that are not known, each with the kind of not knowing.</summary>
    [JsonPropertyOrder(9)] public IReadOnlyDictionary<string, string> Unknown { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>A whole list, as data twins give it.</summary>
public record ListShape<T>(IReadOnlyList<T> Items, int Total, long Entry, DateOnly At)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] public DateOnly? Known { get; init; }
}

public static class Lists
{
    /// <summary>A list of everything a reading has of one kind.</summary>
    public static ListShape<T> Of<T>(IReadOnlyList<T> items, Reading reading) =>
        new(items, items.Count, reading.View.Entry, reading.At) { Known = reading.Asked.Known };
}

public sealed record IdTitle(string Id, string Title);

public sealed record IdName(string Id, string Name);

public sealed record SourceShape(string Id, string Title, IReadOnlyList<int>? Lines, int? Page)
{
    /// <summary>Further lines, where the place is not one run of lines.</summary>
    public IReadOnlyList<int>? Also { get; init; }

    /// <summary>"lines 12 to 14", or empty.</summary>
    [JsonIgnore] public string Place => new Cite(Id, Lines, Page) { Also = Also ?? [] }.Place;

    public static SourceShape Of(View view, Cite cite) =>
        new(cite.Id, view.Find<Source>(cite.Id)?.Body.Title ?? cite.Id, cite.Lines, cite.Page) { Also = cite.Also is { Count: > 0 } also ? also : null };
}

public sealed record DueShape(string Text, string Qualifier, DateOnly? Start, DateOnly? End, DateOnly? StrictEnd, string? Note, string Kind)
{
    public static DueShape Of(Due due) => new(due.Text, due.Qualifier, due.Start, due.End, due.StrictEnd, due.Note, due.Kind);
}

/// <summary>The kinds of not knowing, and how pages say them.</summary>
public static class Unknowns
{
    public const string NotStated = "not-stated";
    public const string NotLinkedYet = "not-linked-yet";

    public static string Say(string value) => value switch
    {
        NotStated => "Not stated",
        NotLinkedYet => "Not linked yet",
        "asked-no-answer" => "Asked, no answer",
        "not-applicable" => "Not applicable",
        "withheld" => "Withheld",
        "too-few-to-show" => "Too few to show",
        _ => value,
    };
}

/// <summary>Names for ids, as the View has them.</summary>
public static class Names
{
    public static IdName Organisation(View view, string id) => new(id, view.Find<Organisation>(id)?.Body.Name ?? id);

    public static IReadOnlyList<IdName> Organisations(View view, IEnumerable<string> ids) => [.. ids.Select(id => Organisation(view, id))];

    public static IdTitle Action(View view, string id) => new(id, view.Find<PlanAction>(id)?.Body.Title ?? id);

    public static IdTitle Plan(View view, string id) => new(id, view.Find<Plan>(id)?.Body.Title ?? id);

    public static IdTitle Area(View view, string id) => new(id, view.Find<PriorityArea>(id)?.Body.Title ?? id);
}
