namespace Kept.Core.Search;

/// <summary>The steps of the algorithm over one word; see <see cref="EnglishStem"/>. A capital Y is a y that counts as a consonant.</summary>
internal ref struct StemSteps(Span<char> letters, int length)
{
    private static readonly string[] Prefixes = ["gener", "commun", "arsen"];
    private static readonly string[] Finished = ["inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed"];

    // Each table from the longest suffix to the shortest: the first that fits decides, whether or not its condition holds.
    private static readonly (string From, string To)[] Second =
    [
        ("ational", "ate"), ("fulness", "ful"), ("iveness", "ive"), ("ization", "ize"), ("ousness", "ous"), ("biliti", "ble"), ("lessli", "less"),
        ("tional", "tion"), ("alism", "al"), ("aliti", "al"), ("ation", "ate"), ("entli", "ent"), ("fulli", "ful"), ("iviti", "ive"), ("ousli", "ous"),
        ("abli", "able"), ("alli", "al"), ("anci", "ance"), ("ator", "ate"), ("enci", "ence"), ("izer", "ize"), ("bli", "ble"), ("ogi", "og"), ("li", ""),
    ];

    private static readonly (string From, string To)[] Third =
    [
        ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("ative", ""), ("icate", "ic"), ("iciti", "ic"), ("ical", "ic"), ("ness", ""), ("ful", ""),
    ];

    private static readonly string[] Fourth =
    [
        "ement", "able", "ance", "ence", "ible", "ment", "ant", "ate", "ent", "ion", "ism", "iti", "ive", "ize", "ous", "al", "er", "ic",
    ];

    private static readonly System.Buffers.SearchValues<char> Vowels = System.Buffers.SearchValues.Create("aeiouy");
    private readonly Span<char> _letters = letters;
    private int _length = length;
    private int _r1;
    private int _r2;

    public override readonly string ToString()
    {
        var stem = _letters[.._length];
        stem.Replace('Y', 'y');
        return new(stem);
    }

    public void Run()
    {
        MarkConsonantY();
        FindRegions();
        Plurals();
        if (IsFinished()) return;
        PastAndContinuous();
        FinalY();
        Replace(Second, last: false);
        Replace(Third, last: true);
        Delete();
        FinalEAndL();
    }

    private readonly bool Ends(string suffix) => _letters[.._length].EndsWith(suffix);

    private readonly bool IsFinished()
    {
        foreach (var word in Finished)
            if (_letters[.._length].SequenceEqual(word)) return true;
        return false;
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private void MarkConsonantY()
    {
        for (var i = 0; i < _length; i++)
            if (_letters[i] == 'y' && (i == 0 || IsVowel(_letters[i - 1]))) _letters[i] = 'Y';
    }

    private void FindRegions()
    {
        _r1 = RegionAfter(0);
        foreach (var prefix in Prefixes)
            if (_letters[.._length].StartsWith(prefix)) _r1 = prefix.Length;
        _r2 = RegionAfter(_r1);
    }

    private readonly int RegionAfter(int start)
    {
        for (var i = start + 1; i < _length; i++)
            if (!IsVowel(_letters[i]) && IsVowel(_letters[i - 1])) return i + 1;
        return _length;
    }

    // Step 1a.
    private void Plurals()
    {
        if (Ends("sses")) _length -= 2;
        else if (Ends("ied") || Ends("ies")) _length -= _length > 4 ? 2 : 1;
        else if (Ends("s") && !Ends("us") && !Ends("ss") && HasVowel(_length - 2)) _length--;
    }

    private readonly bool HasVowel(int before) => before > 0 && _letters[..before].ContainsAny(Vowels);

    // Step 1b.
    private void PastAndContinuous()
    {
        var suffix = Ends("eedly") ? 5 : Ends("ingly") ? -5 : Ends("edly") ? -4 : Ends("eed") ? 3 : Ends("ing") ? -3 : Ends("ed") ? -2 : 0;
        if (suffix == 0) return;
        if (suffix > 0)
        {
            if (_length - suffix >= _r1) _length -= suffix - 2;
            return;
        }
        if (!HasVowel(_length + suffix)) return;
        _length += suffix;
        if (Ends("at") || Ends("bl") || Ends("iz") || (!EndsDouble() && IsShort())) _letters[_length++] = 'e';
        else if (EndsDouble()) _length--;
    }

    private readonly bool EndsDouble() =>
        _length > 1 && _letters[_length - 1] == _letters[_length - 2] && "bdfgmnprt".Contains(_letters[_length - 1], StringComparison.Ordinal);

    private readonly bool IsShort() => _r1 >= _length && EndsInShortSyllable(_length);

    private readonly bool EndsInShortSyllable(int end) => end switch
    {
        < 2 => false,
        2 => IsVowel(_letters[0]) && !IsVowel(_letters[1]),
        _ => IsVowel(_letters[end - 2]) && !IsVowel(_letters[end - 3]) && !IsVowel(_letters[end - 1]) && _letters[end - 1] is not ('w' or 'x' or 'Y'),
    };

    // Step 1c.
    private readonly void FinalY()
    {
        if (_length > 2 && _letters[_length - 1] is 'y' or 'Y' && !IsVowel(_letters[_length - 2])) _letters[_length - 1] = 'i';
    }

    // Steps 2 and 3.
    private void Replace((string From, string To)[] table, bool last)
    {
        foreach (var (from, to) in table)
        {
            if (!Ends(from)) continue;
            var start = _length - from.Length;
            if (start < _r1 || (from == "ative" && start < _r2)) return;
            if (!last && from == "ogi" && (start == 0 || _letters[start - 1] != 'l')) return;
            if (!last && from == "li" && (start == 0 || !"cdeghkmnrt".Contains(_letters[start - 1], StringComparison.Ordinal))) return;
            to.CopyTo(_letters[start..]);
            _length = start + to.Length;
            return;
        }
    }

    // Step 4.
    private void Delete()
    {
        foreach (var suffix in Fourth)
        {
            if (!Ends(suffix)) continue;
            var start = _length - suffix.Length;
            if (start >= _r2 && (suffix != "ion" || (start > 0 && _letters[start - 1] is 's' or 't'))) _length = start;
            return;
        }
    }

    // Step 5.
    private void FinalEAndL()
    {
        var start = _length - 1;
        if (start < 1) return;
        if (_letters[start] == 'e' && (start >= _r2 || (start >= _r1 && !EndsInShortSyllable(start)))) _length = start;
        else if (_letters[start] == 'l' && start >= _r2 && _letters[start - 1] == 'l') _length = start;
    }
}
