using Kept.Core.Feedback;

namespace Kept.Core.Tests.Feedback;

/// <summary>What waits after a yes, and what does not.</summary>
public sealed class ClaimsTests
{
    [Theory]
    [InlineData("We trained 340 workers.", "340")]
    [InlineData("It cost £2.3m.", "£2.3m")]
    [InlineData("(87% of them)", "87%")]
    [InlineData("Three in four, that is 3/4, said so.", "3/4")]
    [InlineData("In May 40 workers came.", "40")]
    [InlineData("In 2025 we trained 2 workers in May.", "2")]
    [InlineData("She said: “we were heard at last”.", "“we were heard at last”")]
    [InlineData("One said \"nobody ever asked us\" there.", "\"nobody ever asked us\"")]
    public void A_figure_or_a_quotation_is_found_as_it_stands(string text, string claim) => Assert.Equal(claim, Claims.In(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("The guidance is out.")]
    [InlineData("The guidance is out since 1 July 2021.")]
    [InlineData("It comes on May 3, 2027, or on 3rd June.")]
    [InlineData("Out on 01/07/2021, that is 2021-07-01, as Plan 24-30 and the one of 2021–24 say.")]
    [InlineData("We call it the “Promise Pledge”.")]
    [InlineData("A mark that “never ends")]
    public void Dates_years_and_names_in_marks_are_neither(string? text) => Assert.Null(Claims.In(text));
}
