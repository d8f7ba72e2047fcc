using Kept.Core.Records;

namespace Kept.Core.Evidence;

/// <summary>A document that facts were read from.</summary>
[Kind("source")]
public sealed record Source : RecordBody
{
    public required string Title { get; init; }
    public string? Publisher { get; init; }

    /// <summary>When it was published, as far as it says: a date, or words.</summary>
    public string? Published { get; init; }

    /// <summary>Such as "report", "web page", "reference list".</summary>
    public required string Kind { get; init; }

    /// <summary>SHA-256 of the plain-text copy that line numbers count in, lower-case hexadecimal.</summary>
    public string? Sha256 { get; init; }

    /// <summary>How many lines the plain-text copy has.</summary>
    public int? Lines { get; init; }
    public string? Note { get; init; }
}

/// <summary>A place in a source.</summary>
/// <param name="Id">The source.</param>
/// <param name="Lines">First and last line, 1-based, of the plain-text copy; absent for a whole document.</param>
/// <param name="Page">A printed page, where lines cannot be given.</param>
public sealed record Cite(string Id, IReadOnlyList<int>? Lines = null, int? Page = null)
{
    /// <summary>Further lines, where the place is not one run of lines.</summary>
    public IReadOnlyList<int> Also { get; init; } = [];

    public RecordKey Key => RecordKey.Of<Source>(Id);

    /// <summary>"line 12", "lines 12 to 14", "lines 12 to 14, 20 and 31", or empty.</summary>
    public string Place => Lines switch
    {
        [var first, var last] when Also.Count == 0 && first == last => $"line {first}",
        [var first, var last] => "lines " + Listed([first == last ? $"{first}" : $"{first} to {last}", .. Also.Select(l => $"{l}")]),
        _ => Page is { } page ? $"page {page}" : "",
    };

    private static string Listed(IReadOnlyList<string> places) =>
        places.Count == 1 ? places[0] : $"{string.Join(", ", places.SkipLast(1))} and {places[^1]}";
}
