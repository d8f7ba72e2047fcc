using Kept.Core.Search;

namespace Kept.Core.Tests.Search;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Children's Hearings", "childrens", "hearings")]
    [InlineData("Children’s Hearings", "childrens", "hearings")]
    [InlineData("Na h-Eileanan Siar", "na", "h", "eileanan", "siar")]
    [InlineData("  £19.4m, 2021-22 ", "19", "4m", "2021", "22")]
    [InlineData("ÀÉÎ", "aei")]
    [InlineData("Comhairle nan Eilean a\u0300 bh\u00f2", "comhairle", "nan", "eilean", "a", "bho")]
    [InlineData("'quoted'", "quoted")]
    [InlineData("ﬁnd 😀 x", "find", "x")]
    [InlineData("...")]
    public void Words_lose_case_accents_and_apostrophes(string text, params string[] folded) =>
        Assert.Equal(folded, Folding.All(text));

    [Fact]
    public void The_place_of_a_word_is_where_it_stands_in_the_text()
    {
        const string Text = "Keep “brothers” and o'Neil.";
        var words = new List<string>();
        foreach (var place in Folding.Words(Text)) words.Add(Text[place]);
        Assert.Equal(["Keep", "brothers", "and", "o'Neil"], words);
    }

    [Fact]
    public void A_very_long_word_is_folded_whole() => Assert.Equal(new string('a', 500), Folding.Fold(new string('A', 500)));
}
