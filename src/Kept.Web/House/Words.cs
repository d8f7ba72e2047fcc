using System.Globalization;

namespace Kept.Web.House;

/// <summary>Small matters of English.</summary>
public static class Words
{
    /// <summary>The same words with a capital at the front.</summary>
    public static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>"1 body", "1,204 bodies".</summary>
    public static string Counted(int count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many)}");

    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string And(IReadOnlyList<string> words) => words.Count switch
    {
        0 => "",
        1 => words[0],
        _ => $"{string.Join(", ", words.SkipLast(1))} and {words[^1]}",
    };

    /// <summary>A day, month or year as data writes it, in words: "2024-02" is February 2024. Anything else stays as it is.</summary>
    public static string PartDate(string written)
    {
        var start = written.StartsWith("since ", StringComparison.Ordinal) ? "since " : "";
        var date = written[start.Length..];
        if (DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return start + Core.Foundation.Dates.Long(day);
        return DateOnly.TryParseExact(date, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            ? start + month.ToString("MMMM yyyy", CultureInfo.InvariantCulture) : written;
    }
}
