namespace Kept.Core.Records;

/// <summary>
/// One entry of a record with its item, and the version before it. Bodies are parsed on first touch. Compared by
/// reference: two versions with equal words are still two versions.
/// </summary>
public sealed class RecordVersion
{
    private readonly byte[]? _shown;
    private RecordBody? _body;
    private bool _isOld;

    private RecordVersion(Entry entry, Item item, RecordVersion? previous, byte[]? shown = null)
    {
        Entry = entry;
        Item = item;
        Previous = previous;
        _shown = shown;
        Withholds = entry.Kind == EntryKind.Correct && item.Header().Withholds;
        MayWithhold = Withholds || previous?.MayWithhold == true;
    }

    public Entry Entry { get; }

    public Item Item { get; }

    /// <summary>The entry of this record that came before, or null.</summary>
    public RecordVersion? Previous { get; }

    public string? Why => Item.Header().Why;

    /// <summary>The way it came: "load", "publish"...</summary>
    public string? Via => Item.Header().Via;

    public string? Behalf => Item.Header().Behalf;

    /// <summary>The number of the entry this one corrects.</summary>
    public long? Corrects => Entry.Kind == EntryKind.Correct ? Item.Header().Corrects : null;

    /// <summary>The number of the entry whose body this one erased.</summary>
    public long? Redacts => Entry.Kind == EntryKind.Redact ? Item.Header().Redacts : null;

    /// <summary>Whether this correction keeps the words it corrects from every past view.</summary>
    public bool Withholds { get; }

    /// <summary>Whether this version or one before it withholds words.</summary>
    internal bool MayWithhold { get; }

    /// <summary>Whether this is the version as a reader may see it, with the words that hurt left out.</summary>
    public bool IsWithheld => _shown is not null;

    /// <summary>The record's canonical JSON as stored, or as a reader may see it; empty when deleted or redacted.</summary>
    public ReadOnlyMemory<byte> RecordJson => _shown ?? Item.Header().Record;

    public bool IsDeletion => Entry.Kind == EntryKind.Delete;

    /// <summary>A redaction says something about an earlier entry; it states nothing of the record itself.</summary>
    public bool IsStatement => Entry.Kind != EntryKind.Redact;

    public bool IsRedacted => Item.IsRedacted;

    /// <summary>The typed body, or null when the record was deleted, the body erased, or the kind is unknown to this version of Kept.</summary>
    public RecordBody? Body => _body ?? Read();

    private RecordBody? Read()
    {
        var json = RecordJson;
        if (json.IsEmpty || RecordKinds.TypeOf(Entry.Record.Kind) is null) return null;
        var body = BodyJson.Read(Entry.Record.Kind, json);
        // Two readers may both come here: either's is as good.
        _body = body;
        if (_isOld) OldBodies.Keep(this);
        return body;
    }

    /// <summary>Another entry of the record came after this one.</summary>
    internal void BecomeOld() => (_isOld, _body) = (true, null);

    internal void ForgetOldBody()
    {
        if (_isOld) _body = null;
    }

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
    internal RecordVersion Veiled(ReadOnlyMemory<byte> json) => new(Entry, Item, Previous, json.ToArray());

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
