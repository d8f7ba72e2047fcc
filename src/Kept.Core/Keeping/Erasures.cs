using Kept.Core.Foundation;
using Kept.Core.Records;

namespace Kept.Core.Keeping;

/// <summary>Erasing again, in an older copy of a record, what was erased after that copy was made.</summary>
public static class Erasures
{
    /// <summary>The way of an Act that erases again.</summary>
    public const string Via = "restore";

    /// <summary>
    /// Erases the words of every listed entry that the Register has and that still has words; answers how many, or why none
    /// was. Entries later than the copy are passed over: they are not in it.
    /// </summary>
    /// <param name="rows">The rows of the Register as stored.</param>
    public static async Task<(int Count, Refusal? Why)> MakeAgain(Register register, IEnumerable<(Entry Entry, Item Item)> rows, IReadOnlyList<ErasedEntry> erased)
    {
        var listed = erased.ToDictionary(e => e.Entry, e => e.Hash);
        var writes = new List<Write>();
        foreach (var (entry, item) in listed.Count == 0 ? [] : rows)
        {
            if (!listed.TryGetValue(entry.Number, out var hash)) continue;
            if (hash != entry.Hash) return (0, new($"The list of what was erased is of another record: its entry {entry.Number} is not this one's.", "Nothing was restored.", "Give the manifest of a later backup of the same record."));
            if (!item.IsRedacted) writes.Add(Write.Redact(entry.Record, entry.Number, null));
        }
        if (writes.Count == 0) return (0, null);
        var answer = await register.AppendAsync(new(writes), Act.Operator("Erased before; erased again in a copy that was made earlier.", Via));
        return answer is Appended.Refused refused ? (0, refused.Why[0]) : (writes.Count, null);
    }
}
