using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Web.Features.Programme;
using Kept.Web.House;

namespace Kept.Web.Features.Organisations.Bodies;

/// <summary>A commitment from the side of one body: its part in it, and every place it is printed with the date printed there.</summary>
/// <param name="Part">owner (named in the source), partner, about, or our-reading.</param>
public sealed record BodyCommitment(
    string Id, string Url, string Part, string Text, string Status, string StatusWording,
    IReadOnlyList<DueShape> Due, bool Passed, IReadOnlyList<PrintedUnder> Printed)
{
    /// <summary>Every time its date was said otherwise, oldest first.</summary>
    public IReadOnlyList<DateMoveShape> Moves { get; init; } = [];

    public CorrectionShape? Correction { get; init; }

    public const string Owner = "owner";
    public const string Partner = "partner";
    public const string About = "about";
    public const string OurReading = "our-reading";

    /// <summary>Every commitment that names the body: passed dates first, then by date, undated last.</summary>
    public static IReadOnlyList<BodyCommitment> Of(Reading reading, string body) =>
        [.. reading.View.Naming<Commitment>(RecordKey.Of<Organisation>(body))
            .Select(c => Of(reading, c, PartIn(c.Body, body)))
            .OrderByDescending(c => c.Passed).ThenBy(c => c.Due.Min(d => d.End) ?? DateOnly.MaxValue)];

    private static string PartIn(Commitment commitment, string body) =>
        commitment.Who.Contains(body, StringComparer.Ordinal) ? Owner
        : commitment.With.Contains(body, StringComparer.Ordinal) ? Partner
        : commitment.Concerns.Contains(body, StringComparer.Ordinal) ? About : OurReading;

    private static BodyCommitment Of(Reading reading, Version<Commitment> version, string part) => new(
        version.Id, ProgrammeLinks.Commitment(version.Id), part, version.Body.Text, version.Body.Status, version.Body.StatusWording,
        [.. version.Body.Due.Select(DueShape.Of)], reading.View.PassedWithNothingHeard(version).Any(),
        [.. version.Body.Printed.Select(p => PrintedUnder.Of(reading.View, p))])
    {
        Moves = DateMoveShape.Of(reading.View, version.Key),
        Correction = CorrectionShape.Of(reading.View, version.Source),
    };
}

/// <summary>Where a commitment is printed, and with which date and status words.</summary>
public sealed record PrintedUnder(string Id, IdTitle Action, string Url, string StatusWording, IReadOnlyList<DueShape> Due, SourceShape Source)
{
    public static PrintedUnder Of(View view, PrintedCommitment printed) => new(
        printed.Id, Names.Action(view, printed.Action), ProgrammeLinks.Action(view, printed.Action), printed.StatusWording,
        [.. printed.Due.Select(DueShape.Of)], SourceShape.Of(view, printed.Source));
}
