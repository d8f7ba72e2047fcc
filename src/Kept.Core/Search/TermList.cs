namespace Kept.Core.Search;

/// <summary>The documents that meet one clause, in rising order, and how much the clause counts in each.</summary>
internal sealed class TermList
{
    private readonly int[] _documents;
    private readonly ushort[]? _whole;
    private readonly float[]? _parts;

    private TermList(int[] documents, ushort[]? whole, float[]? parts, int count, int frequency) =>
        (_documents, _whole, _parts, Count, Frequency) = (documents, whole, parts, count, frequency);

    public int Count { get; }

    /// <summary>How many of them are in force.</summary>
    public int Frequency { get; }

    public ReadOnlySpan<int> Documents => _documents.AsSpan(0, Count);

    public float this[int place] => _parts is null ? _whole![place] : _parts[place];

    public static TermList Empty { get; } = new([], [], null, 0, 0);

    /// <summary>The list of one root, as the index holds it.</summary>
    public static TermList Of(Postings? postings, Visible visible) =>
        postings?.Now is { } held ? new(held.Documents, held.Weights, null, held.Count, visible.Frequency(postings)) : Empty;

    /// <summary>Documents in force that are in any of several lists; what each counts is added up.</summary>
    public static TermList Any(IReadOnlyList<(TermList List, float Weight)> lists, Visible visible)
    {
        var merged = lists.Select(l => l.List.InForce(visible, l.Weight)).ToList();
        while (merged.Count > 1)
        {
            var next = new List<TermList>((merged.Count / 2) + 1);
            for (var i = 0; i + 1 < merged.Count; i += 2) next.Add(merged[i].With(merged[i + 1]));
            if (merged.Count % 2 == 1) next.Add(merged[^1]);
            merged = next;
        }
        return merged.Count == 0 ? Empty : merged[0];
    }

    /// <summary>Documents that are in every one of several lists; each counts as where it counts least.</summary>
    public static TermList All(IReadOnlyList<TermList> lists)
    {
        var ordered = lists.OrderBy(l => l.Count).ToList();
        var (documents, parts) = (new List<int>(), new List<float>());
        var cursors = ordered.Select(l => new Cursor(l)).ToArray();
        for (var i = 0; i < ordered[0].Count; i++)
        {
            var (document, least, everywhere) = (ordered[0]._documents[i], ordered[0][i], true);
            for (var j = 1; j < cursors.Length && everywhere; j++)
            {
                everywhere = cursors[j].Reach(document);
                if (everywhere) least = Math.Min(least, cursors[j].Weight);
            }
            if (!everywhere) continue;
            documents.Add(document);
            parts.Add(least);
        }
        return new([.. documents], null, [.. parts], documents.Count, documents.Count);
    }

    private TermList InForce(Visible visible, float weight)
    {
        var (documents, parts, count) = (new int[Count], new float[Count], 0);
        for (var i = 0; i < Count; i++)
        {
            if (!visible.Has(_documents[i])) continue;
            documents[count] = _documents[i];
            parts[count++] = this[i] * weight;
        }
        return new(documents, null, parts, count, count);
    }

    private TermList With(TermList other)
    {
        var (documents, parts, count) = (new int[Count + other.Count], new float[Count + other.Count], 0);
        for (int i = 0, j = 0; i < Count || j < other.Count; count++)
        {
            var (mine, theirs) = (i < Count ? _documents[i] : int.MaxValue, j < other.Count ? other._documents[j] : int.MaxValue);
            documents[count] = Math.Min(mine, theirs);
            parts[count] = (mine <= theirs ? this[i++] : 0) + (theirs <= mine ? other[j++] : 0);
        }
        return new(documents, null, parts, count, count);
    }
}

/// <summary>A place in a list that only moves on, by leaps that grow.</summary>
internal struct Cursor(TermList list)
{
    private int _at;

    public readonly float Weight => list[_at];

    /// <summary>Moves to a document, or to the next one after it; whether it is there.</summary>
    public bool Reach(int document)
    {
        var documents = list.Documents;
        if (_at < documents.Length && documents[_at] < document)
        {
            var leap = 1;
            while (_at + leap < documents.Length && documents[_at + leap] < document) leap <<= 1;
            var start = _at + (leap >> 1);
            var found = documents[start..Math.Min(_at + leap + 1, documents.Length)].BinarySearch(document);
            _at = start + (found < 0 ? ~found : found);
        }
        return _at < documents.Length && documents[_at] == document;
    }
}
