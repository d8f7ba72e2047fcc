using System.Globalization;

namespace Kept.Core.Foundation;

/// <summary>Takes a sum apart from left to right: words, a pound sign, figures, a unit, words.</summary>
internal static class MoneyReader
{
    private const int Longest = 80;

    private static readonly HashSet<string> Qualifiers = new(StringComparer.OrdinalIgnoreCase)
    {
        "about", "around", "circa", "c", "approximately", "approx", "roughly", "an estimated", "estimated", "some", "almost", "nearly",
        "over", "more than", "at least", "up to", "under", "less than",
    };

    internal static Money? Read(string text)
    {
        if (text.Length > Longest || text.IndexOf('£', StringComparison.Ordinal) is not (>= 0 and var sign))
            return null;
        var after = text.AsSpan(sign + 1).TrimStart();
        var figures = after[..Length(after, c => char.IsAsciiDigit(c) || c is ',' or '.')];
        var rest = after[figures.Length..].TrimStart();
        var letters = rest[..Length(rest, char.IsAsciiLetter)];
        var unit = Unit(letters);
        if (unit is not null)
            rest = rest[letters.Length..];
        var (before, behind) = (Word(text.AsSpan(0, sign)), Word(rest));
        var oneQualifier = before.Length == 0 || behind.Length == 0;
        var qualifier = before.Length == 0 ? behind : before;
        if (!oneQualifier || (qualifier.Length > 0 && !Qualifiers.Contains(qualifier)) || Value(figures) is not { } value)
            return null;
        return new(value * (unit ?? 1), qualifier.Length == 0 ? null : qualifier);
    }

    private static decimal? Unit(ReadOnlySpan<char> letters) => letters.ToString().ToLowerInvariant() switch
    {
        "k" or "thousand" => 1_000,
        "m" or "mn" or "million" => 1_000_000,
        "bn" or "b" or "billion" => 1_000_000_000,
        _ => null,
    };

    /// <summary>Figures of at most 15 digits; commas only where they part thousands.</summary>
    private static decimal? Value(ReadOnlySpan<char> figures)
    {
        figures = figures.TrimEnd(".,");
        var point = figures.IndexOf('.');
        var whole = point < 0 ? figures : figures[..point];
        if (whole.Length is 0 or > 15 || !CommasPartThousands(whole.ToString().Split(',')))
            return null;
        return decimal.TryParse(figures, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
    }

    private static bool CommasPartThousands(string[] groups) =>
        groups.Length == 1 || (groups[0].Length is > 0 and <= 3 && groups.Skip(1).All(g => g.Length == 3));

    private static string Word(ReadOnlySpan<char> text) => text.Trim(" \u00A0().,*").ToString();

    private static int Length(ReadOnlySpan<char> text, Func<char, bool> belongs)
    {
        var length = 0;
        while (length < text.Length && belongs(text[length]))
            length++;
        return length;
    }
}
