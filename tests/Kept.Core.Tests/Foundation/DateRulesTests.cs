using Kept.Core.Foundation;

namespace Kept.Core.Tests.Foundation;

/// <summary>The rules of reading, D1 to D10, with the examples they are published with.</summary>
public sealed class DateRulesTests
{
    [Theory]
    [InlineData("autumn 2021", "2021-09-01..2021-11-30", false)]
    [InlineData("spring 2023", "2023-03-01..2023-05-31", false)]
    [InlineData("summer 2022", "2022-06-01..2022-08-31", false)]
    [InlineData("winter 2022", "2022-12-01..2023-02-28", true)]
    [InlineData("winter 2023", "2023-12-01..2024-02-29", true)]
    [InlineData("winter 2022-23", "2022-12-01..2023-02-28", false)]
    [InlineData("winter of 2022/2023", "2022-12-01..2023-02-28", false)]
    public void D1_seasons_are_meteorological(string text, string days, bool ambiguous) =>
        Assert.Equal(("D1", days, ambiguous), Short(Reader.Read(text)));

    [Theory]
    [InlineData("late summer 2021", "2021-08-01..2021-08-31")]
    [InlineData("early spring 2023", "2023-03-01..2023-03-31")]
    [InlineData("mid-autumn 2021", "2021-10-01..2021-10-31")]
    [InlineData("late 2021", "2021-10-01..2021-12-31")]
    [InlineData("early 2022", "2022-01-01..2022-03-31")]
    [InlineData("mid-2022", "2022-04-01..2022-09-30")]
    [InlineData("the middle of 2022", "2022-04-01..2022-09-30")]
    [InlineData("early in 2022-23", "2022-04-01..2022-06-30")]
    [InlineData("mid to late 2021", "2021-04-01..2021-12-31")]
    public void D2_early_mid_and_late_are_parts_of_a_season_or_year(string text, string days) =>
        Assert.Equal(("D2", days, false), Short(Reader.Read(text)));

    [Fact]
    public void D2_late_in_a_month_keeps_the_whole_month_and_says_so() =>
        Assert.Equal(("D7", "2021-06-01..2021-06-30", true), Short(Reader.Read("late June 2021")));

    [Theory]
    [InlineData("2021-22")]
    [InlineData("2021/22")]
    [InlineData("2021/2022")]
    [InlineData("over 2021/2022")]
    [InlineData("2021 – 22")]
    [InlineData("financial year 2021-22")]
    [InlineData("the financial year 2021-2022")]
    [InlineData("FY2021/22")]
    [InlineData("the 2021-22 financial year")]
    public void D3_two_part_years_are_financial_years(string text) =>
        Assert.Equal(("D3", "2021-04-01..2022-03-31", false), Short(Reader.Read(text)));

    [Theory]
    [InlineData("2023-2024", "2023-01-01..2024-12-31")]
    [InlineData("2024–2030", "2024-01-01..2030-12-31")]
    [InlineData("financial year 2022", "2022-04-01..2023-03-31")]
    public void D3_years_that_could_be_either_are_marked(string text, string days) =>
        Assert.Equal(("D3", days, true), Short(Reader.Read(text)));

    [Fact]
    public void D3_the_turn_of_a_century_follows() =>
        Assert.Equal("1999-04-01..2000-03-31", Reader.Days(Reader.Read("1999-00")));

    [Theory]
    [InlineData("2021-24")]
    [InlineData("2021/2023")]
    [InlineData("2021-21")]
    public void D3_only_years_that_follow_each_other_make_one(string text) =>
        Assert.Contains("follow each other", Reader.Refused(text).What, StringComparison.Ordinal);

    [Fact]
    public void D4_the_source_says_what_kind_of_year_it_prints()
    {
        Assert.Equal(("D4", "2020-08-01..2021-07-31", false), Short(Reader.Read("2020-21", years: YearKind.AugustToJuly)));
        Assert.Equal(("D4", "2020-08-01..2021-07-31", false), Short(Reader.Read("school year 2020/21")));
        Assert.Equal(("D3", "2020-04-01..2021-03-31", false), Short(Reader.Read("financial year 2020-21", years: YearKind.AugustToJuly)));
    }

    [Theory]
    [InlineData("by spring 2023", "2023-03-01", "2023-05-31", "2023-02-28")]
    [InlineData("by 2030", "2030-01-01", "2030-12-31", "2029-12-31")]
    [InlineData("by March 2022", "2022-03-01", "2022-03-31", "2022-02-28")]
    [InlineData("2030 at the latest", "2030-01-01", "2030-12-31", "2029-12-31")]
    [InlineData("no later than autumn 2021", "2021-09-01", "2021-11-30", "2021-08-31")]
    [InlineData("by 31 March 2022", "2022-03-31", "2022-03-31", "2022-03-30")]
    [InlineData("by the start of 2030", "2030-01-01", "2030-01-01", "2029-12-31")]
    public void D5_by_has_no_earliest_day_and_two_latest_ones(string text, string periodStart, string lenient, string strict)
    {
        var when = Reader.Read(text);
        Assert.Equal(("D5", "by", null), (when.Rule, when.Qualifier, when.Start));
        Assert.Equal((periodStart, lenient, strict), (Reader.Iso(when.PeriodStart), Reader.Iso(when.End), Reader.Iso(when.StrictEnd)));
    }

    [Theory]
    [InlineData("by the end of 2024", "2024-12-31")]
    [InlineData("end of 2021-22", "2022-03-31")]
    [InlineData("by the end of 2021-22", "2022-03-31")]
    [InlineData("by end March 2022", "2022-03-31")]
    [InlineData("by end-2024", "2024-12-31")]
    [InlineData("by the end of the 2021-22 financial year", "2022-03-31")]
    public void D6_by_the_end_of_has_one_reading(string text, string last)
    {
        var when = Reader.Read(text);
        Assert.Equal(("D6", "by", null, last, last), (when.Rule, when.Qualifier, when.Start, Reader.Iso(when.End), Reader.Iso(when.StrictEnd)));
    }

    [Theory]
    [InlineData("July 2021", "2021-07-01..2021-07-31")]
    [InlineData("February 2024", "2024-02-01..2024-02-29")]
    [InlineData("2022", "2022-01-01..2022-12-31")]
    [InlineData("Q3 2024/25", "2024-10-01..2024-12-31")]
    [InlineData("Q3 2024", "2024-07-01..2024-09-30")]
    [InlineData("Q4 2024-25", "2025-01-01..2025-03-31")]
    [InlineData("the first quarter of 2022", "2022-01-01..2022-03-31")]
    [InlineData("2nd quarter of financial year 2022/23", "2022-07-01..2022-09-30")]
    public void D7_months_years_and_quarters_are_whole(string text, string days) =>
        Assert.Equal(("D7", days, false), Short(Reader.Read(text)));

    [Theory]
    [InlineData("03/04/2021", "2021-04-03")]
    [InlineData("3.4.2021", "2021-04-03")]
    [InlineData("2021-04-03", "2021-04-03")]
    [InlineData("5th February 2020", "2020-02-05")]
    [InlineData("the 5th of February, 2020", "2020-02-05")]
    [InlineData("February 5th 2020", "2020-02-05")]
    [InlineData("Feb. 5, 2020", "2020-02-05")]
    [InlineData("Wednesday 5 February 2020", "2020-02-05")]
    [InlineData("on 31 March 2021", "2021-03-31")]
    [InlineData("29 February 2024", "2024-02-29")]
    public void D8_days_are_read_day_first(string text, string day)
    {
        var when = Reader.Read(text);
        Assert.Equal(("D8", "on", $"{day}..{day}"), (when.Rule, when.Qualifier, Reader.Days(when)));
    }

    [Theory]
    [InlineData("31/02/2021", "February has no day 31.")]
    [InlineData("29 February 2021", "There is no such day in 2021.")]
    [InlineData("03/13/2021", "There is no month 13: a date in numbers is read with the day first.")]
    [InlineData("03/04/21", "“21” is a year of two figures.")]
    [InlineData("5 March 21", "“21” is a year of two figures.")]
    [InlineData("autumn 21", "“21” is a year of two figures.")]
    [InlineData("0 March 2021", "March has no day 0.")]
    [InlineData("Friday 1 July 2021", "1 July 2021 was a Thursday, not a Friday.")]
    [InlineData("June 20211", "“20211” is not a year of four figures.")]
    [InlineData("June 0021", "The year 21 is outside 1800 to 2199.")]
    public void D8_impossible_days_and_short_years_are_refused(string text, string why) =>
        Assert.Equal(why, Reader.Refused(text).What);

    [Theory]
    [InlineData("within six months", "2025-10-08", "by", "..2026-04-08")]
    [InlineData("within 6 months of publication", "2025-10-08", "by", "..2026-04-08")]
    [InlineData("within six months", "2025-08-31", "by", "..2026-02-28")]
    [InlineData("within the next 30 days", "2025-10-08", "by", "..2025-11-07")]
    [InlineData("over the next 6 years", "2021-06-30", "over", "2021-04-01..2027-03-31")]
    [InlineData("over the next three months", "2021-06-30", "over", "2021-06-30..2021-09-30")]
    [InlineData("in June", "2021-06-30", "in", "2021-06-01..2021-06-30")]
    [InlineData("in May", "2021-06-30", "in", "2022-05-01..2022-05-31")]
    [InlineData("the summer", "2021-06-30", "in", "2021-06-01..2021-08-31")]
    [InlineData("winter", "2022-01-15", "in", "2021-12-01..2022-02-28")]
    [InlineData("since May", "2021-06-30", "from", "2021-05-01..")]
    [InlineData("5 June", "2021-06-30", "on", "2022-06-05..2022-06-05")]
    [InlineData("next spring", "2021-06-30", "in", "2022-03-01..2022-05-31")]
    [InlineData("this summer", "2021-06-30", "in", "2021-06-01..2021-08-31")]
    [InlineData("next summer", "2021-06-30", "in", "2022-06-01..2022-08-31")]
    [InlineData("next month", "2021-12-30", "in", "2022-01-01..2022-01-31")]
    [InlineData("this financial year", "2022-02-01", "in", "2021-04-01..2022-03-31")]
    [InlineData("next school year", "2021-06-30", "in", "2021-08-01..2022-07-31")]
    [InlineData("later this year", "2021-06-30", "in", "2021-06-30..2021-12-31")]
    public void D9_words_without_a_year_count_from_the_document(string text, string anchor, string qualifier, string days)
    {
        var when = Reader.Read(text, Dates.FromIso(anchor));
        Assert.Equal(("D9", qualifier, days), (when.Rule, when.Qualifier, Reader.Days(when)));
        Assert.NotNull(when.Note);
        Assert.Equal(text, when.Text);
    }

    [Fact]
    public void D9_a_year_that_is_not_printed_is_said_in_the_note()
    {
        var when = Reader.Read("in June");
        Assert.True(when.Ambiguous);
        Assert.Equal("The year is not printed; 2021 is taken from the date of the document.", when.Note);
        Assert.Equal(("D5", true), (Reader.Read("by June").Rule, Reader.Read("by June").Ambiguous));
    }

    [Theory]
    [InlineData("ongoing")]
    [InlineData("On-going.")]
    [InlineData("in due course")]
    [InlineData("As soon as possible")]
    [InlineData("TBC")]
    [InlineData("n/a")]
    [InlineData("–")]
    [InlineData("  \n ")]
    [InlineData("")]
    [InlineData(null)]
    public void D10_open_words_hold_no_date_and_are_a_gap(string? text)
    {
        Assert.Equal("These words hold no date.", Reader.Refused(text).What);
        Assert.True(When.IsOpen(text));
    }

    [Fact]
    public void D10_a_mistake_is_not_a_gap() => Assert.False(When.IsOpen("31/02/2021"));

    private static (string Rule, string Days, bool Ambiguous) Short(When when) => (when.Rule, Reader.Days(when), when.Ambiguous);
}
