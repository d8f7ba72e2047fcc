using FsCheck;
using FsCheck.Fluent;
using Kept.Core.Foundation;

namespace Kept.Core.Tests.Foundation;

public sealed class CalendarTests
{
    private static readonly Gen<DateOnly> Days = from n in Gen.Choose(0, 100_000) select new DateOnly(1900, 1, 1).AddDays(n);

    [Fact]
    public void Dates_are_written_in_english()
    {
        Assert.Equal("1 July 2021", Dates.Long(new(2021, 7, 1)));
        Assert.Equal("Thursday 1 July 2021", Dates.WithDay(new(2021, 7, 1)));
        Assert.Equal("2021-07-01", Dates.Iso(new(2021, 7, 1)));
        Assert.Equal("1 July 2021", Dates.Span(Period.Day(new(2021, 7, 1))));
    }

    [Theory]
    [InlineData("2021-07-01", true)]
    [InlineData("2021-7-1", false)]
    [InlineData("2021-02-30", false)]
    [InlineData(" 2021-07-01", false)]
    [InlineData("01/07/2021", false)]
    [InlineData(null, false)]
    public void Only_whole_iso_dates_are_taken_from_data(string? text, bool known) => Assert.Equal(known, Dates.FromIso(text) is not null);

    [Fact]
    public void A_period_includes_both_its_ends()
    {
        var autumn = Season.Autumn.In(2021);
        Assert.True(autumn.Contains(autumn.Start) && autumn.Contains(autumn.End));
        Assert.False(autumn.Contains(autumn.Start.AddDays(-1)) || autumn.Contains(autumn.End.AddDays(1)));
        Assert.Equal(91, autumn.Days);
        Assert.True(autumn.Overlaps(new(new(2021, 11, 30), new(2022, 1, 1))));
        Assert.False(autumn.Overlaps(new(new(2021, 12, 1), new(2022, 1, 1))));
    }

    [Fact]
    public void A_period_that_ends_before_it_starts_is_refused() =>
        Assert.Throws<ArgumentException>(() => new Period(new(2021, 7, 2), new(2021, 7, 1)));

    [Theory]
    [InlineData("2021-04-01", "2022-03-31", 12)]
    [InlineData("2024-02-01", "2024-02-29", 1)]
    [InlineData("2024-02-01", "2024-02-28", null)]
    [InlineData("2024-02-02", "2024-02-29", null)]
    public void Whole_months_are_counted(string start, string end, int? months) =>
        Assert.Equal(months, new Period(Dates.FromIso(start)!.Value, Dates.FromIso(end)!.Value).WholeMonths);

    [Fact]
    public void The_last_month_there_is_can_be_named() => Assert.Equal(DateOnly.MaxValue, Period.Month(9999, 12).End);

    [Fact]
    public void Every_day_lies_in_the_season_it_is_said_to_be_in() =>
        Prop.ForAll(Days.ToArbitrary(), day =>
        {
            var (season, year) = Seasons.Of(day);
            return season.In(year).Contains(day) && Seasons.Named(season.Name()) == season;
        }).Holds();

    [Fact]
    public void January_belongs_to_the_winter_of_the_year_before() => Assert.Equal((Season.Winter, 2021), Seasons.Of(new(2022, 1, 15)));

    [Theory]
    [InlineData("2026-12-01", "2030-01-01", "3 years 1 month")]
    [InlineData("2026-11-21", "2030-01-01", "3 years 1 month")]
    [InlineData("2027-01-01", "2030-01-01", "3 years")]
    [InlineData("2029-01-02", "2030-01-01", "11 months")]
    [InlineData("2028-11-30", "2030-01-01", "1 year 1 month")]
    [InlineData("2029-12-02", "2030-01-01", "30 days")]
    [InlineData("2029-12-31", "2030-01-01", "1 day")]
    [InlineData("2030-01-01", "2030-01-01", "0 days")]
    [InlineData("2031-01-01", "2030-01-01", "0 days")]
    [InlineData("2028-01-31", "2028-02-29", "1 month")]
    public void What_remains_is_counted_in_years_and_months(string from, string to, string words) =>
        Assert.Equal(words, Remaining.Between(Dates.FromIso(from)!.Value, Dates.FromIso(to)!.Value).Words);

    [Fact]
    public void What_remains_added_to_the_day_is_the_day_waited_for() =>
        Prop.ForAll(Days.ToArbitrary(), Days.ToArbitrary(), (one, other) =>
        {
            var (from, to) = one < other ? (one, other) : (other, one);
            var left = Remaining.Between(from, to);
            return from.AddMonths((12 * left.Years) + left.Months).AddDays(left.Days) == to && left is { Months: < 12, Days: < 31 };
        }).Holds();
}
