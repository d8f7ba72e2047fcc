using Kept.Core.Records;

namespace Kept.Web.House;

public sealed record HistoryShape(int Version, DateOnly Effective, DateTimeOffset Recorded, string What, IReadOnlyList<FieldChange> Changes, string? Why)
{
    /// <summary>Every version of a record known to the View, newest first, each with what it changed.</summary>
    public static IReadOnlyList<HistoryShape> Of(View view, RecordKey key) =>
        view.Newest(key) is not { } newest ? []
            : [.. view.History(key).Where(v => v.IsStatement).Select(v => Of(RecordChange.Of(newest, v))).Reverse()];

    private static HistoryShape Of(RecordChange change) => new(
        change.Version.Entry.Version, change.Version.Entry.Effective, change.Version.Entry.Recorded, change.What, change.Fields, change.Version.Why);
}
