using System.Text.Json;

namespace Kept.Core.Records;

/// <summary>What checking a chain found: its end, or the first entry that is not as it should be.</summary>
/// <param name="Entry">The last good entry's number when whole; the number at which it broke otherwise.</param>
/// <param name="Hash">The hash of the last good entry.</param>
/// <param name="Broken">Null when whole; else what is wrong, in plain words.</param>
public sealed record Verification(long Entry, string Hash, string? Broken)
{
    public bool IsWhole => Broken is null;

    /// <summary>The last line of <c>verify</c>.</summary>
    public override string ToString() => IsWhole ? $"ok {Entry} {Hash}" : $"broken at {Entry}: {Broken}";
}

/// <summary>Checks entries and items as they are read, one after the other.</summary>
public sealed class ChainCheck
{
    private readonly Dictionary<RecordKey, int> _versions = [];
    private readonly HashSet<long> _erased = [];
    private readonly HashSet<long> _excused = [];
    private Entry? _last;

    /// <summary>The state after what was accepted so far. Erased bodies that no later entry speaks of break the chain.</summary>
    public Verification Result() =>
        _erased.Where(n => !_excused.Contains(n)).Order().Select(n => (long?)n).FirstOrDefault() is { } silent
            ? new(silent, _last!.Hash, "its body was erased and no later entry says so")
            : new(_last?.Number ?? 0, _last?.Hash ?? Records.Entry.NoPrev, null);

    /// <summary>Takes the next entry; null when it is good, else what is wrong with it.</summary>
    public string? Accept(Entry entry, Item item)
    {
        var wrong = Fault(entry, item);
        if (wrong is not null) return wrong;
        _versions[entry.Record] = entry.Version;
        _last = entry;
        return null;
    }

    private string? Fault(Entry entry, Item item)
    {
        if (entry.Number != (_last?.Number ?? 0) + 1) return $"entry {(_last?.Number ?? 0) + 1} is missing";
        if (entry.Prev != (_last?.Hash ?? Records.Entry.NoPrev)) return "it does not follow from the entry before it";
        if (entry.ComputeHash() != entry.Hash) return "its own hash does not fit what it says";
        if (entry.Version != _versions.GetValueOrDefault(entry.Record) + 1) return $"it is not the next version of {entry.Record}";
        if (_last is not null && entry.Recorded < _last.Recorded) return "it was recorded before the entry before it";
        if (item.Hash != entry.Item) return "its item is missing";
        if (item.IsRedacted) { _erased.Add(entry.Number); return null; }
        if (Item.HashOf(item.Salt.Span, item.Body.Span) != item.Hash) return "its body was changed";
        try
        {
            if (item.Header().Redacts is { } redacted) _excused.Add(redacted);
        }
        catch (JsonException)
        {
            return "its body is not JSON";
        }
        return null;
    }

    /// <summary>Checks a whole store. <paramref name="anchor"/> is an entry and hash published earlier, which finds a cut-off tail.</summary>
    public static Verification Of(IRegisterStore store, (long Entry, string Hash)? anchor = null, Action<long>? progress = null)
    {
        var check = new ChainCheck();
        var anchored = anchor is null;
        long at = 0;
        try
        {
            foreach (var (entry, item) in store.Read(0))
            {
                at = entry.Number;
                if (check.Accept(entry, item) is { } wrong) return new(entry.Number, "", wrong);
                if (anchor is { } a && a.Entry == entry.Number)
                {
                    if (!string.Equals(a.Hash, entry.Hash, StringComparison.OrdinalIgnoreCase))
                        return new(entry.Number, entry.Hash, "its hash is not the one that was published");
                    anchored = true;
                }
                progress?.Invoke(entry.Number);
            }
        }
        catch (Exception e) when (e is FormatException or InvalidCastException or System.Data.Common.DbException)
        {
            return new(at + 1, "", $"it cannot be read: {e.Message}");
        }
        var result = check.Result();
        return anchored || !result.IsWhole ? result
            : new(result.Entry + 1, result.Hash, $"the record ends here, but entry {anchor!.Value.Entry} was published");
    }
}
