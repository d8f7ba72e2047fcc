using Kept.Core.Content;
using Kept.Core.Programme;
using Kept.Core.Search;

namespace Kept.Measures;

/// <summary>Commitments of about 1 KB in the words of the shipped programme, as frequent as Zipf's law has them; the same ones every time.</summary>
public sealed class SearchCorpus
{
    private const int TitleWords = 12;
    private const int BodyWords = 130;
    private readonly Random _random = new(2021);
    private readonly string[] _words;
    private readonly double[] _upTo;
    private readonly string[] _actions;
    private readonly string[] _bodies;

    public SearchCorpus(string pack)
    {
        var records = PackFolder.Read(pack).Records;
        var text = records.Select(r => r.Body.ToString()!).SelectMany(Folding.All).Where(w => w.All(char.IsAsciiLetter) && w.Length > 1);
        _words = [.. text.CountBy(w => w, StringComparer.Ordinal).OrderByDescending(w => w.Value).ThenBy(w => w.Key, StringComparer.Ordinal).Select(w => w.Key)];
        _upTo = new double[_words.Length];
        for (var (i, sum) = (0, 0.0); i < _words.Length; i++) _upTo[i] = sum += 1.0 / (i + 1);
        _actions = Ids("action");
        _bodies = Ids("organisation");

        string[] Ids(string kind) => [.. records.Where(r => r.Key.Kind == kind).Select(r => r.Key.Id).Distinct(StringComparer.Ordinal)];
    }

    public int Vocabulary => _words.Length;

    public Commitment Next()
    {
        var text = Text(TitleWords);
        return new()
        {
            Text = text,
            Actions = [One(_actions)],
            Who = [One(_bodies), One(_bodies)],
            Status = "planned",
            StatusWording = "will",
            StatusBasis = "as worded in a document",
            Printed = [new("p1", _actions[0], Text(BodyWords / 2), "planned", "will", new("source")), new("p2", _actions[0], Text(BodyWords / 2), "planned", "will", new("source"))],
        };
    }

    /// <summary>One to three words, as frequent as in the texts but for those that only hold a sentence together.</summary>
    public string Question() => string.Join(' ', Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Telling()));

    private string Telling()
    {
        var word = Word();
        while (FunctionWords.Has(word)) word = Word();
        return word;
    }

    private string Text(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Word()));

    private string Word()
    {
        var at = Array.BinarySearch(_upTo, _random.NextDouble() * _upTo[^1]);
        return _words[at < 0 ? ~at : at];
    }

    private string One(string[] from) => from[_random.Next(from.Length)];
}
