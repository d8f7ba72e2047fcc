using Kept.Core.Programme;
using Kept.Core.Records;

namespace Kept.Web.House;

/// <summary>A date that was said and then said otherwise; <see cref="What"/> is moved or corrected.</summary>
public sealed record DateMoveShape(
    string Part, IReadOnlyList<DueShape> From, IReadOnlyList<DueShape> To, DateOnly Effective, DateTimeOffset Recorded, string What, string? Why)
{
    /// <summary>Every move of a record's dates by the day of the View, oldest first.</summary>
    public static IReadOnlyList<DateMoveShape> Of(View view, RecordKey key) => [.. DateMove.Of(view, key).Select(Of)];

    public static DateMoveShape Of(DateMove move) => new(
        move.Part, [.. move.From.Select(DueShape.Of)], [.. move.To.Select(DueShape.Of)], move.Version.Entry.Effective, move.Version.Entry.Recorded,
        move.IsCorrection ? RecordChange.Corrected : "moved", move.Version.Why);

    /// <summary>Dates as printed, joined.</summary>
    public static string Said(IReadOnlyList<DueShape> dates) => dates.Count == 0 ? "no date" : string.Join("; ", dates.Select(d => d.Text));
}
