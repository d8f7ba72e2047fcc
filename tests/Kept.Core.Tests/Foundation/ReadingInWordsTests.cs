using Kept.Core.Foundation;

namespace Kept.Core.Tests.Foundation;

public sealed class ReadingInWordsTests
{
    [Theory]
    [InlineData("by the end of February 2022", "by 28 February 2022")]
    [InlineData("by March 2022", "by 31 March 2022")]
    [InlineData("autumn 2021", "between 1 September and 30 November 2021")]
    [InlineData("winter 2022", "between 1 December 2022 and 28 February 2023")]
    [InlineData("July 2021", "between 1 and 31 July 2021")]
    [InlineData("during 2021-22", "1 April 2021 to 31 March 2022")]
    [InlineData("from the summer of 2021", "from 1 June 2021, no end date")]
    [InlineData("beyond 2022", "after 31 December 2022, no end date")]
    [InlineData("31 March 2021", "on 31 March 2021")]
    [InlineData("before 2022", "before 1 January 2022")]
    [InlineData("until the end of 2022", "until 31 December 2022")]
    public void A_reading_is_written_out(string text, string words) => Assert.Equal(words, Reader.Read(text).Reading);

    [Theory]
    [InlineData("by 2030", "by 31 December 2029")]
    [InlineData("by the end of 2030", null)]
    [InlineData("in 2030", null)]
    public void The_strict_reading_is_written_where_it_differs(string text, string? words) =>
        Assert.Equal(words, Reader.Read(text).StrictReading);

    [Fact]
    public void A_date_a_person_stated_is_written_the_same_way()
    {
        var stated = new When("period of Plan 21-24", Qualifiers.During, new(2021, 3, 31), new(2024, 12, 31), new(2023, 12, 31));
        Assert.Equal(("stated", "31 March 2021 to 31 December 2024"), (stated.Rule, stated.Reading));
        Assert.Equal("no date", new When("some day", Qualifiers.In, null, null).Reading);
    }

    [Fact]
    public void Readings_agree_when_sense_and_days_are_the_same_whatever_the_words()
    {
        var one = Reader.Read("by 2030");
        Assert.True(one.Agrees(Reader.Read("2030 at the latest")));
        Assert.False(one.Agrees(Reader.Read("by the end of 2030")));
        Assert.False(one.Agrees(Reader.Read("until 2030")));
    }
}
