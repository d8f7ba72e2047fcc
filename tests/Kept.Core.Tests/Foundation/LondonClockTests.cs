using System.Globalization;
using Kept.Core.Foundation;

namespace Kept.Core.Tests.Foundation;

public sealed class LondonClockTests
{
    [Fact]
    public void A_summer_day_ends_an_hour_before_midnight_utc() =>
        Assert.Equal(Instant("2026-06-30T23:00Z"), LondonClock.EndOfDay(new(2026, 6, 30)));

    [Fact]
    public void A_winter_day_ends_at_midnight_utc() =>
        Assert.Equal(Instant("2026-12-02T00:00Z"), LondonClock.EndOfDay(new(2026, 12, 1)));

    [Fact]
    public void Every_answer_is_in_utc()
    {
        Assert.Equal(TimeSpan.Zero, LondonClock.EndOfDay(new(2026, 6, 30)).Offset);
        Assert.Equal(TimeSpan.Zero, LondonClock.StartOfDay(new(2026, 6, 30)).Offset);
    }

    [Theory]
    [InlineData("2027-03-27", 24, "2027-03-27T00:00Z")]
    [InlineData("2027-03-28", 23, "2027-03-28T00:00Z")]
    [InlineData("2027-03-29", 24, "2027-03-28T23:00Z")]
    [InlineData("2027-10-30", 24, "2027-10-29T23:00Z")]
    [InlineData("2027-10-31", 25, "2027-10-30T23:00Z")]
    [InlineData("2027-11-01", 24, "2027-11-01T00:00Z")]
    public void Days_on_which_the_clocks_change_are_an_hour_shorter_or_longer(string day, int hours, string start)
    {
        var date = Dates.FromIso(day)!.Value;
        Assert.Equal(Instant(start), LondonClock.StartOfDay(date));
        Assert.Equal(TimeSpan.FromHours(hours), LondonClock.EndOfDay(date) - LondonClock.StartOfDay(date));
    }

    [Theory]
    [InlineData("2026-06-30T22:59:59Z", "2026-06-30")]
    [InlineData("2026-06-30T23:00:00Z", "2026-07-01")]
    [InlineData("2026-12-31T23:59:59Z", "2026-12-31")]
    [InlineData("2027-03-28T00:30:00Z", "2027-03-28")]
    [InlineData("2027-10-31T00:30:00Z", "2027-10-31")]
    public void Today_is_the_day_it_is_in_London(string instant, string day)
    {
        var now = Instant(instant);
        var clock = new LondonClock(new StoppedClock(now));
        Assert.Equal(now, clock.Now);
        Assert.Equal(day, Dates.Iso(clock.Today));
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
