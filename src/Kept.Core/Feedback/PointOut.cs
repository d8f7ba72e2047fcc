using System.Text.RegularExpressions;

namespace Kept.Core.Feedback;

/// <summary>
/// Points out what may tell readers who somebody is: an aid for the editor's eye and no more. It finds too much rather than too
/// little, and what it does not find may be there all the same.
/// </summary>
public static partial class PointOut
{
    /// <summary>A place in a text and what it may be.</summary>
    public sealed record Found(int Start, string What, string Words);

    private static readonly (Regex Pattern, string What)[] Patterns =
    [
        (Address(), "an e-mail address"), (Postcode(), "a postcode"), (Identifier(), "a number that stands for a person"), (Telephone(), "a telephone number"), (BirthDate(), "a date of birth"),
        (Age(), "somebody’s age"), (School(), "a school or nursery"), (Titled(), "a person’s name"), (Relation(), "a child’s name"),
    ];

    /// <summary>What was found, in the order of the text; a place is named once.</summary>
    public static IReadOnlyList<Found> In(string? text)
    {
        if (string.IsNullOrEmpty(text)) return [];
        var found = new List<Found>();
        foreach (var (pattern, what) in Patterns)
            foreach (Match match in pattern.Matches(text))
                if (!found.Exists(f => f.Start < match.Index + match.Length && match.Index < f.Start + f.Words.Length)) found.Add(new(match.Index, what, match.Value));
        return [.. found.OrderBy(f => f.Start)];
    }

    /// <summary>What was found in everything that would be published.</summary>
    public static IReadOnlyList<Found> In(Told told) =>
        [.. new[] { told.Words, told.WhyMoved, told.Promise, told.Right }.Concat(told.Evidence.Select(e => e.Text)).SelectMany(In)];

    [GeneratedRegex(@"[\w.+-]{1,64}@[\w-]{1,63}(\.[\w-]{1,63})+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Address();

    [GeneratedRegex(@"\b[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Postcode();

    [GeneratedRegex(@"(\+44|\b0)[0-9 ()-]{8,13}[0-9]\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Telephone();

    [GeneratedRegex(@"\b([Bb]orn|[Dd]ate of birth|DOB|d\.o\.b\.)( on| in)?:? ?[0-9A-Za-z /.-]{4,20}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex BirthDate();

    [GeneratedRegex(@"\b([Aa]ged? [0-9]{1,2}|[0-9]{1,2}[- ]years?[- ]old|[0-9]{1,2} year old)\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Age();

    [GeneratedRegex(@"\b([A-Z][\w’'-]+ ){1,4}(Academy|College|Grammar|High School|Nursery|Primary( School)?|School|Secondary)\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex School();

    [GeneratedRegex(@"\b(Mr|Mrs|Ms|Miss|Dr|Mx)\.? [A-Z][\w’'-]+( [A-Z][\w’'-]+)?", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Titled();

    [GeneratedRegex(@"\b([Mm]y|[Hh]er|[Hh]is|[Tt]heir|[Oo]ur|[Cc]alled|[Nn]amed|[Cc]hild|[Ss]on|[Dd]aughter|[Bb]rother|[Ss]ister|[Bb]oy|[Gg]irl|[Pp]upil)( (son|daughter|brother|sister|boy|girl|child|foster child),?)? [A-Z][a-z]{2,}\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Relation();

    [GeneratedRegex(@"\b([A-Z]{2} ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D]|[0-9]{10})\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Identifier();
}
