namespace Kept.Core.Search;

/// <summary>Counts what is found by each value of each facet, and says what the chosen values let through: one of each name that has any.</summary>
internal sealed class FacetCounts
{
    private readonly int[] _ends;
    private readonly int[] _ids;
    private readonly byte[] _nameOf;
    private readonly bool[] _chosen;
    private readonly int[] _counts;
    private readonly int _asked;
    private readonly Edition _edition;

    public FacetCounts(Edition edition, IReadOnlyCollection<Facet> chosen)
    {
        _edition = edition;
        (_ends, _ids) = (edition.Documents.FacetsEnd.Values, edition.Documents.FacetIds.Values);
        var facets = edition.Documents.Facets.Values.AsSpan(0, edition.Facets);
        (_nameOf, _chosen, _counts) = (new byte[facets.Length], new bool[facets.Length], new int[facets.Length]);
        for (var i = 0; i < facets.Length; i++)
        {
            _nameOf[i] = (byte)facets[i].Bit;
            _chosen[i] = chosen.Contains(facets[i]);
        }
        foreach (var facet in chosen) _asked |= facet.Bit;
    }

    /// <summary>Counts a document; whether the chosen values let it through.</summary>
    public bool Add(int document) => Add(_ids.AsSpan((document == 0 ? 0 : _ends[document - 1]).._ends[document]));

    /// <summary>The same for a record whose facets were read again.</summary>
    public bool Add(IEnumerable<Facet> facets)
    {
        var all = _edition.Documents.Facets.Values;
        return Add(facets.Select(f => Array.IndexOf(all, f, 0, _edition.Facets)).Where(i => i >= 0).ToArray());
    }

    private bool Add(ReadOnlySpan<int> ids)
    {
        if (_asked == 0)
        {
            foreach (var id in ids) _counts[id]++;
            return true;
        }
        var met = 0;
        foreach (var id in ids)
            if (_chosen[id]) met |= _nameOf[id];
        var missing = _asked & ~met;
        // Beside the chosen values of a name stand the counts of its others, as if none were chosen.
        foreach (var id in ids)
            if ((missing & ~_nameOf[id]) == 0) _counts[id]++;
        return missing == 0;
    }

    public IReadOnlyList<FacetCount> All()
    {
        var facets = _edition.Documents.Facets.Values;
        return [.. _counts.Select((count, id) => new FacetCount(facets[id], count)).Where(f => f.Count > 0).OrderByDescending(f => f.Count).ThenBy(f => f.Facet.Value, StringComparer.Ordinal)];
    }
}
