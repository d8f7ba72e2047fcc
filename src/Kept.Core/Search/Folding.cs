using System.Globalization;
using System.Text;

namespace Kept.Core.Search;

/// <summary>What people type and what is written, made alike: case, accents and apostrophes do not count.</summary>
public static class Folding
{
    private const int LongestOnStack = 64;

    /// <summary>The words of a text, each a run of letters and digits; an apostrophe between two of them belongs to the word.</summary>
    public static WordsIn Words(ReadOnlySpan<char> text) => new(text);

    /// <summary>The words of a text, folded.</summary>
    public static List<string> All(string text)
    {
        var all = new List<string>();
        foreach (var place in Words(text)) all.Add(Fold(text.AsSpan(place)));
        return all;
    }

    /// <summary>One word in small letters, without accents and apostrophes.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestOnStack || !Ascii.IsValid(word)) return FoldAny(word);
        Span<char> folded = stackalloc char[LongestOnStack];
        return new(folded[..FoldAscii(word, folded)]);
    }

    /// <summary>Folds a word of plain ASCII into a buffer at least as long; the length written.</summary>
    internal static int FoldAscii(ReadOnlySpan<char> word, Span<char> into)
    {
        var length = 0;
        foreach (var c in word)
            if (c != '\'') into[length++] = c is >= 'A' and <= 'Z' ? (char)(c | ' ') : c;
        return length;
    }

    private static string FoldAny(ReadOnlySpan<char> word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var c in word.ToString().Normalize(NormalizationForm.FormKD))
            if (!IsMark(c) && !WordsIn.IsApostrophe(c)) folded.Append(char.ToLowerInvariant(c));
        return folded.ToString();
    }

    internal static bool IsMark(char c) =>
        c >= 0x300 && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}

/// <summary>Steps through the words of a text; each is its place in it.</summary>
public ref struct WordsIn(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _at;

    public Range Current { get; private set; }

    public readonly WordsIn GetEnumerator() => this;

    public bool MoveNext()
    {
        int size;
        while (_at < _text.Length && !Starts(_at, out size)) _at += size;
        if (_at >= _text.Length) return false;
        var start = _at;
        while (_at < _text.Length && (Starts(_at, out size) || GoesOn(_at))) _at += size;
        Current = start.._at;
        return true;
    }

    internal static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ';

    private readonly bool Starts(int at, out int size)
    {
        size = 1;
        var c = _text[at];
        if (c < 128) return char.IsAsciiLetterOrDigit(c);
        if (!char.IsSurrogate(c)) return !IsApostrophe(c) && (char.IsLetter(c) || char.IsNumber(c));
        Rune.DecodeFromUtf16(_text[at..], out var rune, out size);
        return Rune.IsLetter(rune) || Rune.IsNumber(rune);
    }

    private readonly bool GoesOn(int at) =>
        IsApostrophe(_text[at]) ? at + 1 < _text.Length && Starts(at + 1, out _) : Folding.IsMark(_text[at]);
}
