using System.Runtime.InteropServices;
using Kept.Core.Records;

namespace Kept.Core.Search;

/// <summary>A text of a record: what it is of the record, and how much a word in it counts, as a number of occurrences.</summary>
public sealed record Wording(string Part, string Text, int Weight)
{
    public const int InTitle = 5;
    public const int InName = 5;
    public const int InText = 1;
}

/// <summary>A value a reader may narrow what was found by: the kind, a priority area, or a body.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Facet(string Name, string Value)
{
    public const string Kind = "kind";
    public const string Area = "area";
    public const string Body = "body";

    public static IReadOnlyList<string> Names { get; } = [Kind, Area, Body];

    /// <summary>A bit for each name.</summary>
    internal int Bit => 1 << (Name == Kind ? 0 : Name == Area ? 1 : 2);
}

/// <summary>A record as search sees it.</summary>
/// <param name="Wordings">Its title first, then every text that may be looked in.</param>
/// <param name="Borrowed">Records whose words are part of this one's texts, or whose absence hides it.</param>
public sealed record Description(RecordKey Key, IReadOnlyList<Wording> Wordings, IReadOnlyList<Facet> Facets, IReadOnlyCollection<RecordKey> Borrowed)
{
    /// <summary>The record as in force in a View; null when it is not, or is of a kind that is not looked for.</summary>
    public static Description? In(View view, RecordKey key) => Describe.In(view, key);

    public string Title => Wordings[0].Text;

    /// <summary>What it is among what may be found.</summary>
    public Standing Standing { get; init; }

    /// <summary>The language of its title where it is not English.</summary>
    public string? Lang { get; init; }
}
