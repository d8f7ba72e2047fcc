using Kept.Core.Records;

namespace Kept.Core.Search;

/// <summary>Takes a question apart: words, "phrases in quotes", a beginning with a star, and other words for what was typed.</summary>
public static class ReadQuery
{
    private const int ShortestBeginning = 2;
    private const int LongestRun = 5;

    /// <summary>Never fails: what is not a word is passed over.</summary>
    public static SearchQuery Of(string text, View view) => Of(text, view.All<OtherWord>().Select(v => v.Body));

    public static SearchQuery Of(string text, IEnumerable<OtherWord> others)
    {
        var words = Words(text);
        var known = Known(others);
        var clauses = new List<Clause>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < words.Count;)
        {
            var (length, finds) = Longest(words, at, known);
            var run = words.GetRange(at, length);
            var typed = string.Join(' ', run.Select(w => w.Folded));
            if (seen.Add(string.Join(' ', run.Select(w => w.Root)))) clauses.Add(Of(run, typed, finds, at, isLast: at + length == words.Count));
            at += length;
        }
        return new(text, clauses, Phrases(words));
    }

    private sealed record Word(string Folded, string Root, int Quote, bool Star);

    private static List<Word> Words(string text)
    {
        var words = new List<Word>();
        var (quote, at) = (0, 0);
        foreach (var place in Folding.Words(text))
        {
            quote += text.AsSpan(at..place.Start.Value).ToString().Count(c => c is '"' or '“' or '”' or '«' or '»');
            at = place.End.Value;
            var folded = Folding.Fold(text.AsSpan(place));
            if (folded.Length > 0) words.Add(new(folded, EnglishStem.Of(folded), quote, at < text.Length && text[at] == '*'));
        }
        return words;
    }

    // A quotation mark opens and the next one closes: words between an odd one and the next stand side by side.
    private static List<Phrase> Phrases(List<Word> words) =>
        [.. words.Where(w => w.Quote % 2 == 1).GroupBy(w => w.Quote).Where(g => g.Count() > 1).Select(g => new Phrase([.. g.Select(w => w.Root)]))];

    private static Clause Of(List<Word> run, string typed, IEnumerable<string> finds, int at, bool isLast)
    {
        var roots = run.Select(w => w.Root).ToList();
        var alternatives = new List<Alternative> { new(typed, roots, true) };
        foreach (var find in finds)
        {
            var other = Folding.All(find).Select(EnglishStem.Of).ToList();
            if (other.Count > 0 && !alternatives.Any(a => a.Roots.SequenceEqual(other, StringComparer.Ordinal))) alternatives.Add(new(find, other, false));
        }
        var last = run[^1];
        var begins = run.Count == 1 && (last.Star || (isLast && last.Quote % 2 == 0)) && last.Folded.Length >= ShortestBeginning;
        return new(typed, alternatives, run.Count == 1 && FunctionWords.Has(last.Folded), begins ? last.Folded : null, begins && last.Star) { At = at, Length = run.Count };
    }

    private static Dictionary<string, List<string>> Known(IEnumerable<OtherWord> others)
    {
        var known = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var other in others)
            foreach (var typed in other.Typed)
            {
                var key = string.Join(' ', Folding.All(typed).Select(EnglishStem.Of));
                if (!known.TryGetValue(key, out var finds)) known[key] = finds = [];
                finds.AddRange(other.Finds);
            }
        return known;
    }

    private static (int Length, IReadOnlyList<string> Finds) Longest(List<Word> words, int at, Dictionary<string, List<string>> known)
    {
        if (known.Count == 0 || words[at].Quote % 2 == 1) return (1, []);
        for (var length = Math.Min(LongestRun, words.Count - at); length > 0; length--)
        {
            var run = words.GetRange(at, length);
            if (run.All(w => w.Quote == words[at].Quote) && known.TryGetValue(string.Join(' ', run.Select(w => w.Root)), out var finds)) return (length, finds);
        }
        return (1, []);
    }
}
