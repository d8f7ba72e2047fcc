namespace Kept.Core.Records;

/// <summary>Every entry that a View knows, newest first, each with what it did to its record.</summary>
public static class Chronicle
{
    /// <summary>All versions known to the View, of every record, whatever their effective dates.</summary>
    public static IReadOnlyList<RecordVersion> Versions(View view) =>
        [.. view.Snapshot.Kinds.SelectMany(view.Keys).SelectMany(view.History).OrderByDescending(v => v.Entry.Number)];

    /// <summary>What a version did.</summary>
    public static RecordChange Change(View view, RecordVersion version) => RecordChange.Of(view.Newest(version.Entry.Record)!, version);

    /// <summary>Corrections and redactions known to the View, newest first.</summary>
    public static IEnumerable<RecordChange> Corrections(View view) =>
        Versions(view).Where(v => v.Corrects is not null || v.Redacts is not null).Select(v => Change(view, v));
}
