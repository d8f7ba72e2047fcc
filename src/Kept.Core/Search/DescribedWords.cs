namespace Kept.Core.Search;

/// <summary>The roots of a description's words, text by text.</summary>
internal sealed class DescribedWords(Description description)
{
    private readonly List<List<string>> _texts = [.. description.Wordings.Select(w => Folding.All(w.Text).ConvertAll(EnglishStem.Of))];
    private HashSet<string>? _roots;

    public IReadOnlyList<IReadOnlyList<string>> Texts => _texts;

    public IReadOnlySet<string> Roots => _roots ??= _texts.SelectMany(t => t).ToHashSet(StringComparer.Ordinal);

    public bool Has(Phrase phrase) => _texts.Exists(text => Has(text, phrase.Roots));

    private static bool Has(List<string> text, IReadOnlyList<string> phrase)
    {
        for (var at = 0; at + phrase.Count <= text.Count; at++)
            if (text.Skip(at).Take(phrase.Count).SequenceEqual(phrase, StringComparer.Ordinal)) return true;
        return false;
    }
}
