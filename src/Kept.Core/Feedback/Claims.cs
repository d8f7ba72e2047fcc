using System.Globalization;

namespace Kept.Core.Feedback;

/// <summary>
/// Whether words hold a figure or a quotation: what is hardest to take back once others repeat it. Dates, years and the spans of plans
/// are no figures. It is an aid: a figure that looks like a year or such a span ("2000 people", "20-30 people") is taken for one.
/// </summary>
public static class Claims
{
    private const int WordsOfQuotation = 4;
    private static readonly string[] Months = [.. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Where(m => m.Length > 0)];
    private static readonly (char Opens, char Closes)[] Marks = [('“', '”'), ('"', '"'), ('«', '»')];

    /// <summary>The first quotation or figure in what is about to be published, as it stands there; null where there is none.</summary>
    public static string? In(Told told) => In(told.Words) ?? In(told.Promise);

    /// <summary>The first quotation or figure in a text; null where there is none.</summary>
    public static string? In(string? text) => text is null ? null : Quotation(text) ?? Figure(text);

    private static string? Quotation(string text)
    {
        foreach (var (opens, closes) in Marks)
            for (int from = text.IndexOf(opens, StringComparison.Ordinal), to; from >= 0 && (to = text.IndexOf(closes, from + 1)) > from; from = text.IndexOf(opens, to + 1))
                if (text[(from + 1)..to].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length >= WordsOfQuotation) return text[from..(to + 1)];
        return null;
    }

    private static string? Figure(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var at = 0; at < words.Length; at++)
        {
            var word = words[at].Trim('.', ',', ';', ':', '!', '?', '(', ')', '“', '”', '"', '\'', '’', '‘');
            if (word.Any(char.IsAsciiDigit) && !IsOfADate(word, at > 0 ? words[at - 1] : "", at + 1 < words.Length ? words[at + 1] : "")) return word;
        }
        return null;
    }

    private static bool IsOfADate(string word, string before, string after) =>
        IsYear(word)
        || (word.TrimEnd('s', 't', 'h', 'n', 'd', 'r') is { Length: 1 or 2 } day && int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 31 && (IsMonth(before) || IsMonth(after)))
        // 1/7/2021, 2021-07-01, and spans of years such as 2021-24 or 24-30.
        || word.Split('/', '-', '–') is { Length: 2 or 3 } parts && (parts.Length == 3 || !word.Contains('/', StringComparison.Ordinal)) && parts.All(p => p.Length is 1 or 2 or 4 && p.All(char.IsAsciiDigit));

    private static bool IsYear(string word) => word.Length == 4 && word.All(char.IsAsciiDigit) && word[..2] is "19" or "20";

    private static bool IsMonth(string word) =>
        word.Trim('.', ',', ';', ')') is { Length: >= 3 } month && Months.Any(m => m.StartsWith(month, StringComparison.OrdinalIgnoreCase));
}
