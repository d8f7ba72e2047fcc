using Kept.Core.Records;

namespace Kept.Core.Search;

/// <summary>Words of the record in place of words that it does not have: those within one or two slips of the hand, the nearest and most frequent first.</summary>
internal sealed class NearWords(Vocabulary vocabulary, Visible visible, View view, Edition edition)
{
    private const int ShortestWord = 3;
    private const int ShortestForTwo = 5;
    private const int LongestWord = 40;
    private const int MostTried = 5;
    private const int MostRead = 50;

    /// <summary>The question with every unmet word replaced, where that question finds something; else null.</summary>
    public Suggestion? Instead(SearchQuery query, IReadOnlyList<Clause> unmet, Func<string, bool> finds)
    {
        var near = unmet.Select(c => Near(c.Typed)).ToList();
        if (near.Any(n => n.Count == 0)) return null;
        // One word may be tried in several ways; where there are more, each takes its best.
        var tries = unmet.Count == 1 ? near[0].Select(s => new[] { s }) : [[.. near.Select(n => n[0])]];
        return tries.Select(words => Replaced(query.Text, unmet, words)).Where(finds).Select(t => new Suggestion(t)).FirstOrDefault();
    }

    private static string Replaced(string text, IReadOnlyList<Clause> unmet, Surface[] words)
    {
        var places = new List<Range>();
        foreach (var place in Folding.Words(text)) places.Add(place);
        for (var i = unmet.Count - 1; i >= 0; i--) text = string.Concat(text.AsSpan(..places[unmet[i].At].Start.Value), words[i].Shown, text.AsSpan(places[unmet[i].At].End.Value..));
        return text;
    }

    private List<Surface> Near(string word)
    {
        if (word.Length is < ShortestWord or > LongestWord) return [];
        var most = word.Length < ShortestForTwo ? 1 : 2;
        return [.. (from surface in vocabulary.Surfaces
                    where Math.Abs(surface.Folded.Length - word.Length) <= most && surface.Folded.Length >= ShortestWord
                    let slips = Slips.Between(word, surface.Folded, most)
                    where slips <= most
                    let frequency = visible.Frequency(surface.Postings)
                    where frequency > 0
                    select (Surface: surface, Slips: slips, Frequency: frequency))
            .OrderBy(n => n.Slips).ThenByDescending(n => n.Surface.Folded[0] == word[0]).ThenByDescending(n => n.Frequency).ThenBy(n => n.Surface.Folded, StringComparer.Ordinal)
            .Select(n => n.Surface).Where(IsInForce).Take(MostTried)];
    }

    // A root may stand in force where one of its words does not: only what the View shows is offered.
    private bool IsInForce(Surface surface)
    {
        var held = surface.Postings.Now;
        var (records, record) = (edition.Documents.Records.Values, edition.Documents.Record.Values);
        return held.Documents.Take(held.Count).Where(visible.Has).Take(MostRead).Select(d => Describe.In(view, records[record[d]]))
            .Any(d => d is not null && d.Wordings.Any(w => Folding.All(w.Text).Contains(surface.Folded, StringComparer.Ordinal)));
    }
}
