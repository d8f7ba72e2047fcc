using System.Text;

namespace Kept.Core.Foundation;

/// <summary>Text without the control characters that no keyboard types: not every database, feed and file can hold them, and nobody can see them.</summary>
public static class PlainText
{
    /// <summary>The same text without them. Line ends and tabs stay, and so does every letter and sign; where a page or a line ended in the program it comes from stands a space.</summary>
    public static string Of(string text) => text.EnumerateRunes().All(IsSeen) ? text : string.Concat(text.EnumerateRunes().Select(r => EndsSomething(r) ? new Rune(' ') : r).Where(IsSeen).Select(r => r.ToString()));

    private static bool EndsSomething(Rune rune) => rune.Value is '\v' or '\f' or 0x85;

    private static bool IsSeen(Rune rune) => rune.Value is '\t' or '\n' or '\r' || (!Rune.IsControl(rune) && rune.Value is not (0xFFFE or 0xFFFF));
}
