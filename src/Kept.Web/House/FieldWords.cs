using System.Text.RegularExpressions;

namespace Kept.Web.House;

/// <summary>What a reader calls the fields of records.</summary>
public static partial class FieldWords
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["due"] = "date",
        ["completeBy"] = "date to be complete",
        ["deadline"] = "deadline",
        ["made"] = "date it was made",
        ["published"] = "date of publication",
        ["who"] = "who does it",
        ["with"] = "partners",
        ["concerns"] = "who it is about",
        ["whoInferred"] = "our reading of who does it",
        ["status"] = "status",
        ["statusWording"] = "wording of the status",
        ["statusBasis"] = "where the status comes from",
        ["printed"] = "where it is printed",
        ["amounts"] = "money",
        ["reach"] = "for how many",
        ["requirements"] = "what is required",
        ["heard"] = "what organisations said",
        ["leads"] = "who leads",
        ["leadBasis"] = "who leads",
        ["nextSteps"] = "next steps",
        ["order"] = "place in the list",
        ["effectiveText"] = "words for its day",
        ["otherNames"] = "other names",
        ["previousCodes"] = "earlier codes",
        ["of"] = "what it is about",
        ["said"] = "words",
        ["sent"] = "day it was sent",
        ["came"] = "how it came",
        ["stillTrue"] = "still true",
        ["newDate"] = "new date",
        ["whyMoved"] = "why the date moves",
        ["answerBy"] = "last day for an answer",
        ["bodies"] = "who was asked",
        ["ofPrinted"] = "what it restates",
        ["alsoOf"] = "what else it restates",
        ["ofStep"] = "next step it restates",
        ["from"] = "where it starts",
        ["to"] = "where it leads",
        ["toKind"] = "what it leads to",
        ["sha256"] = "seal of our copy",
        ["lines"] = "lines of our copy",
        ["seriesOf"] = "how many plans there are to be",
        ["reportedBy"] = "who reports it",
        ["about"] = "what it is about",
        ["under"] = "what it belongs under",
        ["named"] = "whether documents name it",
        ["partOf"] = "what it is part of",
        ["gss"] = "code",
    };

    /// <summary>Such as "date" for "due"; a field without words of its own is called by its name.</summary>
    public static string Of(string field) => Known.GetValueOrDefault(field) ?? Humps().Replace(field, m => " " + m.Value.ToLowerInvariant());

    [GeneratedRegex("[A-Z]", RegexOptions.None, 1000)]
    private static partial Regex Humps();
}
