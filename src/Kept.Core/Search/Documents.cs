using Kept.Core.Records;

namespace Kept.Core.Search;

/// <summary>What the index knows of each document, which is one version of one record. Appended to by one writer; see <see cref="Edition"/>.</summary>
internal sealed class Documents
{
    private readonly Dictionary<RecordKey, int> _recordIds = [];
    private readonly Dictionary<Facet, int> _facetIds = [];
    private readonly List<int> _newest = [];

    public Column<int> Record { get; } = new();
    public Column<int> From { get; } = new();
    public Column<long> Number { get; } = new();
    public Column<int> Length { get; } = new();
    public Column<Marks> Is { get; } = new();

    /// <summary>Where the facets of a document end in <see cref="FacetIds"/>; they begin where those of the one before end.</summary>
    public Column<int> FacetsEnd { get; } = new();
    public Column<int> FacetIds { get; } = new();
    public Column<int> Before { get; } = new();
    public Column<RecordKey> Records { get; } = new();
    public Column<Facet> Facets { get; } = new();

    [Flags]
    internal enum Marks : byte
    {
        None = 0,

        /// <summary>It hides earlier versions and is never found: deleted, erased, or of a kind that is not looked for.</summary>
        Empty = 1,

        /// <summary>What it borrows was not the same on every date: it is read again before it is shown.</summary>
        Unsteady = 2,

        /// <summary>It is a line on the page of another record.</summary>
        Line = 4,

        /// <summary>It is of a plan.</summary>
        Promise = 8,
    }

    /// <summary>Notes a version; the document's number.</summary>
    public int Add(RecordVersion version, Description? description, int length, bool steady)
    {
        var key = version.Entry.Record;
        var document = Is.Count;
        if (!_recordIds.TryGetValue(key, out var record))
        {
            _recordIds[key] = record = Records.Count;
            Records.Add(key);
            _newest.Add(-1);
        }
        Record.Add(record);
        From.Add(version.Entry.Effective.DayNumber);
        Number.Add(version.Entry.Number);
        Length.Add(length);
        Before.Add(_newest[record]);
        _newest[record] = document;
        foreach (var facet in description?.Facets ?? []) FacetIds.Add(IdOf(facet));
        FacetsEnd.Add(FacetIds.Count);
        Is.Add((description is null ? Marks.Empty : Marks.None) | (steady ? Marks.None : Marks.Unsteady) | MarkOf(description?.Standing ?? Standing.Page));
        return document;
    }

    /// <summary>Documents of a record, newest first.</summary>
    public IEnumerable<int> Of(RecordKey key)
    {
        for (var document = _recordIds.TryGetValue(key, out var record) ? _newest[record] : -1; document >= 0; document = Before[document]) yield return document;
    }

    public void Empty(int document) => Is.Values[document] |= Marks.Empty;

    /// <summary>What a mark says of where the record stands.</summary>
    public static Standing StandingOf(Marks marks) => (marks & Marks.Line) != Marks.None ? Standing.Line : (marks & Marks.Promise) != Marks.None ? Standing.Promise : Standing.Page;

    private static Marks MarkOf(Standing standing) => standing switch { Standing.Line => Marks.Line, Standing.Promise => Marks.Promise, _ => Marks.None };

    private int IdOf(Facet facet)
    {
        if (_facetIds.TryGetValue(facet, out var id)) return id;
        _facetIds[facet] = id = Facets.Count;
        Facets.Add(facet);
        return id;
    }
}

/// <summary>A growing list whose first places never move: a reader who knows how many there were may read them without a lock.</summary>
internal sealed class Column<T>
{
    private T[] _values = new T[16];

    public int Count { get; private set; }

    public T[] Values => Volatile.Read(ref _values);

    public T this[int place] => _values[place];

    public void Add(T value)
    {
        if (Count == _values.Length)
        {
            var grown = new T[Count + (Count / 2)];
            _values.CopyTo(grown, 0);
            Volatile.Write(ref _values, grown);
        }
        _values[Count++] = value;
    }
}

/// <summary>The index as it stood after one append: the first so many documents, records and facets.</summary>
/// <param name="Number">The newest entry it knows.</param>
internal sealed record Edition(Documents Documents, int Count, int Records, int Facets, long Number);
