using Kept.Web.House;

namespace Kept.Web.Tests.House;

public sealed class WordsTests
{
    [Theory]
    [InlineData("2024-02", "February 2024")]
    [InlineData("2024-02-29", "29 February 2024")]
    [InlineData("since 2023-02", "since February 2023")]
    [InlineData("2016", "2016")]
    [InlineData("2022/23", "2022/23")]
    [InlineData("2024-13", "2024-13")]
    public void A_date_in_part_is_said_as_far_as_it_goes(string written, string said) => Assert.Equal(said, Words.PartDate(written));

    [Theory]
    [InlineData(0, "0 bodies")]
    [InlineData(1, "1 body")]
    [InlineData(1204, "1,204 bodies")]
    public void Things_are_counted_in_english(int count, string said) => Assert.Equal(said, Words.Counted(count, "body", "bodies"));

    [Fact]
    public void Lists_end_with_and()
    {
        Assert.Equal("", Words.And([]));
        Assert.Equal("a", Words.And(["a"]));
        Assert.Equal("a, b and c", Words.And(["a", "b", "c"]));
    }
}
