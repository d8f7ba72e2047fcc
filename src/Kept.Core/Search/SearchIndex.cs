using Kept.Core.Records;

namespace Kept.Core.Search;

/// <summary>
/// An inverted index of every version of every record, beside the Snapshot it was made from. One writer extends it as
/// entries are appended; any number of readers ask it at any date meanwhile, without a lock.
/// </summary>
public sealed class SearchIndex
{
    private const int Remembered = 8;
    private readonly Vocabulary _vocabulary = new();
    private readonly Documents _documents = new();
    private readonly Lock _gate = new();
    private readonly List<(Edition Edition, DateOnly At, long Known, Visible Visible)> _visible = [];
    private Snapshot _snapshot;
    private Edition _edition;

    private SearchIndex(Snapshot snapshot)
    {
        _snapshot = snapshot;
        var lending = new Lending(snapshot);
        foreach (var key in snapshot.Kinds.SelectMany(snapshot.Keys))
            foreach (var version in snapshot.Newest(key)!.AndBefore().Reverse())
                if (version.IsStatement) Add(version, snapshot, lending);
        _vocabulary.Trim();
        _edition = Publish(snapshot);
    }

    /// <summary>The newest entry that can be found by it.</summary>
    public long Number => Volatile.Read(ref _edition).Number;

    /// <summary>How many versions and how many roots it holds.</summary>
    public (int Versions, int Roots) Size => (Volatile.Read(ref _edition).Count, _vocabulary.Roots);

    /// <summary>The index of a whole Snapshot.</summary>
    public static SearchIndex Of(Snapshot snapshot) => new(snapshot);

    /// <summary>Takes in what was appended; for one writer at a time. Entries must be those between the last Snapshot and this one.</summary>
    public void Extend(Snapshot snapshot, IReadOnlyList<Entry> appended)
    {
        var (before, now) = (new Lending(_snapshot), new Lending(snapshot));
        var (first, replaced, hides) = (_edition.Count, new HashSet<int>(), false);
        foreach (var entry in appended)
        {
            var version = snapshot.Newest(entry.Record)!.AndBefore().First(v => v.Entry.Number == entry.Number);
            if (version.Redacts is { } erased) Forget(entry.Record, erased);
            else if (version.IsStatement) Add(version, snapshot, now);
            hides |= version.Redacts is not null || version.Withholds;
            if (version.Withholds) AddAgain(entry.Record, snapshot, now, first, replaced);
        }
        foreach (var key in appended.Select(e => e.Record).Distinct().Where(k => now.Differs(k, before)))
            foreach (var borrower in snapshot.EverReferring(key)) AddAgain(borrower, snapshot, now, first, replaced);
        // Words that were erased or withheld go, and what was borrowed of them.
        if (hides) _vocabulary.Forget(replaced);
        _snapshot = snapshot;
        Volatile.Write(ref _edition, Publish(snapshot));
    }

    /// <summary>What is found at the dates of a View, which must not be of a later Snapshot than the index.</summary>
    public Found Find(View view, SearchQuery query, IReadOnlyCollection<Facet> chosen, int skip = 0, int take = int.MaxValue) =>
        Sought(view, query).Find(chosen, skip, take);

    /// <summary>Another question, with words of this View in place of words that nothing has; null when there is none that finds more.</summary>
    public Suggestion? Suggest(View view, SearchQuery query) => Sought(view, query).Suggest();

    private IndexSearch Sought(View view, SearchQuery query)
    {
        var edition = Volatile.Read(ref _edition);
        if (edition.Number < view.NewestNumber) throw new InvalidOperationException($"The index knows entries up to {edition.Number}, the View up to {view.NewestNumber}.");
        // A record of any kind may be found tomorrow: a page that was drawn from this holds until one changes.
        foreach (var kind in RecordKinds.Names) view.Keys(kind);
        return new(edition, VisibleIn(edition, view), _vocabulary, view.Aside(), query);
    }

    private Visible VisibleIn(Edition edition, View view)
    {
        lock (_gate)
        {
            foreach (var (of, at, known, visible) in _visible)
                if (of == edition && at == view.At && known == view.KnownNumber) return visible;
        }
        var found = Visible.Of(edition, view.At, view.KnownNumber);
        lock (_gate)
        {
            if (_visible.Count == Remembered) _visible.RemoveAt(0);
            _visible.Add((edition, view.At, view.KnownNumber, found));
        }
        return found;
    }

    private void Add(RecordVersion version, Snapshot snapshot, Lending lending)
    {
        var shown = Withheld.Shown(snapshot.Newest(version.Entry.Record)!, version);
        var description = shown.Body is { } body ? Describe.Of(version.Entry.Record, body, lending.All) : null;
        var length = description is null ? 0 : _vocabulary.Add(_documents.Is.Count, description.Wordings);
        _documents.Add(version, description, length, description is null || lending.IsSteady(description, version.Entry));
    }

    // A record whose borrowed words are others now: a further document for the same version, which counts from this edition on.
    private void AddAgain(RecordKey key, Snapshot snapshot, Lending lending, int first, HashSet<int> replaced)
    {
        foreach (var version in snapshot.Newest(key)!.AndBefore().Reverse())
        {
            if (version is not { IsStatement: true, Body: not null }) continue;
            var known = _documents.Of(key).First(d => _documents.Number[d] == version.Entry.Number);
            if (known >= first) continue;
            replaced.Add(known);
            Add(version, snapshot, lending);
        }
    }

    private void Forget(RecordKey key, long number)
    {
        var erased = _documents.Of(key).Where(d => _documents.Number[d] == number).ToHashSet();
        foreach (var document in erased) _documents.Empty(document);
        _vocabulary.Forget(erased);
    }

    private Edition Publish(Snapshot snapshot) => new(_documents, _documents.Is.Count, _documents.Records.Count, _documents.Facets.Count, snapshot.Number);
}
