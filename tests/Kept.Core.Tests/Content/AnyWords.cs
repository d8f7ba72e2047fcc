using FsCheck;
using FsCheck.Fluent;

namespace Kept.Core.Tests.Content;

/// <summary>Words that people and spreadsheets type, and some that nobody does.</summary>
internal sealed record AnyWords(string[] Texts, int[] Numbers)
{
    private static readonly string[] Odd =
    [
        "", " ", "~", "null", "yes", "=1+1", "+44", "-", "- a list", "a, b", "a; b", ";", "\"", "\"\"", "a\nb", "\n", "a\r\nb", "\t", " edges ", "a: b", "a #b", "#", "'", "''",
        "{}", "[", "]", "&a", "*a", "!t", "|", ">", "%", "@", "`", "\\", "\\n", "\u00A0", "\u2028", "\u0085", "\uFEFF", "\u0001", "\u007F", "Na h-Eileanan Siar", "é", "e\u0301", "👩‍👧", "中文", "שלום", "---", "...", "? x", "1e3", "2021-03-31", "0x10", ":", "a:", "x: {y}",
    ];

    public static Arbitrary<AnyWords> Arbitrary()
    {
        var word = Gen.OneOf(Gen.Elements(Odd), ArbMap.Default.GeneratorFor<string>().Where(t => t is null || IsWhole(t)).Select(t => t ?? ""));
        var text = word.ListOf(3).Select(w => string.Concat(w));
        return Gen.Zip(text.ArrayOf(16), Gen.Choose(0, 99).ArrayOf(8)).Select(p => new AnyWords(p.Item1, p.Item2)).ToArbitrary();
    }

    public int Number => Numbers[0];

    public IReadOnlyList<int> Span => [1 + Math.Min(Numbers[1], Numbers[2]), 1 + Math.Max(Numbers[1], Numbers[2])];

    public IReadOnlyList<int> Lines => [.. Numbers[3..(3 + (Numbers[3] % 4))].Select(n => n + 1)];

    public string Text(int which) => Texts[which];

    public string? Maybe(int which) => Numbers[which % Numbers.Length] % 3 == 0 ? null : Texts[^(1 + which)];

    public IReadOnlyList<string> List(int which) => [.. Texts.Skip(which).Take(Numbers[which] % 4)];

    // Half a character cannot be kept, so nobody can have published one.
    private static bool IsWhole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[++i])) return false;
        }
        return true;
    }
}
