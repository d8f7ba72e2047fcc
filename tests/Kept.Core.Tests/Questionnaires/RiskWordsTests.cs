using Kept.Core.Questionnaires;
using Kept.Testing;

namespace Kept.Core.Tests.Questionnaires;

public sealed class RiskWordsTests
{
    [Theory]
    [InlineData("My dad HITS   me")]
    [InlineData("I don’t want to live")]
    [InlineData("he has been sexually abusive")]
    [InlineData("I self-harm.")]
    [InlineData("She wanted to die")]
    [InlineData("they threatened us\nwith a knife")]
    public void Plain_words_are_found_however_they_are_written(string text) => Assert.True(RiskWords.AreIn(text));

    [Theory]
    [InlineData("")]
    [InlineData("We need more skills and whitespace.")]
    [InlineData("The meeting was a hit, me and my friends liked it")]
    [InlineData("My worker listens.")]
    public void Other_words_are_not(string text) => Assert.False(RiskWords.AreIn(text));

    [Fact]
    public void They_raise_the_flag_of_a_form_for_anyone_only_and_never_lower_one()
    {
        var answers = new Dictionary<string, Given>(StringComparer.Ordinal) { ["qlast"] = new(["He hits me"]) };
        Assert.True(RiskWords.AreIn(Questions.Small(), answers));
        Assert.False(RiskWords.AreIn(Questions.Small(Audience.Invited), answers));
        answers["qlast"] = new(["Nothing"]);
        Assert.False(RiskWords.AreIn(Questions.Small(), answers));
    }
}
