using System.Text.Json.Serialization;
using Kept.Core.Records;
using Kept.Web.House;

namespace Kept.Web.Features.Changes;

/// <summary>Something that was wrong or withdrawn: since when it was said, until when it was shown, and what is right.</summary>
/// <param name="Of">The number of the entry that was wrong or erased.</param>
/// <param name="WrongFrom">The day from which the wrong words were said to be true.</param>
public sealed record CorrectionItem(
    long Entry, DateTimeOffset Recorded, DateOnly Effective, string Kind, string Id, string? Url, string Title, string What, long Of, DateOnly WrongFrom,
    DateTimeOffset ShownFrom, DateTimeOffset ShownUntil, bool Withheld, IReadOnlyList<FieldChange> Fields, string? Why)
{
    [JsonIgnore] public IReadOnlyList<string> Words { get; init; } = [];

    public static IReadOnlyList<CorrectionItem> All(Reading reading) =>
        [.. Chronicle.Corrections(reading.View).Where(c => ChangeList.IsBy(reading, c.Version)).Select(c => From(reading.View, c))];

    private static CorrectionItem From(View view, RecordChange change)
    {
        var (version, key) = (change.Version, change.Version.Entry.Record);
        var number = version.Corrects ?? version.Redacts!.Value;
        var wrong = view.History(key).First(v => v.Entry.Number == number);
        var page = ChangeShape.PageOf(view, change);
        return new(
            version.Entry.Number, version.Entry.Recorded, version.Entry.Effective, key.Kind, key.Id, page?.Url, page?.Title ?? $"{KindWords.One(key.Kind)} {key.Id}",
            change.What, number, wrong.Entry.Effective, wrong.Entry.Recorded, version.Entry.Recorded, version.Withholds, change.Fields, version.Why)
        {
            Words = [.. change.Fields.Select(f => ChangeWords.Say(view, f)).Distinct(StringComparer.Ordinal)],
        };
    }
}
