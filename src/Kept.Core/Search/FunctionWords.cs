using System.Collections.Frozen;

namespace Kept.Core.Search;

/// <summary>English words that hold a sentence together and say little: they add to a rank but need not occur, unless nothing else was typed.</summary>
public static class FunctionWords
{
    private static readonly FrozenSet<string> Words = FrozenSet.Create(
        StringComparer.Ordinal,
        "a", "about", "am", "an", "and", "any", "anybody", "anyone", "anything", "are", "as", "at", "be", "been", "being", "but", "by", "can", "could", "did", "do",
        "does", "doing", "for", "from", "had", "has", "have", "having", "he", "her", "hers", "him", "his", "how", "i", "if", "im", "in", "is", "it", "its", "me", "my",
        "no", "not", "of", "on", "or", "our", "ours", "she", "should", "so", "some", "somebody", "someone", "something", "than", "that", "the", "their", "them", "then",
        "there", "these", "they", "this", "those", "to", "too", "up", "us", "was", "we", "were", "what", "when", "where", "which", "who", "whom", "whose", "why",
        "will", "with", "would", "you", "your", "yours");

    public static bool Has(string folded) => Words.Contains(folded);
}
