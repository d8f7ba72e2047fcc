using System.Text;

namespace Kept.Core.Foundation;

/// <summary>Cuts a text into tokens in one pass, without going back; footnote marks, line breaks and commas fall away.</summary>
internal sealed class DateTokens
{
    /// <summary>No date is written in more tokens than this; what is longer is cut off and refused.</summary>
    internal const int Most = 32;

    private const int LongestMark = 12;

    private readonly string _text;
    private int _at;

    private DateTokens(string text) => _text = text;

    /// <summary>How many characters were looked at: the measure of the work done.</summary>
    internal int Looked { get; private set; }

    /// <summary>At most <see cref="Most"/> tokens and one more, which shows that there were more.</summary>
    internal static IReadOnlyList<DateToken> Of(string text) => Of(text, out _);

    internal static IReadOnlyList<DateToken> Of(string text, out int looked)
    {
        var cut = new DateTokens(text);
        var tokens = new List<DateToken>();
        while (tokens.Count <= Most && cut.Next() is { } token)
            tokens.Add(token);
        looked = cut.Looked;
        return tokens;
    }

    private DateToken? Next()
    {
        while (_at < _text.Length)
        {
            var c = Look(_at);
            if (char.IsAsciiDigit(c))
                return Number();
            if (char.IsLetter(c))
                return new(DateTokenKind.Word, Run(IsOfAWord).ToLowerInvariant());
            if (char.IsSurrogate(c))
                return Picture();
            if (c == '[')
                SkipMark();
            else
                _at++;
            if (Joint(c) is { } kind)
                return new(kind, c.ToString());
        }
        return null;
    }

    private DateToken Number()
    {
        var digits = Run(char.IsAsciiDigit);
        var ordinal = digits.Length <= 2 && FollowedByOrdinal();
        if (ordinal)
            _at += 2;
        return new(DateTokenKind.Number, digits, ordinal);
    }

    /// <summary>A character outside the first 65,536, whole, or a mark in place of half of one.</summary>
    private DateToken Picture()
    {
        Rune.DecodeFromUtf16(_text.AsSpan(_at), out var rune, out var length);
        _at += length;
        return new(DateTokenKind.Other, rune.ToString());
    }

    private bool FollowedByOrdinal()
    {
        if (_at + 2 > _text.Length || (_at + 2 < _text.Length && char.IsLetter(Look(_at + 2))))
            return false;
        return _text.Substring(_at, 2).ToLowerInvariant() is "st" or "nd" or "rd" or "th";
    }

    private string Run(Func<char, bool> belongs)
    {
        var run = new StringBuilder();
        for (; _at < _text.Length && (IsInvisible(Look(_at)) || belongs(_text[_at])); _at++)
        {
            if (!IsInvisible(_text[_at]))
                run.Append(_text[_at]);
        }
        return run.ToString();
    }

    private void SkipMark()
    {
        for (var ahead = 1; ahead <= LongestMark && _at + ahead < _text.Length; ahead++)
        {
            if (Look(_at + ahead) != ']')
                continue;
            _at += ahead + 1;
            return;
        }
        _at++;
    }

    private DateTokenKind? Joint(char c) => c switch
    {
        '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => DateTokenKind.Dash,
        '/' => DateTokenKind.Slash,
        '.' when BetweenDigits() => DateTokenKind.Dot,
        _ when char.IsWhiteSpace(c) || IsDropped(c) => null,
        _ => DateTokenKind.Other,
    };

    private bool BetweenDigits() =>
        _at >= 2 && _at < _text.Length && char.IsAsciiDigit(_text[_at - 2]) && char.IsAsciiDigit(Look(_at));

    private char Look(int at)
    {
        Looked++;
        return _text[at];
    }

    private static bool IsOfAWord(char c) => char.IsLetter(c) || c is '\'' or '\u2019';

    private static bool IsInvisible(char c) => c is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF';

    /// <summary>Full stops, commas, quotation marks, brackets, and the marks and raised figures of footnotes.</summary>
    private static bool IsDropped(char c) =>
        IsInvisible(c) || "[].,;:()'\"\u2018\u2019\u201C\u201D*\u2020\u2021\u00A7\u00B9\u00B2\u00B3\u2070".Contains(c, StringComparison.Ordinal)
        || c is >= '\u2074' and <= '\u2079';
}
