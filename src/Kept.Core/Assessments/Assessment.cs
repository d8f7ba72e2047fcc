using Kept.Core.Evidence;
using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;

namespace Kept.Core.Assessments;

/// <summary>A published assessment of an action.</summary>
[Kind("assessment")]
public sealed record Assessment : RecordBody
{
    public required string Action { get; init; }

    /// <summary>One of <see cref="Categories"/>.</summary>
    public required string Category { get; init; }

    /// <summary>The words it was published in, exactly.</summary>
    public required string Wording { get; init; }

    /// <summary>The body that made it.</summary>
    public required string Assessor { get; init; }
    public IReadOnlyList<Remark> Remarks { get; init; } = [];

    /// <summary>Where the wording differs from the others of its category.</summary>
    public string? Note { get; init; }
    public required Cite Source { get; init; }

    public override IEnumerable<RecordKey> References() =>
        [RecordKey.Of<PlanAction>(Action), RecordKey.Of<Organisation>(Assessor), Source.Key];
}

/// <summary>The categories of an assessment, in order, with the short words that always stand beside the mark.</summary>
public static class Categories
{
    public const string NotAssessed = "not-assessed";

    private static readonly (string Id, string Label, string ShortLabel)[] All =
    [
        ("underway", "Work is underway", "Underway"),
        ("insufficient", "Underway, not yet sufficient", "Not yet sufficient"),
        ("little-or-none", "Little or no work underway", "Little or no work"),
        (NotAssessed, "Not assessed", "Not assessed"),
    ];

    public static IReadOnlyList<string> Ids { get; } = [.. All.Select(c => c.Id)];

    public static string Label(string id) => All.FirstOrDefault(c => c.Id == id).Label ?? id;

    public static string ShortLabel(string id) => All.FirstOrDefault(c => c.Id == id).ShortLabel ?? id;
}
