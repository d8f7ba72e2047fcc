using FsCheck;
using FsCheck.Fluent;
using Kept.Core.Foundation;

namespace Kept.Core.Tests.Foundation;

public sealed class DatePropertiesTests
{
    [Theory]
    [InlineData("in")]
    [InlineData("during")]
    [InlineData("over")]
    [InlineData("on")]
    public void A_printed_period_is_read_back_whole(string word) =>
        Holds(DatePhrase.After(word), (phrase, when) => when.Start == phrase.Period.Start && when.End == phrase.Period.End && when.StrictEnd is null);

    [Fact]
    public void By_a_period_is_its_last_day_and_strictly_the_day_before_its_first() =>
        Holds(DatePhrase.After("by"), (phrase, when) =>
            when is { Qualifier: "by", Start: null } && when.End == phrase.Period.End && when.PeriodStart == phrase.Period.Start
            && when.StrictEnd == phrase.Period.Start.AddDays(-1) && when.StrictEnd < when.End);

    [Fact]
    public void By_the_end_of_a_period_has_one_reading() =>
        Holds(DatePhrase.After("by the end of"), (phrase, when) => when.Start is null && when.End == phrase.Period.End && when.StrictEnd == when.End);

    [Fact]
    public void From_and_after_a_period_have_no_end()
    {
        Holds(DatePhrase.After("from"), (phrase, when) => when.End is null && when.Start == phrase.Period.Start && when.PeriodEnd == phrase.Period.End);
        Holds(DatePhrase.After("after"), (phrase, when) => when.End is null && when.Start == phrase.Period.End.AddDays(1));
    }

    [Fact]
    public void A_reading_in_words_is_read_back_to_the_same_days()
    {
        foreach (var word in Qualifiers.All)
        {
            Holds(DatePhrase.After(word), (_, when) =>
                Reader.Read(when.Reading) is var again && again.Start == when.Start && again.End == when.End && !again.Ambiguous);
        }
    }

    [Fact]
    public void A_period_from_one_to_another_runs_from_first_day_to_last()
    {
        var pairs =
            from one in DatePhrase.Any
            from other in DatePhrase.Any
            where one.Period.Start <= other.Period.Start && one.Period.End <= other.Period.End
            select new DatePhrase($"from {one.Text} to {other.Text}", new(one.Period.Start, other.Period.End));
        Holds(pairs, (phrase, when) => when.Start == phrase.Period.Start && when.End == phrase.Period.End);
    }

    [Fact]
    public void Whatever_is_typed_gives_a_reading_or_a_reason()
    {
        var fragments = Gen.Elements(
            "by", "the", "end", "of", "late", "mid", "-", "–", "/", ".", "2021", "22", "31", "5th", "q", "3", "next", "within", "six", "months", "year",
            "financial", "winter", "feb", "monday", "and", "to", "between", "[", "]", "\uD800", "\u0000", "0", "99999999999999999999", "onwards", "é", " ");
        var typed = Gen.OneOf(
            ArbMap.Default.GeneratorFor<string>(),
            from parts in fragments.ListOf() select string.Join(' ', parts),
            from parts in fragments.ListOf() select string.Concat(parts));
        Prop.ForAll(typed.ToArbitrary(), text =>
        {
            var when = When.Parse(text, Reader.Anchor, out var refusal);
            return when is null
                ? refusal is { What.Length: > 0 }
                : refusal is null && (when.Start is not null || when.End is not null) && !(when.Start > when.End) && !(when.StrictEnd > when.End) && when.Reading.Length > 0;
        }).Holds(20_000);
    }

    private static void Holds(Gen<DatePhrase> phrases, Func<DatePhrase, When, bool> holds) =>
        Prop.ForAll(phrases.ToArbitrary(), phrase => holds(phrase, Reader.Read(phrase.Text))).Holds();
}
