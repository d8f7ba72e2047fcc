using Kept.Web.Features.Search;

namespace Kept.Web.Tests.Search;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("Children's Hearings", "childrens", "hearings")]
    [InlineData("Na h-Eileanan Siar", "na", "h", "eileanan", "siar")]
    [InlineData("  £19.4m, 2021-22 ", "19", "4m", "2021", "22")]
    [InlineData("ÀÉÎ", "aei")]
    [InlineData("'quoted'", "quoted")]
    [InlineData("...")]
    public void Words_lose_case_accents_and_apostrophes(string text, params string[] folded) =>
        Assert.Equal(folded, SearchText.Words(text).Select(w => w.Folded));

    [Theory]
    [InlineData("brother", "brothers", true)]
    [InlineData("siblings", "sibling", true)]
    [InlineData("sibling", "siblings", true)]
    [InlineData("as", "a", false)]
    [InlineData("other", "brothers", false)]
    public void A_word_is_found_by_its_beginning_and_a_plural_by_its_singular(string asked, string word, bool found) =>
        Assert.Equal(found, SearchText.Finds(asked, word));

    [Fact]
    public void Repeated_words_are_asked_once() => Assert.Equal(["care", "plan"], SearchText.Asked("Care PLAN care"));

    [Fact]
    public void Short_text_stands_whole_with_what_was_found_marked()
    {
        var snippet = SearchText.Snippet("Keep brothers together.", ["brother"]);
        Assert.Equal([new("Keep ", false), new("brothers", true), new(" together.", false)], snippet);
    }

    [Fact]
    public void Long_text_is_cut_at_words_around_the_first_word_found()
    {
        var text = string.Join(' ', Enumerable.Repeat("before", 40)) + " needle " + string.Join(' ', Enumerable.Repeat("after", 60));
        var snippet = SearchText.Snippet(text, ["needle"]);
        var words = string.Concat(snippet.Select(s => s.Text));
        Assert.Equal("needle", Assert.Single(snippet, s => s.Found).Text);
        Assert.InRange(words.Length, 100, 200);
        Assert.StartsWith("...before", words, StringComparison.Ordinal);
        Assert.EndsWith("after...", words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_word_without_a_blank_is_not_cut_in_half()
    {
        var text = new string('a', 500);
        Assert.Equal(text, string.Concat(SearchText.Snippet(text, ["a"]).Select(s => s.Text)));
    }

    [Fact]
    public void A_title_is_never_cut()
    {
        var text = string.Join(' ', Enumerable.Repeat("word", 100)) + " last";
        Assert.Equal(text, string.Concat(SearchText.Marked(text, ["last"]).Select(s => s.Text)));
    }
}
