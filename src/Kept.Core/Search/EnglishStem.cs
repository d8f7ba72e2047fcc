namespace Kept.Core.Search;

/// <summary>
/// The stem of an English word, by the "English (Porter2)" algorithm that Martin Porter published for Snowball
/// (snowballstem.org/algorithms/english/stemmer.html), and before it the few irregular plurals that no rule reaches.
/// Takes folded words: small letters and digits, no apostrophes.
/// </summary>
public static class EnglishStem
{
    private const int Longest = 64;
    private const int Shortest = 3;

    /// <summary>The stem; the word itself where it is shorter than three letters, very long, or not of the letters a to z. "18s" is 18.</summary>
    public static string Of(string word)
    {
        if (word.Length is < Shortest or > Longest || word.AsSpan().ContainsAnyExceptInRange('a', 'z')) return Figure(word);
        if (Exceptions.Whole(word) is { } known) return known;
        Span<char> letters = stackalloc char[Longest + 1];
        word.CopyTo(letters);
        var stem = new StemSteps(letters, word.Length);
        stem.Run();
        return stem.ToString();
    }

    private static string Figure(string word) =>
        word.Length > 1 && word[^1] == 's' && !word.AsSpan(..^1).ContainsAnyExceptInRange('0', '9') ? word[..^1] : word;

    private static class Exceptions
    {
        private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
        {
            ["skis"] = "ski",
            ["skies"] = "sky",
            ["dying"] = "die",
            ["lying"] = "lie",
            ["tying"] = "tie",
            ["idly"] = "idl",
            ["gently"] = "gentl",
            ["ugly"] = "ugli",
            ["early"] = "earli",
            ["only"] = "onli",
            ["singly"] = "singl",
            ["sky"] = "sky",
            ["news"] = "news",
            ["howe"] = "howe",
            ["atlas"] = "atlas",
            ["cosmos"] = "cosmos",
            ["bias"] = "bias",
            ["andes"] = "andes",
            // Ours: plurals that no suffix rule reaches. With the s of a possessive whose apostrophe is gone.
            ["children"] = "child",
            ["childrens"] = "child",
            ["men"] = "man",
            ["mens"] = "man",
            ["women"] = "woman",
            ["womens"] = "woman",
        };

        public static string? Whole(string word) => Words.GetValueOrDefault(word);
    }
}
