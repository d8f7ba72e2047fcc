using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Web.House;

namespace Kept.Web.Features.Programme.Terms;

/// <summary>A term as lists show it, with the terms that stand under it.</summary>
public sealed record TermItem(string Id, string Url, string Title, string? Text, int Order, IdTitle? Under, IReadOnlyList<IdTitle> Themes, SourceShape Source)
{
    public static TermItem Of(View view, Version<Term> term) => new(
        term.Id, ProgrammeLinks.Term(term.Id), term.Body.Title, term.Body.Text, term.Body.Order,
        term.Body.Under is { } under ? new IdTitle(under, view.Find<Term>(under)?.Body.Title ?? under) : null,
        [.. Below(view, term.Key).Select(t => new IdTitle(t.Id, t.Body.Title))], SourceShape.Of(view, term.Body.Source));

    /// <summary>The terms of a scheme, in its order.</summary>
    public static IReadOnlyList<TermItem> OfScheme(View view, string scheme) =>
        [.. view.Naming<Term>(RecordKey.Of<Scheme>(scheme)).OrderBy(t => t.Body.Order).Select(t => Of(view, t))];

    private static IEnumerable<Version<Term>> Below(View view, RecordKey term) =>
        view.Naming<Term>(term).Where(t => t.Body.Under == term.Id).OrderBy(t => t.Body.Order);
}

/// <summary>One term. A foundation shows its themes; a theme shows its foundation.</summary>
public sealed record TermShape : RecordShape
{
    public required IdTitle Scheme { get; init; }
    public required string Title { get; init; }

    /// <summary>What it says, in our summary.</summary>
    public string? Text { get; init; }
    public required int Order { get; init; }
    public IdTitle? Under { get; init; }

    /// <summary>The terms that stand under this one.</summary>
    public required IReadOnlyList<IdTitle> Themes { get; init; }
    public required IReadOnlyList<StatementShape> Statements { get; init; }
    public required SourceShape Source { get; init; }
    public required IReadOnlyList<HistoryShape> History { get; init; }

    public static TermShape Of(Reading reading, Version<Term> version)
    {
        var (view, body) = (reading.View, version.Body);
        var item = TermItem.Of(view, version);
        var shape = new TermShape
        {
            Id = version.Id,
            Url = item.Url,
            Version = version.Entry.Version,
            Entry = 0,
            Effective = version.Effective,
            EffectiveText = body.EffectiveText,
            Recorded = version.Entry.Recorded,
            Correction = CorrectionShape.Of(view, version.Source),
            Scheme = new(body.Scheme, view.Find<Scheme>(body.Scheme)?.Body.Title ?? body.Scheme),
            Title = body.Title,
            Text = body.Text,
            Order = body.Order,
            Under = item.Under,
            Themes = item.Themes,
            Statements = StatementShape.About(view, version.Key),
            Source = item.Source,
            History = HistoryShape.Of(view, version.Key),
            Unknown = body.Text is null ? new Dictionary<string, string>(StringComparer.Ordinal) { ["text"] = Unknowns.NotStated } : new(StringComparer.Ordinal),
        };
        return shape with { Entry = view.Entry };
    }
}
