using Kept.Core.Records;

namespace Kept.Web.House;

/// <summary>Words that were shown and were wrong: which entry put them right, when, and why.</summary>
public sealed record CorrectionShape(long Entry, DateTimeOffset Recorded, DateOnly Effective, string? Why, bool Withheld)
{
    /// <summary>The correction of a version that is being shown, if there ever was one, whatever the dates asked for.</summary>
    public static CorrectionShape? Of(View view, RecordVersion version) =>
        view.CorrectionOf(version) is { } right ? new(right.Entry.Number, right.Entry.Recorded, right.Entry.Effective, right.Why, version.IsWithheld) : null;
}
