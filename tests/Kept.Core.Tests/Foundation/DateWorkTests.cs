using Kept.Core.Foundation;

namespace Kept.Core.Tests.Foundation;

/// <summary>The work of reading grows no faster than the text: counted in characters looked at, not by the clock.</summary>
public sealed class DateWorkTests
{
    private const int Long = 10_000;

    public static TheoryData<string> Pieces =>
        ["a", "2", "2 ", "-", "/", "[", "[a", "by ", "the ", "2021-", "1.", "1st", "\n", "\u200B", "é", "\uD83D\uDE00", "mid to ", "and "];

    [Theory]
    [MemberData(nameof(Pieces))]
    public void Ten_thousand_characters_are_looked_at_a_few_times_each_and_give_few_tokens(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, Long / piece.Length));
        var tokens = DateTokens.Of(text, out var looked);
        Assert.InRange(tokens.Count, 0, DateTokens.Most + 1);
        Assert.InRange(looked, 0, 14 * text.Length);
        Assert.NotNull(Reader.Refused(text));
    }

    [Theory]
    [MemberData(nameof(Pieces))]
    public void Twice_the_text_is_at_most_twice_the_work(string piece)
    {
        DateTokens.Of(string.Concat(Enumerable.Repeat(piece, Long)), out var once);
        DateTokens.Of(string.Concat(Enumerable.Repeat(piece, 2 * Long)), out var twice);
        Assert.InRange(twice, 0, (2 * once) + 200);
    }

    [Fact]
    public void A_date_among_thousands_of_spaces_is_still_read() =>
        Assert.Equal("2021-09-01..2021-11-30", Reader.Days(Reader.Read($"{new string(' ', Long)}autumn{new string('\n', Long)}2021")));

    [Fact]
    public void Refusals_show_only_the_first_of_a_long_word() =>
        Assert.InRange(Reader.Refused($"by {new string('x', Long)}").What.Length, 1, 100);
}
