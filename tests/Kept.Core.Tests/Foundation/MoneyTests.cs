using FsCheck.Fluent;
using Kept.Core.Foundation;

namespace Kept.Core.Tests.Foundation;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("£4m", 4_000_000, null, "£4 million")]
    [InlineData("£16m (circa)", 16_000_000, "circa", "circa £16 million")]
    [InlineData("about £16 million", 16_000_000, "about", "about £16 million")]
    [InlineData("£19.4 million", 19_400_000, null, "£19.4 million")]
    [InlineData("£11.5m", 11_500_000, null, "£11.5 million")]
    [InlineData("£1 billion", 1_000_000_000, null, "£1 billion")]
    [InlineData("£60million", 60_000_000, null, "£60 million")]
    [InlineData("£1.5 million", 1_500_000, null, "£1.5 million")]
    [InlineData("£18000", 18_000, null, "£18,000")]
    [InlineData("£15,000", 15_000, null, "£15,000")]
    [InlineData("up to £250k", 250_000, "up to", "up to £250,000")]
    [InlineData("£\u00A01,234,567.", 1_234_567, null, "£1,234,567")]
    [InlineData("£0", 0, null, "£0")]
    public void Sums_are_read_as_printed_and_written_in_one_style(string text, long pounds, string? qualifier, string words)
    {
        var money = Money.Parse(text, out var refusal);
        Assert.Null(refusal);
        Assert.Equal(new Money(pounds, qualifier), money);
        Assert.Equal(words, money!.Words);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("4m")]
    [InlineData("£")]
    [InlineData("£m")]
    [InlineData("£4m to £5m")]
    [InlineData("£1,50")]
    [InlineData("£1.2.3m")]
    [InlineData("£4 trillion")]
    [InlineData("roughly £4m (circa)")]
    [InlineData("£4m a year")]
    [InlineData("£99999999999999999999")]
    public void What_is_not_one_sum_is_refused(string? text)
    {
        Assert.Null(Money.Parse(text, out var refusal));
        Assert.Equal("This is not a sum in pounds.", refusal!.What);
    }

    [Fact]
    public void Pence_are_kept() => Assert.Equal("£12.50", Money.Parse("£12.50", out _)!.Words);

    [Fact]
    public void A_sum_that_is_written_is_read_back() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), pounds =>
            Money.Parse(new Money(pounds, "nearly").Words, out _) == new Money(pounds, "nearly")).Holds();

    [Fact]
    public void Whatever_is_typed_never_throws() =>
        Prop.ForAll<string>(text => Money.Parse(text, out var refusal) is null == refusal is not null && Money.Parse("£" + text, out refusal) is null == refusal is not null).Holds();
}
