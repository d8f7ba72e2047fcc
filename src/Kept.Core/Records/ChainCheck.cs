namespace Kept.Core.Records;

/// <summary>Checks entries and items as they are read, one after the other.</summary>
public sealed class ChainCheck
{
    private readonly Dictionary<RecordKey, int> _versions = [];
    private readonly Dictionary<long, RecordKey> _erasedInSilence = [];
    private Entry? _last;

    private long Number => _last?.Number ?? 0;

    private string Hash => _last?.Hash ?? Entry.NoPrev;

    /// <summary>The state after what was accepted so far. Erased bodies that no later entry speaks of break the chain.</summary>
    public Verification Result() => _erasedInSilence.Count > 0
        ? new(_erasedInSilence.Keys.Min(), Hash, "its body was erased and no later entry says so")
        : new(Number, Hash, null);

    /// <summary>Takes the next entry; null when it is good, else what is wrong with it.</summary>
    public string? Accept(Entry entry, Item item) => Accept(CheckedRow.Of(entry, item, read: false));

    internal string? Accept(CheckedRow row)
    {
        var entry = row.Entry;
        var wrong = EntryFault(row) ?? row.ItemFault ?? Erasure(row);
        if (wrong is not null) return wrong;
        _versions[entry.Record] = entry.Version;
        _last = entry;
        return null;
    }

    private string? EntryFault(CheckedRow row)
    {
        var entry = row.Entry;
        if (entry.Number != Number + 1) return entry.Number > Number ? $"entry {Number + 1} is missing" : "its number is not one an entry can have here";
        if (entry.Prev != Hash) return "it does not follow from the entry before it";
        if (!row.HashFits) return "its own hash does not fit what it says";
        if (entry.Version != _versions.GetValueOrDefault(entry.Record) + 1) return $"it is not the next version of {entry.Record}";
        if (_last is not null && entry.Recorded < _last.Recorded) return "it was recorded before the entry before it";
        return null;
    }

    private string? Erasure(CheckedRow row)
    {
        if (row.Item.IsRedacted) _erasedInSilence.Add(row.Entry.Number, row.Entry.Record);
        if (row.Redacts is not { } target) return null;
        return _erasedInSilence.Remove(target, out var record) && record == row.Entry.Record ? null
            : $"it says that the body of entry {target} was erased, and that body is still there";
    }

    /// <summary>Checks the chain of a whole store; <paramref name="each"/> is called with every good entry.</summary>
    public static Verification Of(IRegisterStore store, (long Entry, string Hash)? anchor = null, Action<(Entry Entry, Item Item)>? each = null) =>
        Of(CheckedRows.Of(store, read: false), anchor, row => each?.Invoke((row.Entry, row.Item)));

    internal static Verification Of(IEnumerable<CheckedRow> rows, (long Entry, string Hash)? anchor, Action<CheckedRow> each)
    {
        var check = new ChainCheck();
        var anchored = anchor is null;
        try
        {
            foreach (var row in rows)
            {
                var entry = row.Entry;
                if (check.Accept(row) is { } wrong) return new(entry.Number, check.Hash, wrong);
                if (anchor is { } a && a.Entry == entry.Number)
                {
                    if (!string.Equals(a.Hash, entry.Hash, StringComparison.OrdinalIgnoreCase))
                        return new(entry.Number, entry.Hash, "its hash is not the one that was published");
                    anchored = true;
                }
                each(row);
            }
        }
        catch (Exception e) when (e is FormatException or DatabaseFault { IsDamage: true })
        {
            return new(check.Number + 1, check.Hash, $"it cannot be read: {e.Message}");
        }
        var result = check.Result();
        return anchored || !result.IsWhole ? result
            : new(result.Entry + 1, result.Hash, $"the record ends before it, but entry {anchor!.Value.Entry} was published");
    }
}
