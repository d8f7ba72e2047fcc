using Kept.Core.Search;

namespace Kept.Core.Tests.Search;

public sealed class SlipsTests
{
    [Theory]
    [InlineData("kinship", "kinship", 0)]
    [InlineData("kinsip", "kinship", 1)]
    [InlineData("kinshipp", "kinship", 1)]
    [InlineData("kinchip", "kinship", 1)]
    [InlineData("knship", "kinship", 1)]
    [InlineData("iknship", "kinship", 1)]
    [InlineData("aberlore", "aberlour", 2)]
    [InlineData("brohter", "brother", 1)]
    [InlineData("abc", "xyz", 3)]
    [InlineData("care", "carefully", 3)]
    public void Slips_are_counted_up_to_the_most_that_matter(string typed, string word, int slips)
    {
        Assert.Equal(slips, Slips.Between(typed, word, 2));
        Assert.Equal(slips, Slips.Between(word, typed, 2));
    }
}
