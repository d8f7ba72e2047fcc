using System.Globalization;
using System.Text;

namespace Kept.Core.Foundation;

/// <summary>
/// The words of an id: lower-case letters a to z and digits, joined by single hyphens. An id is set once and never made
/// again from its title.
/// </summary>
public static class Slug
{
    /// <summary>The longest id, in characters.</summary>
    public const int Longest = 100;

    public static bool IsValid(string? id)
    {
        if (string.IsNullOrEmpty(id) || id.Length > Longest || id[0] == '-' || id[^1] == '-')
            return false;
        for (var i = 0; i < id.Length; i++)
        {
            var known = char.IsAsciiLetterLower(id[i]) || char.IsAsciiDigit(id[i]);
            if (!known && (id[i] != '-' || id[i - 1] == '-'))
                return false;
        }
        return true;
    }

    /// <summary>An id for a title ("Children's Hearings &amp; Courts" gives "childrens-hearings-and-courts"); null where no letter or digit is left.</summary>
    public static string? From(string? title)
    {
        var id = new StringBuilder();
        var gap = false;
        foreach (var letter in Letters(title ?? ""))
        {
            if (letter is '\'' or '\u2019')
                continue;
            if (!char.IsAsciiLetterOrDigit(letter))
            {
                gap = true;
                continue;
            }
            if (gap && id.Length > 0)
                id.Append('-');
            gap = false;
            id.Append(char.ToLowerInvariant(letter));
            if (id.Length >= Longest)
                break;
        }
        var made = id.Length > Longest ? id.ToString(0, Longest).TrimEnd('-') : id.ToString();
        return made.Length == 0 ? null : made;
    }

    /// <summary>Letters without their accents; runes first, because half a surrogate pair cannot be normalised.</summary>
    private static IEnumerable<char> Letters(string title) =>
        from rune in title.EnumerateRunes()
        from letter in rune.Value == '&' ? " and " : rune.ToString().Normalize(NormalizationForm.FormD)
        where CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark
        select letter;
}
