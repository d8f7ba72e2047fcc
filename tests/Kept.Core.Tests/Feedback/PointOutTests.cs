using Kept.Core.Feedback;

namespace Kept.Core.Tests.Feedback;

/// <summary>What an editor is pointed to before something is published.</summary>
public sealed class PointOutTests
{
    [Theory]
    [InlineData("Write to sam.smith@example.org today", "sam.smith@example.org", "an e-mail address")]
    [InlineData("They live at EH6 5NA now", "EH6 5NA", "a postcode")]
    [InlineData("Ring 0131 496 0123 first", "0131 496 0123", "a telephone number")]
    [InlineData("Ring +44 131 496 0123 first", "+44 131 496 0123", "a telephone number")]
    [InlineData("born on 3 May 2012, so", "born on 3 May 2012", "a date of birth")]
    [InlineData("a boy aged 9 said", "aged 9", "somebody’s age")]
    [InlineData("a 9-year-old said", "9-year-old", "somebody’s age")]
    [InlineData("pupils of St Mary’s Primary School said", "St Mary’s Primary School", "a school or nursery")]
    [InlineData("Mrs Jane Brown led it", "Mrs Jane Brown", "a person’s name")]
    [InlineData("her son Liam was moved", "her son Liam", "a child’s name")]
    [InlineData("case 0503121234 was closed", "0503121234", "a number that stands for a person")]
    public void It_finds(string text, string words, string what) => Assert.Contains(PointOut.In(text), f => f.Words == words && f.What == what);

    [Theory]
    [InlineData("The guidance was published in March 2026 and sent to all 32 councils.")]
    [InlineData("£500m over five years; 4,300 families by 2025.")]
    [InlineData("The Scottish Government and COSLA agreed.")]
    [InlineData(null)]
    public void It_leaves_plain_words_alone(string? text) => Assert.Empty(PointOut.In(text));

    [Fact]
    public void A_long_text_takes_no_longer_than_its_length()
    {
        var text = string.Concat(Enumerable.Repeat("aA1 @. ", 20_000));
        Assert.Empty(PointOut.In(text));
    }
}
