using Kept.Core.Organisations;
using Kept.Core.Records;
using Kept.Web.House;
using Printed = Kept.Core.Organisations.Figure;

namespace Kept.Web.Features.Organisations.Places;

/// <summary>A local example as its source reports it.</summary>
public sealed record ExampleShape(
    string Id, string Place, string PlaceName, string? PlaceLang, string Heading, string? Theme, IReadOnlyList<string> Facts, IReadOnlyList<FigureShape> Figures,
    DateOnly Effective, string? EffectiveText, SourceShape Source)
{
    public CorrectionShape? Correction { get; init; }

    public static ExampleShape Of(View view, Version<Example> version)
    {
        var (body, place) = (version.Body, view.Find<Place>(version.Body.Place)?.Body);
        return new(
            version.Id, body.Place, place?.Name ?? body.Place, place?.Lang, body.Heading, body.Theme, body.Facts, [.. body.Figures.Select(f => new FigureShape(f))],
            version.Effective, body.EffectiveText, SourceShape.Of(view, body.Source))
        {
            Correction = CorrectionShape.Of(view, version.Source),
        };
    }

    /// <summary>One line on what it is about, for lists: its first figure as printed, or its facts.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Line => Figures.Count > 0
        ? $"{Words.Capital(Figures[0].Measure)}: {FigureWords.Of(Figures[0])}.{(FigureWords.IsShareAlone(Figures[0]) ? " The counts are not stated." : "")}"
        : Words.Capital(string.Join("; ", Facts)) + ".";
}

/// <summary>A figure as its source prints it: never computed, never rounded.</summary>
public sealed record FigureShape(
    string Id, string Measure, string? Value, string? Unit, string? Qualifier, string? Date,
    string? FromValue, string? FromQualifier, string? FromDate, string? ToValue, string? ToDate, string? ChangePrinted, bool SmallNumber, string? Note)
{
    public FigureShape(Printed f) : this(
        f.Id, f.Measure, f.Value, f.Unit, f.Qualifier, f.Date, f.FromValue, f.FromQualifier, f.FromDate, f.ToValue, f.ToDate, f.ChangePrinted, f.SmallNumber, f.Note)
    {
    }
}
