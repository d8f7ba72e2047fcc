using System.Text;
using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Core.Search;

namespace Kept.Core.Tests.Records;

public sealed class WithheldTests : IDisposable
{
    private const string Hurts = "Words that hurt";
    private static readonly DateOnly Later = new(2026, 1, 1);
    private static readonly RecordKey Key = RecordKey.Of<Commitment>("c");
    private readonly TestRegister _kept = new();

    public void Dispose() => _kept.Dispose();

    private static Commitment Body(string text, string who = "council", string? printed = null) => new()
    {
        Text = text,
        Who = [who],
        Status = "planned",
        StatusWording = "will",
        StatusBasis = "as worded in The report",
        Due = [new Due { Text = "spring 2022", Qualifier = "in", End = new(2022, 5, 31) }],
        Printed = [new("c-1", "a", printed ?? text, "planned", "will", new("report"))],
    };

    private async Task Wrong(params string[] texts)
    {
        foreach (var text in texts) await _kept.Do(Write.Set("c", TestRegister.Spring, Body(text, "accused"), null));
    }

    private Task Right(long wrong, bool withholds = true) =>
        _kept.Do(Write.Correct("c", Later, Body("Right words"), wrong, null) with { Withholds = withholds });

    private Version<Commitment> Then => new View(_kept.Now, new(2025, 6, 1)).Find<Commitment>("c")!.Value;

    [Fact]
    public async Task Without_the_wish_to_withhold_a_past_view_shows_the_wrong_words()
    {
        await Wrong(Hurts);
        await Right(1, withholds: false);
        Assert.Equal(Hurts, Then.Body.Text);
        Assert.False(Then.Source.IsWithheld);
    }

    [Fact]
    public async Task Withheld_words_read_as_a_sentence_and_the_rest_stays()
    {
        await Wrong(Hurts);
        await Right(1);
        Assert.Equal("These words were wrong and are withheld. They were corrected on 21 November 2026.", Then.Body.Text);
        Assert.Equal(Then.Body.Text, Then.Body.Printed[0].Text);
        Assert.Equal("spring 2022", Then.Body.Due[0].Text);
        Assert.Empty(Then.Body.Who);
        Assert.Empty(new View(_kept.Now, new(2025, 6, 1)).Naming<Commitment>(RecordKey.Of<Organisation>("accused")));
        Assert.True(Then.Source.IsWithheld);
        Assert.DoesNotContain(Hurts, Encoding.UTF8.GetString(Then.Source.RecordJson.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_earlier_version_that_carries_the_same_words_is_withheld_too_and_other_words_are_not()
    {
        await Wrong(Hurts, "Harmless", Hurts);
        await Right(3);
        var history = new View(_kept.Now, new(2026, 11, 21)).History(Key);
        Assert.Equal([true, true, true, false], history.Select(v => v.IsWithheld));
        Assert.Equal("Harmless", ((Commitment)history[1].Body!).Text);
        Assert.DoesNotContain(history, v => Encoding.UTF8.GetString(v.RecordJson.Span).Contains(Hurts, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_difference_of_a_correction_does_not_say_the_withheld_words()
    {
        await Wrong(Hurts);
        await Right(1);
        var newest = _kept.Now.Newest(Key)!;
        var change = RecordChange.Of(newest, newest);
        Assert.Equal(RecordChange.Corrected, change.What);
        Assert.Contains(change.Fields, f => f.Field == "text" && f.To!.Value.GetString() == "Right words");
        Assert.DoesNotContain(change.Fields, f => f.From?.GetRawText().Contains(Hurts, StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task The_chain_is_whole_and_a_restart_withholds_the_same()
    {
        await Wrong(Hurts);
        await Right(1);
        Assert.True(_kept.Verify().IsWhole);
        _kept.Reopen();
        Assert.True(Then.Source.IsWithheld);
        Assert.NotEqual(Hurts, Then.Body.Text);
    }

    [Fact]
    public async Task A_correction_cannot_be_erased_while_it_withholds_words_that_are_still_there()
    {
        await Wrong(Hurts);
        await Right(1);
        var refused = await _kept.Refused(Write.Redact(Key, 2, null));
        Assert.Contains("Entry 2 of commitment/c keeps the words of entry 1 from readers", refused.Why[0].What, StringComparison.Ordinal);
        await _kept.Do(Write.Redact(Key, 1, null));
        await _kept.Do(Write.Redact(Key, 2, null));
    }

    public static TheoryData<string> Kinds => [.. RecordKinds.Names];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Whatever_the_kind_and_whatever_was_wrong_a_reader_can_read_what_is_left(string kind)
    {
        var type = RecordKinds.TypeOf(kind)!;
        // Of other words every part may be left out, but not all of them at once.
        var (full, bare) = ((RecordBody)BodyMaker.Filled(type), type == typeof(OtherWord) ? new OtherWord { Typed = ["siblings"] } : (RecordBody)BodyMaker.Bare(type));
        await _kept.Do(Write.Set("x", TestRegister.Spring, full, null), Write.Set("x", TestRegister.Spring.AddDays(1), full with { EffectiveText = Hurts }, null));
        await _kept.Do(Write.Correct("x", Later, bare, 2, null) with { Withholds = true });
        foreach (var version in new View(_kept.Now, Later).History(new(kind, "x")))
        {
            Assert.NotNull(version.Body);
            Assert.DoesNotContain(Hurts, Encoding.UTF8.GetString(version.RecordJson.Span), StringComparison.Ordinal);
        }
    }
}
