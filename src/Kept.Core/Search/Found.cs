using System.Runtime.InteropServices;
using Kept.Core.Records;

namespace Kept.Core.Search;

/// <summary>What was found.</summary>
/// <param name="Total">How many records, before they were cut to a page.</param>
/// <param name="Items">Best first; ties in the order in which they were recorded.</param>
/// <param name="Facets">For every value, how many records there would be with it chosen instead of the others of its name.</param>
/// <param name="HasAll">Whether they have everything that was asked for; otherwise each has as much of it as any record has.</param>
/// <param name="Roots">The roots to mark in their texts.</param>
public sealed record Found(int Total, IReadOnlyList<FoundRecord> Items, IReadOnlyList<FacetCount> Facets, bool HasAll, IReadOnlySet<string> Roots)
{
    public static Found Nothing { get; } = new(0, [], [], true, new HashSet<string>(StringComparer.Ordinal));
}

/// <param name="Score">BM25, by which they are ordered; comparable within one answer only.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FoundRecord(RecordKey Key, double Score);

[StructLayout(LayoutKind.Auto)]
public readonly record struct FacetCount(Facet Facet, int Count);

/// <summary>A question that finds something, near one that has a word no record has.</summary>
/// <param name="Text">The whole question, as it would be typed.</param>
public sealed record Suggestion(string Text);
