using System.Text.RegularExpressions;

namespace Kept.Core.Questionnaires;

/// <summary>What a form that anybody may answer must not ask: it would say who a child is.</summary>
public static partial class IdentifyingWords
{
    /// <summary>What a text asks for that it must not; null where it does not.</summary>
    public static string? In(string text) =>
        Birth().IsMatch(text) ? "a date of birth" : School().IsMatch(text) ? "a school" : Name().IsMatch(text) ? "a full name" : null;

    [GeneratedRegex(@"\b(date\s+of\s+birth|d\.?o\.?b\b|birth\s*-?\s*da(y|te)s?|when\s+(were|was)\s+\w+(\s+\w+)?\s+born|year\s+of\s+birth)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Birth();

    [GeneratedRegex(@"\b(pre-?)?(school|schools|nursery|academy)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex School();

    [GeneratedRegex(@"\b(full|whole|real|legal|given|first|last|family)\s+names?\b|\bsurnames?\b|\bforenames?\b|\bwhat('s|’s|\s+is|\s+are)\s+(your|the\s+child('s|’s)|their|his|her)\s+names?\b|\byour\s+name\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
