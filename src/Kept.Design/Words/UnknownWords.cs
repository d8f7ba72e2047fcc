using System.Collections.Frozen;
using Kept.Design.Html;
using Microsoft.AspNetCore.Html;

namespace Kept.Design.Words;

/// <summary>Unknown is a value: it has words of its own and a chip, and is never blank, a nought or a dash.</summary>
public static class UnknownWords
{
    private static readonly FrozenDictionary<string, string> All = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["not-stated"] = "Not stated",
        ["not-asked"] = "Not asked",
        ["asked-no-answer"] = "Asked, no answer",
        ["not-applicable"] = "Not applicable",
        ["withheld"] = "Withheld",
        ["too-few-to-show"] = "Too few to show",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The words for one of the values of the contract, section 2; any other is an <see cref="ArgumentException"/>.</summary>
    public static string For(string value) =>
        All.TryGetValue(value, out var words) ? words : throw new ArgumentException($"'{value}' is not a kind of unknown.", nameof(value));

    /// <summary>The chip with any words: "No date stated", "Not known yet".</summary>
    public static IHtmlContent Chip(string words) => new Element("span").Class("unknown").Text(words);

    /// <summary>The chip of one of the values of the contract, as <see cref="For"/>.</summary>
    public static IHtmlContent ChipFor(string value) => Chip(For(value));
}
