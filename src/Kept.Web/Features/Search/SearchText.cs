using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Kept.Web.Features.Search;

/// <summary>A stretch of text, and whether it is a word that was looked for.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Stretch(string Text, bool Found);

/// <summary>
/// What people type and what is written, made alike: case, accents and apostrophes do not count, and a word is found by
/// its beginning. A plural looked for also finds the singular.
/// </summary>
public static class SearchText
{
    private const int Before = 60;
    private const int Longest = 180;
    private const int ShortestPlural = 4;

    /// <summary>The words of a text with their place in it, folded.</summary>
    public static IEnumerable<(Range Place, string Folded)> Words(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[at])) { at++; continue; }
            var start = at;
            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || IsApostropheInside(text, at))) at++;
            yield return (start..at, Fold(text[start..at]));
        }
    }

    /// <summary>What is looked for, as folded words without repeats.</summary>
    public static IReadOnlyList<string> Asked(string query) => [.. Words(query).Select(w => w.Folded).Distinct(StringComparer.Ordinal)];

    public static bool Finds(string asked, string word) =>
        word.StartsWith(asked, StringComparison.Ordinal)
        || (asked.Length >= ShortestPlural && asked[^1] == 's' && word.StartsWith(asked.AsSpan(0, asked.Length - 1), StringComparison.Ordinal));

    /// <summary>The text around the first word found, cut at words, with what was found marked.</summary>
    public static IReadOnlyList<Stretch> Snippet(string text, IReadOnlyList<string> asked)
    {
        var hits = Hits(text, asked);
        var first = hits.Count > 0 ? hits[0].Start.Value : 0;
        var start = text.Length <= Longest || first <= Before ? 0 : text.IndexOf(' ', first - Before) + 1;
        var end = text.Length - start <= Longest ? text.Length : text.LastIndexOf(' ', start + Longest);
        if (end <= start) end = text.Length;
        IEnumerable<Stretch> dots = [new("...", false)];
        return [.. start > 0 ? dots : [], .. Marked(text, hits, start, end), .. end < text.Length ? dots : []];
    }

    /// <summary>The whole text with what was found marked.</summary>
    public static IReadOnlyList<Stretch> Marked(string text, IReadOnlyList<string> asked) => [.. Marked(text, Hits(text, asked), 0, text.Length)];

    private static List<Range> Hits(string text, IReadOnlyList<string> asked) =>
        [.. Words(text).Where(w => asked.Any(a => Finds(a, w.Folded))).Select(w => w.Place)];

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

    private static bool IsApostropheInside(string text, int at) =>
        text[at] is '\'' or '’' && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]);

    private static string Fold(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var c in word.Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && c is not ('\'' or '’'))
                folded.Append(char.ToLowerInvariant(c));
        return folded.ToString();
    }
}
