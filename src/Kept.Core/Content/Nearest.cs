namespace Kept.Core.Content;

/// <summary>"did you mean": the known word nearest to a mistyped one.</summary>
internal static class Nearest
{
    // A hint is not worth a slow answer: a large pack may have many wrong words.
    private const int LongestWord = 60;
    private const int MostKnown = 400;

    /// <summary>Such as "\"title\"" for "titel"; null when nothing is near.</summary>
    public static string? To(string word, IEnumerable<string> known)
    {
        if (word.Length > LongestWord) return null;
        var best = known.Take(MostKnown).Select(k => (Word: k, Distance: Distance(word, k))).OrderBy(k => k.Distance).ThenBy(k => k.Word, StringComparer.Ordinal).FirstOrDefault();
        return best.Word is not null && best.Distance <= Math.Max(1, word.Length / 3) ? best.Word : null;
    }

    /// <summary>The given words, with "did you mean X?" where something is near.</summary>
    public static string Hint(string word, IEnumerable<string> known, string otherwise) =>
        To(word, known) is { } near ? $"{otherwise} (did you mean \"{near}\"?)" : otherwise;

    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 20) return int.MaxValue;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1));
                diagonal = above;
            }
        }
        return row[^1];
    }
}
