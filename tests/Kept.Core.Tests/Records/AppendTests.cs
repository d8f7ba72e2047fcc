using Kept.Core.Evidence;
using Kept.Core.Foundation;
using Kept.Core.Programme;
using Kept.Core.Records;

namespace Kept.Core.Tests.Records;

public sealed class AppendTests : IDisposable
{
    private readonly TestRegister _kept = new();

    public void Dispose() => _kept.Dispose();

    [Fact]
    public async Task A_new_record_is_version_one_and_the_next_words_version_two()
    {
        var first = await _kept.Do(TestRegister.Set("a", "one", 0));
        var second = await _kept.Do(TestRegister.Set("a", "two", 1));
        Assert.Equal((1, 1L), (first.Entries.Single().Version, first.Entries.Single().Number));
        Assert.Equal((2, 2L), (second.Entries.Single().Version, second.Entries.Single().Number));
        Assert.Equal("two", _kept.Words("a"));
        Assert.Same(second.Snapshot, _kept.Now);
        Assert.Equal($"ok 2 {second.Entries.Single().Hash}", _kept.Verify().ToString());
    }

    [Fact]
    public async Task A_stale_writer_is_refused_with_both_texts_and_nothing_is_written()
    {
        await _kept.Do(TestRegister.Set("a", "one", 0));
        await _kept.Do(TestRegister.Set("a", "theirs", 1));
        var refused = await _kept.Refused(TestRegister.Set("b", "beside it", 0), TestRegister.Set("a", "mine", 1));
        var stale = Assert.Single(refused.Stale);
        Assert.Equal((TestRegister.Key("a"), 1, 2), (stale.Record, stale.Expected, stale.Found));
        Assert.Equal(("theirs", "mine"), (((Source)stale.Theirs!).Title, ((Source)stale.Mine!).Title));
        Assert.Contains("you saw version 1, it is now at version 2", Assert.Single(refused.Why).ToString(), StringComparison.Ordinal);
        Assert.Null(_kept.Words("b"));
    }

    [Fact]
    public async Task A_new_record_that_is_already_there_is_refused()
    {
        await _kept.Do(TestRegister.Set("a", "one", 0));
        Assert.Equal(0, Assert.Single((await _kept.Refused(TestRegister.Set("a", "mine", 0))).Stale).Expected);
    }

    [Fact]
    public async Task A_stale_writer_after_a_redaction_still_sees_the_words_that_stand()
    {
        var wrong = (await _kept.Do(TestRegister.Set("a", "names a child", 0))).Entries[0].Number;
        await _kept.Do(TestRegister.Set("a", "theirs", 1));
        await _kept.Do(Write.Redact(TestRegister.Key("a"), wrong, 2));
        var stale = Assert.Single((await _kept.Refused(TestRegister.Set("a", "mine", 2))).Stale);
        Assert.Equal("theirs", ((Source)stale.Theirs!).Title);
    }

    [Fact]
    public async Task Several_writes_of_one_record_in_one_change_are_versions_in_order()
    {
        var done = await _kept.Do(
            TestRegister.Set("a", "in 2021", 0), TestRegister.Set("a", "in 2022", 1, new(2022, 1, 1)), Write.Delete(TestRegister.Key("a"), new(2023, 1, 1), 2));
        Assert.Equal([1, 2, 3], done.Entries.Select(e => e.Version));
        Assert.Equal("in 2021", _kept.Words("a", new(2021, 12, 31)));
        Assert.Equal("in 2022", _kept.Words("a", new(2022, 12, 31)));
        Assert.Null(_kept.Words("a", new(2023, 1, 1)));
        Assert.True(_kept.Verify().IsWhole);
    }

    [Fact]
    public async Task A_change_of_nothing_writes_nothing()
    {
        var before = _kept.Now;
        var done = await _kept.Do();
        Assert.Empty(done.Entries);
        Assert.Same(before, _kept.Now);
        Assert.Equal($"ok 0 {Entry.NoPrev}", _kept.Verify().ToString());
    }

    [Fact]
    public async Task A_deletion_is_a_version_with_a_date_of_its_own()
    {
        await _kept.Do(TestRegister.Set("a", "one", 0));
        await _kept.Do(Write.Delete(TestRegister.Key("a"), new(2026, 1, 1), 1));
        Assert.Equal("one", _kept.Words("a", new(2025, 12, 31)));
        Assert.Null(_kept.Words("a"));
        Assert.True(new View(_kept.Now, new(2026, 1, 1)).InForce(TestRegister.Key("a"))!.IsDeletion);
    }

    [Fact]
    public async Task Deleting_what_is_not_there_is_refused()
    {
        var gone = Write.Delete(TestRegister.Key("a"), new(2026, 1, 1), null);
        Assert.Contains("it is not there", (await _kept.Refused(gone)).Why.Single().ToString(), StringComparison.Ordinal);
        await _kept.Do(TestRegister.Set("a", "one", 0));
        await _kept.Refused(Write.Delete(TestRegister.Key("a"), TestRegister.Spring.AddDays(-1), null));
        await _kept.Do(gone);
        await _kept.Refused(gone);
    }

    [Fact]
    public async Task Deleting_twice_in_one_change_is_refused_whole()
    {
        await _kept.Do(TestRegister.Set("a", "one", 0));
        var gone = Write.Delete(TestRegister.Key("a"), new(2026, 1, 1), null);
        await _kept.Refused(gone, gone);
        Assert.Equal("one", _kept.Words("a"));
    }

    [Fact]
    public async Task Deleting_again_after_the_deletion_was_redacted_is_refused()
    {
        await _kept.Do(TestRegister.Set("a", "one", 0));
        var gone = await _kept.Do(Write.Delete(TestRegister.Key("a"), new(2026, 1, 1), 1));
        await _kept.Do(Write.Redact(TestRegister.Key("a"), gone.Entries[0].Number, 2));
        await _kept.Refused(Write.Delete(TestRegister.Key("a"), new(2026, 2, 1), 3));
    }

    [Fact]
    public async Task A_record_set_and_deleted_in_one_change_was_there_between_its_dates()
    {
        await _kept.Do(TestRegister.Set("a", "one", 0), Write.Delete(TestRegister.Key("a"), new(2022, 1, 1), 1));
        Assert.Equal("one", _kept.Words("a", new(2021, 12, 31)));
        Assert.Null(_kept.Words("a", new(2022, 1, 1)));
    }

    [Fact]
    public async Task A_correction_replaces_the_words_and_names_the_wrong_entry()
    {
        var wrong = (await _kept.Do(TestRegister.Set("a", "wrong", 0))).Entries[0];
        await _kept.Do(Write.Correct("a", TestRegister.Spring, TestRegister.Says("right"), wrong.Number, 1));
        Assert.Equal("right", _kept.Words("a", TestRegister.Spring));
        var view = new View(_kept.Now, TestRegister.Spring, wrong.Recorded);
        var then = view.Find<Source>("a")!.Value;
        Assert.Equal("wrong", then.Body.Title);
        Assert.Equal(wrong.Number, view.CorrectionOf(then.Source)!.Corrects);
        Assert.Null(view.CorrectionOf(_kept.Now.Newest(TestRegister.Key("a"))!));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(0)]
    [InlineData(99)]
    public async Task Correcting_an_entry_of_another_record_or_of_none_is_refused(long target)
    {
        await _kept.Do(TestRegister.Set("a", "one", 0), TestRegister.Set("b", "two", 0));
        await _kept.Refused(Write.Correct("a", TestRegister.Spring, TestRegister.Says("right"), target, 1));
        await _kept.Refused(Write.Redact(TestRegister.Key("a"), target, 1));
    }

    [Fact]
    public async Task Who_why_which_way_and_for_whom_stay_with_the_version()
    {
        await _kept.Register.AppendAsync(Change.Of(TestRegister.Set("a", "one", 0)), new Act("editor-7", "they asked", "form", "a-council"));
        _kept.Reopen();
        var version = _kept.Now.Newest(TestRegister.Key("a"))!;
        Assert.Equal(("editor-7", "they asked", "form", "a-council"), (version.Entry.By, version.Why, version.Via, version.Behalf));
    }

    [Fact]
    public async Task Words_that_could_not_be_read_again_are_refused_before_they_are_written()
    {
        var about = new Statement { About = "nothing with a slash", Topic = "t", Text = "x", Source = new("s") };
        var refused = await _kept.Refused(Write.Set("s1", TestRegister.Spring, about, 0));
        Assert.Contains("cannot be kept", refused.Why.Single().ToString(), StringComparison.Ordinal);
        await _kept.Refused(TestRegister.Set("a", "half a character: \ud83d", 0));
        await _kept.Do(TestRegister.Set("a", "one", 0));
        _kept.Reopen();
        Assert.Equal("one", _kept.Words("a"));
    }

    [Fact]
    public async Task A_reason_with_half_a_character_is_refused_too()
    {
        var answer = await _kept.Register.AppendAsync(Change.Of(TestRegister.Set("a", "one", 0)), Act.Operator("\udc00", "test"));
        Assert.IsType<Appended.Refused>(answer);
        Assert.Equal(0, _kept.Now.Number);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("é")]
    [InlineData("a\n")]
    public async Task An_id_that_no_address_could_hold_is_refused(string id) => await _kept.Refused(TestRegister.Set(id, "one", 0));

    [Fact]
    public async Task Listeners_hear_of_a_change_once_it_is_visible()
    {
        var heard = new List<(long Number, bool Visible)>();
        _kept.Register.Appended += (snapshot, entries) => heard.AddRange(entries.Select(e => (e.Number, ReferenceEquals(snapshot, _kept.Now))));
        await _kept.Do(TestRegister.Set("a", "one", 0), TestRegister.Set("b", "two", 0));
        await _kept.Refused(TestRegister.Set("a", "mine", 0));
        await _kept.Do();
        Assert.Equal([(1, true), (2, true)], heard);
    }

    [Fact]
    public async Task A_closed_register_accepts_nothing_and_can_be_closed_again()
    {
        await _kept.Do(TestRegister.Set("a", "one", 0));
        _kept.Close();
        _kept.Close();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => _kept.Try(TestRegister.Set("a", "two", 1)));
    }
}
