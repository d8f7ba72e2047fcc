using Kept.Core.Search;

namespace Kept.Core.Tests.Search;

public sealed class QueryTests
{
    private static SearchQuery Read(string text, params OtherWord[] others) => ReadQuery.Of(text, others);

    private static OtherWord Other(string typed, params string[] finds) => new() { Typed = [typed], Finds = finds };

    [Fact]
    public void Repeated_words_and_other_forms_of_them_are_asked_once() => Assert.Equal(["care", "plan"], Read("Care PLAN cares").Clauses.Select(c => c.Typed));

    [Fact]
    public void Little_words_are_not_needed_unless_there_are_no_others()
    {
        Assert.Equal(["brother"], Read("is it my brother").Needed.Select(c => c.Typed));
        Assert.Equal(["is", "it", "my"], Read("is it my").Needed.Select(c => c.Typed));
    }

    [Theory]
    [InlineData("\"family support\"", 1)]
    [InlineData("“family support” and \"moving on\"", 2)]
    [InlineData("\"family", 0)]
    [InlineData("\"family support", 1)]
    [InlineData("\"\" family support", 0)]
    public void Words_in_quotation_marks_are_a_phrase(string text, int phrases) => Assert.Equal(phrases, Read(text).Phrases.Count);

    [Fact]
    public void The_last_word_may_be_a_beginning_and_a_star_makes_one_of_any()
    {
        Assert.Equal([null, "advoc"], Read("independent advoc").Clauses.Select(c => c.Beginning));
        Assert.Equal(["kin", "care"], Read("kin* care").Clauses.Select(c => c.Beginning));
        Assert.True(Read("kin* care").Clauses[0].BeginsWord);
        Assert.Null(Read("\"family supp\"").Clauses[^1].Beginning);
        Assert.Null(Read("a").Clauses[0].Beginning);
    }

    [Fact]
    public void Other_words_are_looked_for_besides_in_any_form_of_what_was_typed()
    {
        var query = Read("siblings", Other("sibling", "brother", "sister"));
        Assert.Equal(["siblings", "brother", "sister"], Assert.Single(query.Clauses).Alternatives.Select(a => a.Words));
        Assert.Equal(["brother", "sister"], query.AlsoLookedFor);
    }

    [Fact]
    public void A_run_of_words_is_taken_as_one_where_other_words_are_known_for_it()
    {
        var query = Read("help for looked after children", Other("looked after", "care experienced"));
        Assert.Equal(["help", "for", "looked after", "children"], query.Clauses.Select(c => c.Typed));
        Assert.Equal(["care", "experienc"], query.Clauses[2].Alternatives[1].Roots);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"*()-^")]
    [InlineData("😀")]
    [InlineData("\u0301\u0301")]
    public void What_has_no_word_asks_for_nothing(string text) => Assert.Empty(Read(text).Clauses);
}
