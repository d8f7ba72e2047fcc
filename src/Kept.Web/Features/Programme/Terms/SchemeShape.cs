using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Web.House;

namespace Kept.Web.Features.Programme.Terms;

/// <summary>A scheme as the list of schemes shows it.</summary>
public sealed record SchemeItem(string Id, string Url, string Title, string Summary, int Order, int Terms, SourceShape Source)
{
    public static IReadOnlyList<SchemeItem> All(View view) =>
        [.. view.All<Scheme>().OrderBy(s => s.Body.Order).Select(s => new SchemeItem(
            s.Id, ProgrammeLinks.Scheme(s.Id), s.Body.Title, s.Body.Summary, s.Body.Order, TermItem.OfScheme(view, s.Id).Count, SourceShape.Of(view, s.Body.Source)))];
}

/// <summary>A scheme: a record, and the list of its terms.</summary>
public sealed record SchemeShape(IReadOnlyList<TermItem> Items, int Total, long Entry, DateOnly At) : ListShape<TermItem>(Items, Total, Entry, At)
{
    public required string Id { get; init; }
    public required string Url { get; init; }
    public required int Version { get; init; }
    public required DateOnly Effective { get; init; }
    public string? EffectiveText { get; init; }
    public required DateTimeOffset Recorded { get; init; }
    public CorrectionShape? Correction { get; init; }
    public required string Title { get; init; }
    public required string Summary { get; init; }
    public required int Order { get; init; }
    public required IReadOnlyList<StatementShape> Statements { get; init; }
    public required SourceShape Source { get; init; }
    public required IReadOnlyList<HistoryShape> History { get; init; }

    public static SchemeShape Of(Reading reading, Version<Scheme> version)
    {
        var (view, body) = (reading.View, version.Body);
        var items = TermItem.OfScheme(view, version.Id);
        var shape = new SchemeShape(items, items.Count, 0, reading.At)
        {
            Known = reading.Asked.Known,
            Id = version.Id,
            Url = ProgrammeLinks.Scheme(version.Id),
            Version = version.Entry.Version,
            Effective = version.Effective,
            EffectiveText = body.EffectiveText,
            Recorded = version.Entry.Recorded,
            Correction = CorrectionShape.Of(view, version.Source),
            Title = body.Title,
            Summary = body.Summary,
            Order = body.Order,
            Statements = StatementShape.About(view, version.Key),
            Source = SourceShape.Of(view, body.Source),
            History = HistoryShape.Of(view, version.Key),
        };
        return shape with { Entry = view.Entry };
    }
}
