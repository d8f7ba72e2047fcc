using Kept.Core.Foundation;

namespace Kept.Core.Records;

/// <summary>One thing to write. Make it by one of the four verbs below.</summary>
/// <param name="Expect">The version the writer saw: 0 for a new record; null only where it truly does not matter.</param>
/// <param name="Target">The number of the entry that is corrected or redacted.</param>
public sealed record Write(EntryKind Kind, RecordKey Record, DateOnly Effective, RecordBody? Body, int? Expect, long? Target)
{
    /// <summary>Whether a correction keeps the wrong words from every past view: see <see cref="Withheld"/>.</summary>
    public bool Withholds { get; init; }

    public static Write Set(string id, DateOnly effective, RecordBody body, int? expect) =>
        new(EntryKind.Set, Key(id, body), effective, body, expect, null);

    public static Write Delete(RecordKey record, DateOnly effective, int? expect) =>
        new(EntryKind.Delete, record, effective, null, expect, null);

    /// <summary>The right words in place of those of an earlier entry, from the date given.</summary>
    public static Write Correct(string id, DateOnly effective, RecordBody body, long wrong, int? expect) =>
        new(EntryKind.Correct, Key(id, body), effective, body, expect, wrong);

    /// <summary>Erases the body of an earlier entry of the record; its hash stays.</summary>
    public static Write Redact(RecordKey record, long entry, int? expect) =>
        new(EntryKind.Redact, record, default, null, expect, entry);

    private static RecordKey Key(string id, RecordBody body) => new(RecordKinds.NameOf(body.GetType()), id);
}

/// <summary>What one Act writes: all of it in one durable transaction, or none.</summary>
public sealed record Change(IReadOnlyList<Write> Writes)
{
    public static Change Of(params Write[] writes) => new(writes);
}

/// <summary>What came of an append.</summary>
public abstract record Appended
{
    private Appended() { }

    /// <summary>On disk and visible, in a Snapshot that also has the changes which went to disk beside it.</summary>
    public sealed record Done(Snapshot Snapshot, IReadOnlyList<Entry> Entries) : Appended;

    /// <summary>Nothing was written.</summary>
    public sealed record Refused(IReadOnlyList<Refusal> Why, IReadOnlyList<StaleRecord> Stale) : Appended;
}

/// <summary>A record somebody else changed since the writer saw it; both texts, so that nothing typed is lost.</summary>
public sealed record StaleRecord(RecordKey Record, int Expected, int Found, RecordBody? Theirs, RecordBody? Mine);
