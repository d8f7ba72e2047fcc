using Kept.Design.Words;

namespace Kept.Design.Tests.Words;

public sealed class WordsTests
{
    [Fact]
    public void An_unknown_is_a_chip_with_words() =>
        Assert.Equal("<span class=\"unknown\">Asked, no answer</span>", Drawn.Markup(UnknownWords.ChipFor("asked-no-answer")));

    [Fact]
    public void An_unknown_may_have_words_of_its_own() =>
        Assert.Equal("<span class=\"unknown\">No &lt;date&gt; stated</span>", Drawn.Markup(UnknownWords.Chip("No <date> stated")));

    [Fact]
    public void A_kind_of_unknown_that_is_not_one_is_refused() =>
        Assert.Throws<ArgumentException>(() => UnknownWords.ChipFor("nil"));

    [Fact]
    public void Words_become_a_quotation_in_the_serif() =>
        Assert.Equal("<q class=\"words\">winter 2021</q>", Drawn.Markup(Published.Quote("winter 2021")));

    [Fact]
    public void A_due_date_is_the_published_words_over_our_reading() =>
        Assert.Equal("<q class=\"words due\">winter 2021</q><span class=\"read\">by 28 February 2022</span>", Drawn.Markup(Published.Due("winter 2021", "by 28 February 2022")));

    [Fact]
    public void Without_a_date_the_chip_says_so() =>
        Assert.Equal("<span class=\"unknown\">No date stated</span>", Drawn.Markup(Published.Due(null, null)));
}
