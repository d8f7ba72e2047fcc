using Kept.Core.Questionnaires;
using Kept.Core.Records;
using Kept.Core.Tests.Records;
using Kept.Testing;

namespace Kept.Core.Tests.Questionnaires;

public sealed class AnswerRulesTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private readonly Register _register = Register.Open(new MemoryStore(), TestClock.At(2026, 11, 23));

    private View Record => new(_register.Snapshot, Today);

    private string? Wrong(QuestionKind kind, string value, bool required = false) =>
        CheckAnswer.Of(new FormQuestion("q", kind, "What?") { Options = ["Yes", "No"], Required = required }, Given.Of([value]), Record, Today);

    [Theory]
    [InlineData(QuestionKind.ShortText, "words")]
    [InlineData(QuestionKind.OneChoice, "Yes")]
    [InlineData(QuestionKind.Number, "1,200.5")]
    [InlineData(QuestionKind.Number, "-3")]
    [InlineData(QuestionKind.Money, "£1.5 million")]
    [InlineData(QuestionKind.Money, "15000")]
    [InlineData(QuestionKind.Money, "about £16m")]
    [InlineData(QuestionKind.Date, "31 March 2027")]
    [InlineData(QuestionKind.Date, "by the end of 2028")]
    [InlineData(QuestionKind.Date, "spring 2027")]
    [InlineData(QuestionKind.Date, "ongoing")]
    public void What_people_write_is_taken(QuestionKind kind, string value) => Assert.Null(Wrong(kind, value));

    [Theory]
    [InlineData(QuestionKind.OneChoice, "Perhaps")]
    [InlineData(QuestionKind.Number, "a few")]
    [InlineData(QuestionKind.Money, "a lot")]
    [InlineData(QuestionKind.Date, "31 February 2027")]
    [InlineData(QuestionKind.Date, "purple")]
    [InlineData(QuestionKind.Body, "no-such-body")]
    [InlineData(QuestionKind.Actions, "no-such-action")]
    [InlineData(QuestionKind.Places, "S99")]
    [InlineData(QuestionKind.File, "a.pdf")]
    public void What_cannot_be_read_is_said(QuestionKind kind, string value) => Assert.NotNull(Wrong(kind, value));

    [Fact]
    public void Only_a_question_that_must_be_answered_refuses_nothing()
    {
        foreach (var kind in Enum.GetValues<QuestionKind>())
        {
            Assert.Null(Wrong(kind, " "));
            Assert.NotNull(Wrong(kind, " ", required: true));
        }
    }

    [Fact]
    public void A_long_text_is_not_cut_off() => Assert.Contains("Nothing was cut off", Wrong(QuestionKind.LongText, new('a', CheckAnswer.LongestText + 1)), StringComparison.Ordinal);

    [Fact]
    public void One_answer_is_one() => Assert.NotNull(CheckAnswer.Of(new("q", QuestionKind.OneChoice, "?") { Options = ["Yes", "No"] }, new(["Yes", "No"]), Record, Today));

    [Fact]
    public void An_answer_says_its_unit_its_sum_and_how_its_date_is_read()
    {
        Assert.Equal(["12 families"], AnswerWords.Of(new("q", QuestionKind.Number, "?") { Unit = "families" }, new(["12"]), Record));
        Assert.Equal(["£15,000"], AnswerWords.Of(new("q", QuestionKind.Money, "?"), new(["15000"]), Record));
        Assert.Equal("by 31 December 2028", AnswerWords.ReadingOf(new("q", QuestionKind.Date, "?"), new(["by the end of 2028"]), Today));
    }

    [Fact]
    public void What_was_typed_keeps_its_lines_and_loses_what_is_empty() => Assert.Equal(["one\ntwo"], Given.Of(["one\r\ntwo ", "", null, "  "]).Values);

    public void Dispose() => _register.Dispose();
}
