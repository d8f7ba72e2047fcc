using System.Collections.Concurrent;
using Kept.Core.Records;

namespace Kept.Core.Search;

/// <summary>Which documents are in force in a View, how many, and how long they are on average: what a rank is worked out from.</summary>
internal sealed class Visible
{
    private readonly ulong[] _bits;
    private readonly ConcurrentDictionary<Postings, int> _frequencies = [];

    private Visible(ulong[] bits, int count, long words)
    {
        _bits = bits;
        Count = count;
        AverageLength = count == 0 ? 1 : Math.Max(1, (float)words / count);
    }

    /// <summary>How many documents are in force.</summary>
    public int Count { get; }

    public float AverageLength { get; }

    /// <summary>Whether a document is in force; one that the edition does not know yet is not.</summary>
    public bool Has(int document) => document >> 6 is var word && (uint)word < (uint)_bits.Length && (_bits[word] >> document & 1) != 0;

    /// <summary>How many documents in force hold a root.</summary>
    public int Frequency(Postings postings) => _frequencies.GetOrAdd(postings, Counted, this);

    private static int Counted(Postings postings, Visible visible)
    {
        var held = postings.Now;
        var count = 0;
        foreach (var document in held.Documents.AsSpan(0, held.Count))
            if (visible.Has(document)) count++;
        return count;
    }

    /// <summary>The rule of <see cref="View"/> over the documents of an edition: the greatest effective date, ties by number.</summary>
    public static Visible Of(Edition edition, DateOnly at, long known)
    {
        var documents = edition.Documents;
        var (record, from, number, mark, length) =
            (documents.Record.Values, documents.From.Values, documents.Number.Values, documents.Is.Values, documents.Length.Values);
        var best = new int[edition.Records];
        Array.Fill(best, -1);
        for (var document = 0; document < edition.Count; document++)
        {
            if (number[document] > known || from[document] > at.DayNumber) continue;
            ref var standing = ref best[record[document]];
            if (standing < 0 || from[document] > from[standing] || (from[document] == from[standing] && number[document] >= number[standing])) standing = document;
        }
        var (bits, count, words) = (new ulong[(edition.Count >> 6) + 1], 0, 0L);
        foreach (var document in best)
        {
            if (document < 0 || mark[document].HasFlag(Documents.Marks.Empty)) continue;
            bits[document >> 6] |= 1UL << document;
            count++;
            words += length[document];
        }
        return new(bits, count, words);
    }
}
