using Kept.Core.Foundation;

namespace Kept.Core.Tests.Foundation;

/// <summary>The many hands that write dates: capitals, spaces, dashes, marks, and two dates at once.</summary>
public sealed class DateFormsTests
{
    [Theory]
    [InlineData("BY AUTUMN 2021")]
    [InlineData("By  autumn   2021")]
    [InlineData("by autumn\u00A02021")]
    [InlineData("by\u202Fautumn\t2021 ")]
    [InlineData("by autumn\r\n2021")]
    [InlineData("by aut\u00ADumn 20\u200B21")]
    [InlineData("by autumn 2021[3]")]
    [InlineData("by autumn 2021 [note 3]")]
    [InlineData("by autumn 2021¹²")]
    [InlineData("by autumn 2021*†")]
    [InlineData("(by autumn 2021).")]
    [InlineData("“by autumn, 2021”;")]
    [InlineData("by the Autumn 2021")]
    [InlineData("by the autumn of 2021")]
    [InlineData("by 2021 autumn")]
    public void The_same_date_however_it_is_set_in_type(string text)
    {
        var when = Reader.Read(text);
        Assert.True(when.Agrees(Reader.Read("by autumn 2021")));
        Assert.Equal(text, when.Text);
    }

    [Theory]
    [InlineData("-")]
    [InlineData("\u2010")]
    [InlineData("\u2011")]
    [InlineData("\u2013")]
    [InlineData("\u2014")]
    [InlineData("\u2212")]
    [InlineData(" – ")]
    public void Any_dash_joins_a_financial_year(string dash) =>
        Assert.Equal("2021-04-01..2022-03-31", Reader.Days(Reader.Read($"2021{dash}22")));

    [Theory]
    [InlineData("between June and September 2021", "in", "2021-06-01..2021-09-30")]
    [InlineData("between November and February 2022", "in", "2021-11-01..2022-02-28")]
    [InlineData("between 1 September and 30 November 2021", "in", "2021-09-01..2021-11-30")]
    [InlineData("between 1 and 30 June 2021", "in", "2021-06-01..2021-06-30")]
    [InlineData("from June 2021 to March 2022", "during", "2021-06-01..2022-03-31")]
    [InlineData("1 April 2021 to 31 March 2022", "during", "2021-04-01..2022-03-31")]
    [InlineData("1-5 March 2021", "during", "2021-03-01..2021-03-05")]
    [InlineData("June – August 2021", "during", "2021-06-01..2021-08-31")]
    [InlineData("2021 to 2024", "during", "2021-01-01..2024-12-31")]
    [InlineData("2019-20 to 2021-22", "during", "2019-04-01..2022-03-31")]
    public void Two_dates_give_the_time_between_them(string text, string qualifier, string days)
    {
        var when = Reader.Read(text);
        Assert.Equal((qualifier, days, false), (when.Qualifier, Reader.Days(when), when.Ambiguous));
    }

    [Theory]
    [InlineData("autumn 2021 and spring 2022", "2021-09-01..2022-05-31")]
    [InlineData("summer/autumn 2021", "2021-06-01..2021-11-30")]
    [InlineData("winter/spring 2022", "2021-12-01..2022-05-31")]
    [InlineData("late 2021 or early 2022", "2021-10-01..2022-03-31")]
    [InlineData("June 2021 to March", "2021-06-01..2022-03-31")]
    public void Two_dates_that_may_not_be_one_span_are_marked(string text, string days)
    {
        var when = Reader.Read(text);
        Assert.Equal((days, true), (Reader.Days(when), when.Ambiguous));
        Assert.NotNull(when.Note);
    }

    [Theory]
    [InlineData("from the summer of 2021", "from", "2021-06-01..", "2021-08-31")]
    [InlineData("2022 onwards", "from", "2022-01-01..", "2022-12-31")]
    [InlineData("2022 and beyond", "from", "2022-01-01..", "2022-12-31")]
    [InlineData("since March 2020", "from", "2020-03-01..", "2020-03-31")]
    [InlineData("from the end of 2021", "from", "2021-12-31..", "2021-12-31")]
    [InlineData("beyond 2022", "after", "2023-01-01..", "")]
    [InlineData("after 31 March 2022", "after", "2022-04-01..", "")]
    [InlineData("before 2022", "before", "..2021-12-31", "")]
    [InlineData("until 2022", "until", "..2022-12-31", "")]
    [InlineData("throughout 2022", "during", "2022-01-01..2022-12-31", "")]
    [InlineData("within 2022", "during", "2022-01-01..2022-12-31", "")]
    [InlineData("over the course of 2021-22", "over", "2021-04-01..2022-03-31", "")]
    [InlineData("at the end of 2021", "on", "2021-12-31..2021-12-31", "")]
    public void The_words_before_a_date_give_its_sense(string text, string qualifier, string days, string periodEnd)
    {
        var when = Reader.Read(text);
        Assert.Equal((qualifier, days, periodEnd), (when.Qualifier, Reader.Days(when), Reader.Iso(when.PeriodEnd)));
        Assert.Contains(when.Qualifier, Qualifiers.All);
    }

    [Theory]
    [InlineData("circa 2022")]
    [InlineData("expected by spring 2022")]
    [InlineData("by around March 2022")]
    public void A_hedge_is_kept_as_a_doubt(string text) =>
        Assert.Equal((true, "Printed as likely, not as certain."), (Reader.Read(text).Ambiguous, Reader.Read(text).Note));

    [Fact]
    public void A_holiday_takes_its_whole_season_and_says_so()
    {
        var when = Reader.Read("2021 summer holiday");
        Assert.Equal(("2021-06-01..2021-08-31", true), (Reader.Days(when), when.Ambiguous));
        Assert.Equal("Read as the whole season; the days of the holiday are not printed.", when.Note);
    }

    [Theory]
    [InlineData("period of Plan 21-24", "“plan” cannot be read as part of a date.")]
    [InlineData("next Parliamentary term", "“parliamentary” cannot be read as part of a date.")]
    [InlineData("the 21-24 period", "“21” is neither a year of four figures nor the day of a month.")]
    [InlineData("spring 2022 if funded", "“if” cannot be read as part of a date.")]
    [InlineData("by", "The date is not finished.")]
    [InlineData("Q3", "The year is missing.")]
    [InlineData("from June 2022 to May 2021", "The second date comes before the first.")]
    [InlineData("2024-2021", "2024-2021 ends before it begins.")]
    [InlineData("over the next 5000 years", "5000 is too many to count from a date.")]
    [InlineData("next summer 2022", "“Next” is followed by a year that is printed.")]
    [InlineData("by 😀 2022", "“😀” cannot be read as part of a date.")]
    public void What_is_no_date_is_refused_with_the_reason(string text, string why)
    {
        var refusal = Reader.Refused(text);
        Assert.Equal((why, "The words are kept as they are."), (refusal.What, refusal.Kept));
        Assert.NotNull(refusal.Next);
    }

    [Fact]
    public void A_document_without_a_sensible_date_reads_nothing() =>
        Assert.Contains("date of the document", Reader.Refused("in June", DateOnly.MaxValue).What, StringComparison.Ordinal);

    [Theory]
    [InlineData("29 February", "2021-06-30", "2024-02-29..2024-02-29")]
    [InlineData("29 February", "1896-03-01", "1904-02-29..1904-02-29")]
    [InlineData("29 February", "2199-12-31", "2204-02-29..2204-02-29")]
    [InlineData("next 29 February", "1896-03-01", "1904-02-29..1904-02-29")]
    [InlineData("since 29 February", "1904-02-28", "1896-02-29..")]
    [InlineData("since 29 February", "1800-01-01", "1796-02-29..")]
    public void A_leap_day_without_a_year_is_the_nearest_one(string text, string anchor, string days) =>
        Assert.Equal(days, Reader.Days(Reader.Read(text, Dates.FromIso(anchor))));
}
