using System.Text.RegularExpressions;
using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;

namespace Kept.Core.Content;

/// <summary>What an id may look like: it stands in addresses for ever.</summary>
internal static partial class PackIds
{
    private const int Longest = 120;

    // Addresses below a plan that are pages of their own.
    private static readonly string[] ReservedAreas = ["actions", "pace"];

    public static bool IsId(string id) => id.Length <= Longest && Plain().IsMatch(id);

    /// <summary>Why this id cannot be used for this kind, or null when it can.</summary>
    public static (string What, string Expected)? Objection(RecordKey key)
    {
        if (key.Kind == RecordKinds.NameOf<Place>() ? !Code().IsMatch(key.Id) : !IsId(key.Id))
            return ($"\"{key.Id}\" cannot be an id", $"lower-case letters, digits, hyphens and full stops, at most {Longest}");
        if (key.Kind == RecordKinds.NameOf<PriorityArea>() && ReservedAreas.Contains(key.Id))
            return ($"\"{key.Id}\" is an address of its own under every plan", "another id for this area");
        if (key.Kind == RecordKinds.NameOf<Term>() && !key.Id.Contains('.', StringComparison.Ordinal))
            return ($"\"{key.Id}\" does not say which scheme the term is of", "scheme.term, such as \"foundations.voice\"");
        return null;
    }

    [GeneratedRegex("^[a-z0-9]+([.-][a-z0-9]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Plain();

    [GeneratedRegex("^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
