namespace Kept.Core.Foundation;

/// <summary>Rule D10: words that stand where a date would, and hold none.</summary>
internal static class OpenWords
{
    private static readonly HashSet<string> Open = new(StringComparer.Ordinal)
    {
        "", "-", "none", "n a", "n / a", "na", "ongoing", "on going", "on - going", "continuous", "continuing", "continual",
        "rolling", "in due course", "in time", "in the future", "in future", "when possible", "as soon as possible", "asap",
        "tbc", "tbd", "to be confirmed", "to be agreed", "to be decided", "to be determined", "unknown", "undated", "no date",
        "not stated", "not known", "not yet known", "not set", "no timescale", "no end date", "soon", "shortly", "immediately",
        "short term", "medium term", "long term", "in the short term", "in the medium term", "in the long term",
    };

    internal static bool Fill(IReadOnlyList<DateToken> tokens) =>
        tokens.Count <= 6 && Open.Contains(string.Join(' ', tokens.Select(t => t.Kind == DateTokenKind.Dash ? "-" : t.Text)));
}
