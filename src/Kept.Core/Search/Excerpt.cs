using System.Runtime.InteropServices;

namespace Kept.Core.Search;

/// <summary>A stretch of text, and whether it is a word that was looked for.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Stretch(string Text, bool Found);

/// <summary>Shows why a record was found: its title, and the part of it that holds most of the words, with those words marked.</summary>
public sealed class Excerpt
{
    private const int Before = 60;
    private const int Longest = 180;
    private readonly IReadOnlySet<string> _roots;
    private readonly bool[] _firstLetters = new bool[128];

    public Excerpt(IReadOnlySet<string> roots)
    {
        _roots = roots;
        foreach (var root in roots.Where(r => r.Length > 0 && r[0] < 128)) _firstLetters[root[0]] = true;
    }

    /// <summary>The whole text with what was found marked.</summary>
    public IReadOnlyList<Stretch> Marked(string text) => [.. Marked(text, Hits(text), 0, text.Length)];

    /// <summary>The text of a record, its title apart, that holds most of the words: what it is of the record, and the stretch around them. Empty when none does.</summary>
    public (string Part, IReadOnlyList<Stretch> Stretches) Of(Description description)
    {
        var (best, hits, most) = (description.Wordings[0], new List<Range>(), 0);
        foreach (var wording in description.Wordings.Where(w => w.Part.Length > 0))
        {
            var here = Hits(wording.Text);
            if (here.Count == 0 || Different(wording.Text, here) is var different && different <= most) continue;
            (best, hits, most) = (wording, here, different);
            if (most == _roots.Count) break;
        }
        return most == 0 ? ("", []) : (best.Part, Snippet(best.Text, hits));
    }

    /// <summary>The text around the first word found, cut between words, with what was found marked.</summary>
    public IReadOnlyList<Stretch> Snippet(string text) => Snippet(text, Hits(text));

    private static IReadOnlyList<Stretch> Snippet(string text, List<Range> hits)
    {
        var first = hits.Count > 0 ? hits[0].Start.Value : 0;
        var start = text.Length <= Longest || first <= Before ? 0 : text.IndexOf(' ', first - Before) + 1;
        var end = text.Length - start <= Longest ? text.Length : text.LastIndexOf(' ', start + Longest);
        if (end <= start) end = text.Length;
        IEnumerable<Stretch> dots = [new("...", false)];
        return [.. start > 0 ? dots : [], .. Marked(text, hits, start, end), .. end < text.Length ? dots : []];
    }

    private List<Range> Hits(string text)
    {
        var hits = new List<Range>();
        foreach (var place in Folding.Words(text))
            if (Finds(text.AsSpan(place))) hits.Add(place);
        return hits;
    }

    private static int Different(string text, List<Range> hits) =>
        hits.Count < 2 ? hits.Count : hits.Select(h => EnglishStem.Of(Folding.Fold(text.AsSpan(h)))).Distinct(StringComparer.Ordinal).Count();

    // A stem keeps the first letter of its word: most words are told by that.
    private bool Finds(ReadOnlySpan<char> word) =>
        (word[0] >= 128 || _firstLetters[word[0] is >= 'A' and <= 'Z' ? word[0] | ' ' : word[0]]) && _roots.Contains(EnglishStem.Of(Folding.Fold(word)));

    private static IEnumerable<Stretch> Marked(string text, List<Range> hits, int start, int end)
    {
        var at = start;
        foreach (var hit in hits.Where(h => h.Start.Value >= start && h.End.Value <= end))
        {
            if (hit.Start.Value > at) yield return new(text[at..hit.Start.Value], false);
            yield return new(text[hit], true);
            at = hit.End.Value;
        }
        if (at < end) yield return new(text[at..end], false);
    }
}
