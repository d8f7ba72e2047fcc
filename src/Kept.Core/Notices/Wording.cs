using System.Text.RegularExpressions;

namespace Kept.Core.Notices;

/// <summary>The words of an e-mail, with blanks.</summary>
public sealed partial record Wording(string Subject, string Body)
{
    /// <summary>The same with every blank filled in. What is filled in is not looked at again.</summary>
    public Wording Filled(IReadOnlyDictionary<string, string> values) => new(Fill(Subject, values), Fill(Body, values));

    /// <summary>The names of the blanks in a text.</summary>
    public static IReadOnlyList<string> BlanksIn(string text) => [.. Blanks().Matches(text).Select(m => m.Value[1..^1]).Distinct(StringComparer.Ordinal)];

    private static string Fill(string text, IReadOnlyDictionary<string, string> values) =>
        Blanks().Replace(text, blank => values.TryGetValue(blank.Value[1..^1], out var value) ? value : blank.Value);

    [GeneratedRegex(@"\{[a-z]+\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Blanks();
}
