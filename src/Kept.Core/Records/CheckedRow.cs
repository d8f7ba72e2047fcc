using System.Text.Json;

namespace Kept.Core.Records;

/// <summary>An entry with its item as read from a store, and all that can be found out about it without those before it.</summary>
/// <param name="HashFits">Whether the entry's own hash is that of what it says.</param>
/// <param name="ItemFault">What is wrong with its item; null when nothing is.</param>
/// <param name="Redacts">The number of the entry whose body this one erased.</param>
/// <param name="Said">What its record's body names, where it was asked for.</param>
/// <param name="Unfit">Why its body cannot be read as what its kind should be.</param>
internal sealed record CheckedRow(Entry Entry, Item Item, bool HashFits, string? ItemFault, long? Redacts, Said? Said, Exception? Unfit)
{
    /// <param name="read">Whether to read the body of the record as its type.</param>
    public static CheckedRow Of(Entry entry, Item item, bool read)
    {
        var (fits, header) = (entry.ComputeHash() == entry.Hash, default(ItemHeader));
        var fault = Fault(entry, item, ref header);
        var row = new CheckedRow(entry, item, fits, fault, header?.Redacts, null, null);
        if (!read || !fits || header is null || header.Record.IsEmpty || RecordKinds.TypeOf(entry.Record.Kind) is null) return row;
        try
        {
            return row with { Said = Said.By(BodyJson.Read(entry.Record.Kind, header.Record)) };
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            return row with { Unfit = e };
        }
    }

    private static string? Fault(Entry entry, Item item, ref ItemHeader? header)
    {
        if (item.Hash != entry.Item) return "its item is missing";
        if (item.IsRedacted) return item.Salt.IsEmpty ? null : "its body was erased but not its salt";
        if (Item.HashOf(item.Salt.Span, item.Body.Span) != item.Hash) return "its body was changed";
        try
        {
            header = item.Header();
            return (entry.Kind == EntryKind.Redact) != header.Redacts is not null ? "what it does is not what its body says" : null;
        }
        catch (JsonException)
        {
            return "its body is not an item's";
        }
    }
}

/// <summary>What one body names: the records, and the other ids of its own.</summary>
internal sealed record Said(RecordKey[] References, string[] OtherIds)
{
    /// <summary>Throws <see cref="FormatException"/> where it names what cannot be a record.</summary>
    public static Said By(RecordBody body) => new([.. body.References()], [.. body.OtherIds()]);
}
