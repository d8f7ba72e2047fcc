namespace Kept.Core.Records;

/// <summary>Checks what another process appended before it is followed.</summary>
internal static class NewRows
{
    /// <summary>
    /// The rows after the head, of rows that begin with it. Throws <see cref="BrokenRegisterException"/> when the head is not
    /// there any more, a number is missing, or a hash does not fit.
    /// </summary>
    internal static IReadOnlyList<(Entry Entry, Item Item)> After(Entry? head, IReadOnlyList<(Entry Entry, Item Item)> rows)
    {
        if (head is not null && (rows.Count == 0 || rows[0].Entry.Hash != head.Hash))
            throw Broken(head, "it is not in the database any more as it was read");
        var after = head is null ? rows : [.. rows.Skip(1)];
        var last = head;
        foreach (var (entry, item) in after)
        {
            if (entry.Number != (last?.Number ?? 0) + 1) throw Broken(entry, "an entry before it is missing");
            if (entry.Prev != (last?.Hash ?? Entry.NoPrev)) throw Broken(entry, "it does not follow from the entry before it");
            if (entry.ComputeHash() != entry.Hash) throw Broken(entry, "its own hash does not fit what it says");
            if (item.Hash != entry.Item) throw Broken(entry, "its item is missing");
            if (!item.IsRedacted && Item.HashOf(item.Salt.Span, item.Body.Span) != item.Hash) throw Broken(entry, "its body was changed");
            last = entry;
        }
        return after;
    }

    private static BrokenRegisterException Broken(Entry entry, string how) => new(new Verification(entry.Number, entry.Prev, how));
}
