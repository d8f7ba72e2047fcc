namespace Kept.Core.Search;

/// <summary>Gathers what is found: how many, by which facets, and the best of them.</summary>
internal sealed class Answer(Edition edition, IReadOnlyCollection<Facet> chosen, int most)
{
    private readonly TopHits _top = new(most);
    private readonly FacetCounts _facets = new(edition, chosen);
    private readonly long[] _numbers = edition.Documents.Number.Values;
    private readonly Documents.Marks[] _marks = edition.Documents.Is.Values;

    /// <summary>How many records the chosen facets let through.</summary>
    public int Total { get; private set; }

    public void Add(int document, float score)
    {
        if (_facets.Add(document)) Keep(document, score);
    }

    public void Add(int document, float score, IEnumerable<Facet> facets)
    {
        if (_facets.Add(facets)) Keep(document, score);
    }

    public Found Found(int skip, bool hasAll, IReadOnlySet<string> roots)
    {
        var (records, record) = (edition.Documents.Records.Values, edition.Documents.Record.Values);
        return new(Total, [.. _top.Best().Skip(skip).Select(b => new FoundRecord(records[record[b.Document]], b.Score))], _facets.All(), hasAll, roots);
    }

    private void Keep(int document, float score)
    {
        Total++;
        _top.Add(document, score * Bm25.Of(Documents.StandingOf(_marks[document])), _numbers[document]);
    }
}
