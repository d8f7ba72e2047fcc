namespace Kept.Core.Records;

/// <summary>
/// One entry of a record with its item, and the version before it. Bodies are parsed on first touch. Compared by
/// reference: two versions with equal words are still two versions.
/// </summary>
public sealed class RecordVersion
{
    private RecordBody? _body;

    private RecordVersion(Entry entry, Item item, RecordVersion? previous)
    {
        Entry = entry;
        Item = item;
        Previous = previous;
        var header = item.Header();
        (Why, Via, Behalf, Corrects, Redacts) = (header.Why, header.Via, header.Behalf, header.Corrects, header.Redacts);
        RecordJson = header.Record;
        Withholds = header.Withholds;
        MayWithhold = Withholds || previous?.MayWithhold == true;
    }

    public Entry Entry { get; }

    public Item Item { get; }

    /// <summary>The entry of this record that came before, or null.</summary>
    public RecordVersion? Previous { get; }

    public string? Why { get; }

    /// <summary>The way it came: "load", "publish"...</summary>
    public string? Via { get; }

    public string? Behalf { get; }

    /// <summary>The number of the entry this one corrects.</summary>
    public long? Corrects { get; }

    /// <summary>The number of the entry whose body this one erased.</summary>
    public long? Redacts { get; }

    /// <summary>Whether this correction keeps the words it corrects from every past view.</summary>
    public bool Withholds { get; }

    /// <summary>Whether this version or one before it withholds words.</summary>
    internal bool MayWithhold { get; }

    /// <summary>Whether this is the version as a reader may see it, with the words that hurt left out.</summary>
    public bool IsWithheld { get; private init; }

    /// <summary>The record's canonical JSON as stored, or as a reader may see it; empty when deleted or redacted.</summary>
    public ReadOnlyMemory<byte> RecordJson { get; private init; }

    public bool IsDeletion => Entry.Kind == EntryKind.Delete;

    /// <summary>A redaction says something about an earlier entry; it states nothing of the record itself.</summary>
    public bool IsStatement => Entry.Kind != EntryKind.Redact;

    public bool IsRedacted => Item.IsRedacted;

    /// <summary>The typed body, or null when the record was deleted, the body erased, or the kind is unknown to this version of Kept.</summary>
    public RecordBody? Body => _body ??= RecordJson.IsEmpty || RecordKinds.TypeOf(Entry.Record.Kind) is null ? null : BodyJson.Read(Entry.Record.Kind, RecordJson);

    /// <summary>The version an entry adds to those before it; a redaction also empties the one it names.</summary>
    internal static RecordVersion After(RecordVersion? previous, Entry entry, Item item)
    {
        var version = new RecordVersion(entry, item, previous);
        return version.Redacts is { } erased ? new(entry, item, previous?.WithErased(erased)) : version;
    }

    /// <summary>This version and every one before it, newest first.</summary>
    internal IEnumerable<RecordVersion> AndBefore()
    {
        for (var v = this; v is not null; v = v.Previous) yield return v;
    }

    /// <summary>This version with other words for a reader; what is stored stays as it is.</summary>
    internal RecordVersion Veiled(ReadOnlyMemory<byte> json) => new(Entry, Item, Previous) { RecordJson = json, IsWithheld = true };

    private RecordVersion WithErased(long number)
    {
        RecordVersion? chain = null;
        foreach (var v in AndBefore().Reverse())
            chain = new(v.Entry, v.Entry.Number == number ? v.Item with { Salt = default, Body = default } : v.Item, chain);
        return chain!;
    }
}

/// <summary>A version in force, with its body typed.</summary>
/// <param name="Source">The version as it stands in the Register.</param>
/// <param name="Body">What the record says.</param>
public readonly record struct Version<T>(RecordVersion Source, T Body) where T : RecordBody
{
    public string Id => Source.Entry.Record.Id;
    public RecordKey Key => Source.Entry.Record;
    public Entry Entry => Source.Entry;
    public DateOnly Effective => Source.Entry.Effective;
}
