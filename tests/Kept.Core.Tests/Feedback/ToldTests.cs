using Kept.Core.Feedback;

namespace Kept.Core.Tests.Feedback;

/// <summary>Words that were put together, and are taken apart again.</summary>
public sealed class ToldTests
{
    [Theory]
    [InlineData("Yesterday we met. Yes it went well.", "Yes", "And more.")]
    [InlineData("Yes", "Yes", "Yes")]
    [InlineData("One.\n\nYes\n\nTwo.", "Yes", "Three.")]
    [InlineData("One.", "Two.\n\nThree.", "Four.")]
    [InlineData("One.", "  Two. ", null)]
    [InlineData(null, "Two.", "Three.")]
    [InlineData("One.", null, "Three.")]
    [InlineData("One.", " ", "Three.")]
    public void Taking_one_out_leaves_every_word_of_the_others(string? first, string? gone, string? last)
    {
        var (one, middle, other) = (Of(first, "a"), Of(gone, "b"), Of(last, "c"));
        var without = one.With(middle).With(other).Without(middle);
        Assert.Equal(one.With(other).Words, without.Words);
        Assert.Equal(one.With(other).Evidence, without.Evidence);
        Assert.Equal(one.Words, one.With(middle).Without(middle).Words);
    }

    [Fact]
    public void What_was_never_put_to_it_is_not_taken_out_of_it()
    {
        var told = Of("Yesterday was fine.", "a");
        Assert.Equal(told.Words, told.Without(Of("Yes", "b")).Words);
        Assert.Equal(told.Evidence, told.Without(Of("Yes", "b")).Evidence);
    }

    private static Told Of(string? words, string proof) => new() { Words = words, Evidence = [new(proof)] };
}
