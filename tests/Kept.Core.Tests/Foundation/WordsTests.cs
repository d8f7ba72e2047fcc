using FsCheck.Fluent;
using Kept.Core.Foundation;

namespace Kept.Core.Tests.Foundation;

public sealed class WordsTests
{
    [Theory]
    [InlineData("support-c1", true)]
    [InlineData("2030", true)]
    [InlineData("a", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("Support", false)]
    [InlineData("a--b", false)]
    [InlineData("-a", false)]
    [InlineData("a-", false)]
    [InlineData("a_b", false)]
    [InlineData("à", false)]
    [InlineData("a b", false)]
    public void An_id_is_lower_case_letters_digits_and_single_hyphens(string? id, bool valid) => Assert.Equal(valid, Slug.IsValid(id));

    [Theory]
    [InlineData("Children’s Hearings System", "childrens-hearings-system")]
    [InlineData("Brothers & Sisters", "brothers-and-sisters")]
    [InlineData("  Data Mapping / Collection!  ", "data-mapping-collection")]
    [InlineData("Comhairle nan Eilean Siar à é", "comhairle-nan-eilean-siar-a-e")]
    [InlineData("日本", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void An_id_is_made_from_a_title(string? title, string? id) => Assert.Equal(id, Slug.From(title));

    [Fact]
    public void Whatever_the_title_the_id_is_valid() =>
        Prop.ForAll<string>(title => Slug.From(title) is not { } id || Slug.IsValid(id)).Holds(1000);

    [Fact]
    public void A_long_title_gives_the_longest_id_there_is()
    {
        Assert.Equal(Slug.Longest, Slug.From(new string('a', 500))!.Length);
        Assert.True(Slug.IsValid(Slug.From(string.Concat(Enumerable.Repeat("ab ", 500)))));
        Assert.False(Slug.IsValid(new string('a', Slug.Longest + 1)));
    }

    [Fact]
    public void A_range_counts_code_points_not_halves_of_them()
    {
        Assert.Equal("b😀", new TextRange(1, 2).In("ab😀c"));
        Assert.Equal("", new TextRange(4, 0).In("ab😀c"));
        Assert.Null(new TextRange(3, 2).In("ab😀c"));
    }

    [Fact]
    public void Ranges_that_only_touch_do_not_overlap()
    {
        Assert.False(new TextRange(0, 3).Overlaps(new(3, 2)));
        Assert.True(new TextRange(0, 4).Overlaps(new(3, 2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TextRange(-1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TextRange(0, -1));
    }

    [Fact]
    public void A_refusal_reads_as_sentences()
    {
        Assert.Equal("Not saved. Your words are kept. Try again.", new Refusal("Not saved.", "Your words are kept.", "Try again.").ToString());
        Assert.Equal("Not saved.", new Refusal("Not saved.").ToString());
    }
}
