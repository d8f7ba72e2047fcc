namespace Kept.Core.Search;

/// <summary>
/// Okapi BM25 with k1 = 1.2 and b = 0.75 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009), the
/// rarity of a word always positive. A word in a title or a name counts as five; the length of a record is its words.
/// </summary>
internal static class Bm25
{
    public const float K1 = 1.2f;
    public const float B = 0.75f;

    /// <summary>By what a score is multiplied.</summary>
    public static float Of(Standing standing) => standing switch
    {
        Standing.Promise => 3,
        Standing.Line => 0.6f,
        _ => 1,
    };

    /// <summary>What another word counts beside the one that was typed.</summary>
    public const float OtherWord = 0.5f;

    public static float Rarity(int all, int with) => MathF.Log(1 + ((all - with + 0.5f) / (with + 0.5f)));

    public static float Of(float rarity, float occurrences, int length, float averageLength) =>
        rarity * occurrences * (K1 + 1) / (occurrences + (K1 * (1 - B + (B * length / averageLength))));
}
