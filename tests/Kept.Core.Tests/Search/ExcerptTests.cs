using Kept.Core.Records;
using Kept.Core.Search;

namespace Kept.Core.Tests.Search;

public sealed class ExcerptTests
{
    private static Excerpt For(params string[] words) => new(words.Select(EnglishStem.Of).ToHashSet(StringComparer.Ordinal));

    [Fact]
    public void Short_text_stands_whole_with_every_form_of_what_was_found_marked() =>
        Assert.Equal(
            [new("Keep ", false), new("brothers", true), new(" with a ", false), new("Brother’s", true), new(" friends.", false)],
            For("brother").Snippet("Keep brothers with a Brother’s friends."));

    [Fact]
    public void Long_text_is_cut_at_words_around_the_first_word_found()
    {
        var text = string.Join(' ', Enumerable.Repeat("before", 40)) + " needle " + string.Join(' ', Enumerable.Repeat("after", 60));
        var snippet = For("needle").Snippet(text);
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
        Assert.Equal(text, string.Concat(For(text).Snippet(text).Select(s => s.Text)));
    }

    [Fact]
    public void A_title_is_never_cut()
    {
        var text = string.Join(' ', Enumerable.Repeat("word", 100)) + " last";
        Assert.Equal(text, string.Concat(For("last").Marked(text).Select(s => s.Text)));
    }

    [Fact]
    public void The_text_with_most_of_the_words_is_shown()
    {
        var record = new Description(new RecordKey("action", "a"), [new("", "Care", 5), new("Heard", "Of care.", 1), new("Required", "Care in a family.", 1)], [], []);
        var (part, stretches) = For("care", "family").Of(record);
        Assert.Equal("Required", part);
        Assert.Equal(["Care", "family"], stretches.Where(s => s.Found).Select(s => s.Text));
    }

    [Fact]
    public void Words_that_stand_in_the_title_alone_need_no_further_text() =>
        Assert.Empty(For("care").Of(new Description(new RecordKey("action", "a"), [new("", "Care", 5), new("Heard", "Of work.", 1)], [], [])).Stretches);
}
