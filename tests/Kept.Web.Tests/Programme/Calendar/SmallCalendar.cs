using Kept.Core.Evidence;
using Kept.Core.Programme;
using Kept.Core.Records;

namespace Kept.Web.Tests.Programme.Calendar;

/// <summary>Dated records for the one action of <see cref="SmallProgramme"/>.</summary>
internal static class SmallCalendar
{
    private static readonly Cite Page = new("report", [1, 1]);

    public static Write Promise(string words, DateOnly end, DateOnly from, int expect = 0, string status = "planned") =>
        Write.Set("paint", from, new Commitment
        {
            Text = "Paint the doors; then, the frames.",
            Actions = ["doors"],
            Due = [Due(words, end)],
            Status = status,
            StatusWording = "will",
            StatusBasis = "as worded in a report",
            Printed = [new("paint", "doors", "Paint the doors.", status, "will", Page) { Due = [Due(words, end)] }],
        }, expect);

    public static Write Milestone(string id, string words, DateOnly end, string? of = null) =>
        Write.Set(id, new(2026, 1, 1), new Milestone { Title = "Doors painted", Action = "doors", Due = Due(words, end), Of = of, Basis = "commitment", Source = Page }, 0);

    private static Due Due(string words, DateOnly end) => new() { Text = words, Qualifier = "by", End = end };
}
