using System.Globalization;
using Kept.Design.Html;
using Microsoft.AspNetCore.Html;

namespace Kept.Design.Lists;

/// <summary>One box to tick.</summary>
/// <param name="Value">What the form sends.</param>
/// <param name="Words">What the reader sees.</param>
/// <param name="Count">How many there are; null when it is not counted.</param>
/// <param name="Chosen">Whether it is ticked.</param>
/// <param name="Mark">A small mark before the words.</param>
/// <param name="Unknown">An unknown: underlined with dashes, like its chip.</param>
public sealed record FilterOption(
    string Value, string Words, int? Count = null, bool Chosen = false, IHtmlContent? Mark = null, bool Unknown = false);

/// <summary>One question of a filter form: boxes of one name, any of which may be ticked. Works as a plain GET form.</summary>
public static class FilterGroup
{
    /// <param name="name">The parameter's name; ids on the page begin with it.</param>
    /// <param name="legend">The question.</param>
    /// <param name="options">In the order shown.</param>
    /// <param name="shown">How many stand open; the others wait in a details, which is open when one of them is ticked.</param>
    public static IHtmlContent Draw(string name, string legend, IReadOnlyList<FilterOption> options, int shown = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(options);
        var group = new Element("fieldset").Add(new Element("legend").Text(legend))
            .Add(options.Take(shown).Select((option, at) => Box(name, at, option)));
        var rest = options.Skip(shown).ToList();
        if (rest.Count == 0) return group;
        return group.Add(new Element("details").Class("k-more").With("open", rest.Any(option => option.Chosen) ? "" : null)
            .Add(new Element("summary").Text($"{rest.Count.ToString(CultureInfo.InvariantCulture)} more"))
            .Add(rest.Select((option, at) => Box(name, shown + at, option))));
    }

    private static Element Box(string name, int at, FilterOption option)
    {
        var id = name + "-" + (at + 1).ToString(CultureInfo.InvariantCulture);
        var count = option.Count?.ToString("#,0", CultureInfo.InvariantCulture);
        return new Element("div").Class(option.Unknown ? "k-opt unk" : "k-opt")
            .Add(new Element("input").With("type", "checkbox").With("id", id).With("name", name).With("value", option.Value)
                .With("checked", option.Chosen ? "" : null))
            .Add(new Element("label").With("for", id).Add(option.Mark).Add(new Element("span").Text(option.Words)))
            .Add(count is null ? null : new Element("b").Text(count));
    }
}
