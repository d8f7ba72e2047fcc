using Kept.Core.Evidence;
using Kept.Core.Records;
using Kept.Web.House;

namespace Kept.Web.Features.Evidence.Sources;

/// <summary>A document that facts were read from, and the records that rest on it.</summary>
public sealed record SourceRecordShape : RecordShape
{
    public required string Title { get; init; }
    public string? Publisher { get; init; }
    public string? Published { get; init; }
    public required string Kind { get; init; }

    /// <summary>SHA-256 of the plain-text copy that line numbers count in.</summary>
    public string? Sha256 { get; init; }
    public int? Lines { get; init; }
    public string? Note { get; init; }

    /// <summary>The records that cite it, counted by kind.</summary>
    public required IReadOnlyList<RestingShape> Records { get; init; }
    public required int Total { get; init; }
    public required IReadOnlyList<HistoryShape> History { get; init; }

    public static SourceRecordShape Of(Reading reading, Version<Source> version)
    {
        var (view, body) = (reading.View, version.Body);
        var mark = view.Mark();
        view.InForce(version.Key);
        var records = RestingShape.On(view, version.Key);
        var unknown = new Dictionary<string, string>(StringComparer.Ordinal);
        if (body.Publisher is null) unknown["publisher"] = Unknowns.NotStated;
        if (body.Published is null) unknown["published"] = Unknowns.NotStated;
        if (body.Sha256 is null) unknown["sha256"] = unknown["lines"] = "not-applicable";
        var shape = new SourceRecordShape
        {
            Id = version.Id,
            Url = EvidenceLinks.Source(version.Id),
            Version = version.Entry.Version,
            Entry = 0,
            Effective = version.Effective,
            EffectiveText = body.EffectiveText,
            Recorded = version.Entry.Recorded,
            Correction = CorrectionShape.Of(view, version.Source),
            Title = body.Title,
            Publisher = body.Publisher,
            Published = body.Published,
            Kind = body.Kind,
            Sha256 = body.Sha256,
            Lines = body.Lines,
            Note = body.Note,
            Records = records,
            Total = records.Sum(r => r.Total),
            History = HistoryShape.Of(view, version.Key),
            Unknown = unknown,
        };
        return shape with { Entry = view.Since(mark) };
    }
}

/// <summary>The records of one kind that cite a source.</summary>
public sealed record RestingShape(string Kind, int Total, IReadOnlyList<RestingRecord> Items)
{
    public static IReadOnlyList<RestingShape> On(View view, RecordKey source) =>
        [.. view.EverReferring(source).Order()
            .Where(key => view.InForce(key)?.Body?.References().Contains(source) == true)
            .GroupBy(key => key.Kind, StringComparer.Ordinal)
            .Select(g => new RestingShape(g.Key, g.Count(), [.. g.Select(key => RestingRecord.Of(view, key)).OfType<RestingRecord>()]))
            .OrderBy(r => KindWords.Place(r.Kind)).ThenBy(r => r.Kind, StringComparer.Ordinal)];
}

/// <summary>One record, and the page that shows it.</summary>
public sealed record RestingRecord(string Id, string Title, string Url)
{
    public static RestingRecord? Of(View view, RecordKey key) => RecordPage.Of(view, key) is { } page ? new(key.Id, page.Title, page.Url) : null;
}
