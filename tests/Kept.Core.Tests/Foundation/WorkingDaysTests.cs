using Kept.Core.Foundation;

namespace Kept.Core.Tests.Foundation;

public sealed class WorkingDaysTests
{
    private static readonly Period[] Winter = [Period.Day(new(2026, 11, 30)), new(new(2026, 12, 21), new(2027, 1, 4))];

    [Theory]
    [InlineData("2026-11-20", 0, "2026-11-20")]
    // A Friday, so the next working day is Monday.
    [InlineData("2026-11-20", 1, "2026-11-23")]
    [InlineData("2026-11-21", 1, "2026-11-23")]
    [InlineData("2026-11-27", 1, "2026-12-01")]
    [InlineData("2026-12-18", 1, "2027-01-05")]
    [InlineData("2026-11-23", 20, "2026-12-21", false)]
    [InlineData("2026-11-23", 20, "2027-01-06")]
    [InlineData("2028-02-28", 1, "2028-02-29")]
    public void Weekends_and_listed_holidays_do_not_count(string from, int count, string after, bool holidays = true) =>
        Assert.Equal(Dates.FromIso(after), WorkingDays.After(Dates.FromIso(from)!.Value, count, holidays ? Winter : []));

    [Fact]
    public void Counting_back_gives_the_same_number()
    {
        var from = new DateOnly(2026, 11, 1);
        for (var count = 0; count < 300; count++)
        {
            var after = WorkingDays.After(from, count, Winter);
            Assert.Equal(count, WorkingDays.Between(from, after, Winter));
            Assert.True(count == 0 || WorkingDays.Is(after, Winter));
        }
    }
}
