using Kept.Core.Search;

namespace Kept.Core.Tests.Search;

/// <summary>Words and stems from the page on which the algorithm is published, and one for each of its rules.</summary>
public sealed class EnglishStemTests
{
    [Theory]
    [InlineData("consign consigned consigning consignment", "consign")]
    [InlineData("consist consisted consistency consistent consistently consisting consists", "consist")]
    [InlineData("consolation consolations consolatory", "consol consol consolatori")]
    [InlineData("console consoled consoles consolidate consolidated consolidating", "consol consol consol consolid consolid consolid")]
    [InlineData("knack knackeries knacks knave knaves knavish", "knack knackeri knack knave knave knavish")]
    [InlineData("knight knightly knights knitted knitting knives knob", "knight knight knight knit knit knive knob")]
    [InlineData("knots knotted knotty knowing knowledge knowledgeable", "knot knot knotti know knowledg knowledg")]
    public void The_published_sample_is_stemmed_as_published(string words, string stems)
    {
        var expected = stems.Split(' ');
        Assert.Equal(words.Split(' ').Select((_, i) => expected[Math.Min(i, expected.Length - 1)]), words.Split(' ').Select(EnglishStem.Of));
    }

    [Theory]
    [InlineData("gas", "gas")]
    [InlineData("this", "this")]
    [InlineData("gaps", "gap")]
    [InlineData("kiwis", "kiwi")]
    [InlineData("ties", "tie")]
    [InlineData("cries", "cri")]
    [InlineData("caresses", "caress")]
    [InlineData("luxuriated", "luxuri")]
    [InlineData("hopping", "hop")]
    [InlineData("hoping", "hope")]
    [InlineData("falling", "fall")]
    [InlineData("agreed", "agre")]
    [InlineData("feed", "feed")]
    [InlineData("by", "by")]
    [InlineData("say", "say")]
    [InlineData("cry", "cri")]
    [InlineData("youth", "youth")]
    [InlineData("eyes", "eye")]
    [InlineData("rational", "ration")]
    [InlineData("organisational", "organis")]
    [InlineData("geology", "geolog")]
    [InlineData("easily", "easili")]
    [InlineData("hopefulness", "hope")]
    [InlineData("formative", "format")]
    [InlineData("replacement", "replac")]
    [InlineData("adoption", "adopt")]
    [InlineData("controll", "control")]
    [InlineData("roll", "roll")]
    [InlineData("18s", "18")]
    [InlineData("skies", "sky")]
    [InlineData("dying", "die")]
    [InlineData("news", "news")]
    [InlineData("inning", "inning")]
    [InlineData("proceeded", "proceed")]
    [InlineData("generously", "generous")]
    [InlineData("communities", "communiti")]
    [InlineData("arsenal", "arsenal")]
    public void Each_rule_does_what_it_says(string word, string stem) => Assert.Equal(stem, EnglishStem.Of(word));

    [Theory]
    [InlineData("children", "child")]
    [InlineData("childrens", "child")]
    [InlineData("women", "woman")]
    public void A_plural_that_no_rule_reaches_has_the_stem_of_its_singular(string word, string stem) => Assert.Equal(stem, EnglishStem.Of(word));

    [Theory]
    [InlineData("2021")]
    [InlineData("s12000030")]
    [InlineData("gàidhlig")]
    [InlineData("")]
    public void What_is_no_english_word_stays_as_it_is(string word) => Assert.Equal(word, EnglishStem.Of(word));
}
