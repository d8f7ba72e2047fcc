using System.Collections.Concurrent;
using System.Text;

namespace Kept.Core.Search;

/// <summary>A word as written somewhere, folded: its root, and how it is best shown.</summary>
internal sealed class Surface(string folded, string shown, string root, Postings postings)
{
    public string Folded { get; } = folded;
    public string Root { get; } = root;
    public Postings Postings { get; } = postings;

    /// <summary>As written where it has the fewest capitals.</summary>
    public string Shown { get; set; } = shown;
}

/// <summary>Every root with its postings, and every word as written. One writer; readers need no lock.</summary>
internal sealed class Vocabulary
{
    private readonly ConcurrentDictionary<string, Postings> _roots = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Surface> _surfaces = new(StringComparer.Ordinal);
    private readonly List<Postings> _counted = [];

    public int Roots => _roots.Count;

    public Postings? Find(string root) => _roots.GetValueOrDefault(root);

    public IEnumerable<Surface> Surfaces => _surfaces.Values;

    /// <summary>Indexes one document; how many words it has.</summary>
    public int Add(int document, IEnumerable<Wording> wordings)
    {
        var length = 0;
        foreach (var wording in wordings)
            foreach (var place in Folding.Words(wording.Text))
            {
                var postings = Of(wording.Text.AsSpan(place)).Postings;
                length++;
                if (postings.CountedIn != document)
                {
                    (postings.CountedIn, postings.Counted) = (document, 0);
                    _counted.Add(postings);
                }
                postings.Counted += wording.Weight;
            }
        foreach (var postings in _counted) postings.Append(document, (ushort)Math.Min(postings.Counted, ushort.MaxValue));
        _counted.Clear();
        return length;
    }

    /// <summary>Takes documents out of every list; a root that is left nowhere is forgotten, with its words.</summary>
    public void Forget(IReadOnlySet<int> documents)
    {
        var gone = new HashSet<Postings>();
        foreach (var (root, postings) in _roots)
            if (documents.Any(postings.Has) && !postings.Without(documents) && _roots.TryRemove(root, out _)) gone.Add(postings);
        foreach (var surface in _surfaces.Values)
            if (gone.Contains(surface.Postings)) _surfaces.TryRemove(surface.Folded, out _);
    }

    public void Trim()
    {
        foreach (var postings in _roots.Values) postings.Trim();
    }

    private Surface Of(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[64];
        var known = _surfaces.GetAlternateLookup<ReadOnlySpan<char>>();
        if (word.Length <= buffer.Length && Ascii.IsValid(word))
        {
            var folded = buffer[..Folding.FoldAscii(word, buffer)];
            return known.TryGetValue(folded, out var surface) ? Met(surface, word) : New(new(folded), word);
        }
        var other = Folding.Fold(word);
        return _surfaces.TryGetValue(other, out var there) ? Met(there, word) : New(other, word);
    }

    private static Surface Met(Surface surface, ReadOnlySpan<char> word)
    {
        if (Capitals(word) < Capitals(surface.Shown)) surface.Shown = word.ToString();
        return surface;
    }

    private Surface New(string folded, ReadOnlySpan<char> word)
    {
        var root = EnglishStem.Of(folded);
        var surface = new Surface(folded, word.ToString(), root, _roots.GetOrAdd(root, _ => new()));
        _surfaces[folded] = surface;
        return surface;
    }

    private static int Capitals(ReadOnlySpan<char> word)
    {
        var capitals = 0;
        foreach (var c in word)
            if (char.IsUpper(c)) capitals++;
        return capitals;
    }
}
