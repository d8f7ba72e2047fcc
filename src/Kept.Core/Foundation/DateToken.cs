namespace Kept.Core.Foundation;

internal enum DateTokenKind
{
    End,
    Word,
    Number,
    Dash,
    Slash,
    Dot,
    Other,
}

/// <summary>One word, number or joining mark of a date. Words are in lower case; an ordinal is a number that had "th" or the like after it.</summary>
internal readonly record struct DateToken(DateTokenKind Kind, string Text, bool Ordinal = false)
{
    /// <summary>The value of a number of one to four digits; 0 otherwise.</summary>
    internal int Value => Kind == DateTokenKind.Number && Text.Length <= 4
        ? int.Parse(Text, System.Globalization.CultureInfo.InvariantCulture)
        : 0;

    internal bool IsYear => Kind == DateTokenKind.Number && Text.Length == 4 && !Ordinal;

    internal bool IsShort => Kind == DateTokenKind.Number && Text.Length <= 2;
}
