using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Web.House;

namespace Kept.Web.Features.Programme.Offers;

/// <summary>Something an offer is to produce, with its date as printed.</summary>
public sealed record OutputShape(
    string Id, string Text, DueShape? Due, string? Date, int? Count, string? Qualifier, string? Unit, string? State, string? Recurrence, string? Note, SourceShape Source)
{
    /// <summary>Every time its date was said otherwise, oldest first.</summary>
    public IReadOnlyList<DateMoveShape> Moves { get; init; } = [];

    public CorrectionShape? Correction { get; init; }

    public static OutputShape Of(View view, Version<Output> output)
    {
        var b = output.Body;
        return new(
            output.Id, b.Text, b.Due is { } due ? DueShape.Of(due) : null, b.Date, b.Count, b.Qualifier, b.Unit, b.State, b.Recurrence, b.Note,
            SourceShape.Of(view, b.Source))
        {
            Moves = DateMoveShape.Of(view, output.Key),
            Correction = CorrectionShape.Of(view, output.Source),
        };
    }

    public static IReadOnlyList<OutputShape> OfOffer(View view, string offer) =>
        [.. view.Naming<Output>(RecordKey.Of<Offer>(offer)).Where(o => o.Body.Offer == offer).OrderBy(o => o.Body.Order).Select(o => Of(view, o))];
}

/// <summary>An offer of support as the list shows it.</summary>
public sealed record OfferItem(string Id, string Url, string Title, string? Summary, int Order, int Outputs, int Dated, SourceShape Source)
{
    public static IReadOnlyList<OfferItem> All(View view) => [.. view.All<Offer>().OrderBy(o => o.Body.Order).Select(o => Of(view, o))];

    private static OfferItem Of(View view, Version<Offer> offer)
    {
        var outputs = OutputShape.OfOffer(view, offer.Id);
        return new(
            offer.Id, ProgrammeLinks.Offer(offer.Id), offer.Body.Title, offer.Body.Summary, offer.Body.Order, outputs.Count, outputs.Count(o => o.Due is not null),
            SourceShape.Of(view, offer.Body.Source));
    }
}

/// <summary>A way in which the programme offers support, what it is to produce, and what else the source says of it.</summary>
public sealed record OfferShape : RecordShape
{
    public required string Title { get; init; }
    public string? Summary { get; init; }
    public required int Order { get; init; }
    public required IReadOnlyList<OutputShape> Outputs { get; init; }
    public required IReadOnlyList<StatementShape> Statements { get; init; }
    public required SourceShape Source { get; init; }
    public required IReadOnlyList<HistoryShape> History { get; init; }

    public static OfferShape Of(Reading reading, Version<Offer> version)
    {
        var (view, body) = (reading.View, version.Body);
        var outputs = OutputShape.OfOffer(view, version.Id);
        var shape = new OfferShape
        {
            Id = version.Id,
            Url = ProgrammeLinks.Offer(version.Id),
            Version = version.Entry.Version,
            Entry = 0,
            Effective = version.Effective,
            EffectiveText = body.EffectiveText,
            Recorded = version.Entry.Recorded,
            Correction = CorrectionShape.Of(view, version.Source),
            Title = body.Title,
            Summary = body.Summary,
            Order = body.Order,
            Outputs = outputs,
            Statements = StatementShape.About(view, version.Key),
            Source = SourceShape.Of(view, body.Source),
            History = HistoryShape.Of(view, version.Key),
            Unknown = UnknownOf(body, outputs),
        };
        return shape with { Entry = view.Entry };
    }

    private static Dictionary<string, string> UnknownOf(Offer body, IReadOnlyList<OutputShape> outputs)
    {
        var unknown = new Dictionary<string, string>(StringComparer.Ordinal);
        if (body.Summary is null) unknown["summary"] = Unknowns.NotStated;
        if (outputs.Count == 0) unknown["outputs"] = Unknowns.NotStated;
        return unknown;
    }
}
