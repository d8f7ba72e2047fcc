using System.Runtime.InteropServices;
using System.Text;

namespace Kept.Core.Foundation;

/// <summary>A stretch of a text, counted in Unicode code points from 0, so that it means the same in every language.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TextRange
{
    /// <exception cref="ArgumentOutOfRangeException">A part is negative.</exception>
    public TextRange(int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        Start = start;
        Length = length;
    }

    public int Start { get; }

    public int Length { get; }

    /// <summary>The first code point after the stretch.</summary>
    public int End => checked(Start + Length);

    public bool Overlaps(TextRange other) => Start < other.End && other.Start < End;

    /// <summary>The words in this stretch, or null where it runs past the end of <paramref name="text"/>.</summary>
    public string? In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new StringBuilder();
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (at >= End)
                break;
            if (at++ >= Start)
                words.Append(rune);
        }
        return at < End ? null : words.ToString();
    }
}
