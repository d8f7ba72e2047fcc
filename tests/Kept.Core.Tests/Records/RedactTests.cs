using Kept.Core.Programme;
using Kept.Core.Records;

namespace Kept.Core.Tests.Records;

public sealed class RedactTests : IDisposable
{
    private const string Canary = "Canary-5f2d-names-a-child";
    private readonly TestRegister _kept = new();

    public void Dispose() => _kept.Dispose();

    [Fact]
    public async Task Redacted_words_are_in_no_file_once_it_is_answered()
    {
        await _kept.Do(TestRegister.Set("before", "one", 0));
        var wrong = (await _kept.Do(TestRegister.Set("a", Canary, 0))).Entries[0];
        await _kept.Do(TestRegister.Set("after", "two", 0));
        Assert.True(_kept.IsOnDisk(Canary));

        await _kept.Do(Write.Redact(TestRegister.Key("a"), wrong.Number, 1));

        Assert.False(_kept.IsOnDisk(Canary));
        Assert.True(_kept.Verify().IsWhole);
        Assert.Null(_kept.Words("a"));
    }

    [Fact]
    public async Task Long_words_that_fill_many_pages_are_gone_too()
    {
        var words = string.Concat(Enumerable.Range(0, 2000).Select(i => $"{Canary}-{i}-"));
        var wrong = (await _kept.Do(TestRegister.Set("a", words, 0))).Entries[0];
        _kept.Reopen();
        Assert.True(_kept.IsOnDisk(Canary));
        await _kept.Do(Write.Redact(TestRegister.Key("a"), wrong.Number, 1));
        Assert.False(_kept.IsOnDisk(Canary));
    }

    [Fact]
    public async Task The_entry_its_hash_and_its_neighbours_remain()
    {
        var wrong = (await _kept.Do(TestRegister.Set("a", Canary, 0))).Entries[0];
        await _kept.Do(TestRegister.Set("a", "the next words", 1));
        var done = await _kept.Do(Write.Redact(TestRegister.Key("a"), wrong.Number, 2));
        _kept.Reopen();

        var versions = new View(_kept.Now, new(2026, 11, 21)).History(TestRegister.Key("a"));
        Assert.Equal(3, versions.Count);
        Assert.Equal(wrong, versions[0].Entry);
        Assert.True(versions[0].IsRedacted);
        Assert.Null(versions[0].Body);
        Assert.Null(versions[0].Why);
        Assert.Equal("the next words", _kept.Words("a"));
        Assert.Equal(wrong.Number, versions[2].Redacts);
        Assert.Equal("because", versions[2].Why);
        Assert.Equal($"ok 3 {done.Entries[0].Hash}", _kept.Verify().ToString());
    }

    [Fact]
    public async Task Past_views_do_not_show_them_either()
    {
        var wrong = (await _kept.Do(TestRegister.Set("a", Canary, 0))).Entries[0];
        _kept.Clock.Advance(TimeSpan.FromDays(30));
        await _kept.Do(Write.Redact(TestRegister.Key("a"), wrong.Number, 1));
        var then = new View(_kept.Now, TestRegister.Spring, wrong.Recorded);
        Assert.True(then.InForce(TestRegister.Key("a"))!.IsRedacted);
        Assert.Null(then.Find<Evidence.Source>("a"));
    }

    [Fact]
    public async Task Redacting_twice_is_refused_even_within_one_change()
    {
        var wrong = (await _kept.Do(TestRegister.Set("a", Canary, 0))).Entries[0];
        var redact = Write.Redact(TestRegister.Key("a"), wrong.Number, null);
        await _kept.Refused(redact, redact);
        await _kept.Do(redact);
        await _kept.Refused(redact);
    }

    [Fact]
    public async Task A_redaction_cannot_itself_be_redacted_or_corrected()
    {
        var wrong = (await _kept.Do(TestRegister.Set("a", Canary, 0))).Entries[0];
        var redaction = (await _kept.Do(Write.Redact(TestRegister.Key("a"), wrong.Number, 1))).Entries[0];
        await _kept.Refused(Write.Redact(TestRegister.Key("a"), redaction.Number, 2));
        await _kept.Refused(Write.Correct("a", TestRegister.Spring, TestRegister.Says("right"), redaction.Number, 2));
    }

    [Fact]
    public async Task Words_can_be_set_corrected_and_redacted_in_one_change()
    {
        await _kept.Do(
            TestRegister.Set("a", Canary, 0), Write.Correct("a", TestRegister.Spring, TestRegister.Says("right"), 1, 1), Write.Redact(TestRegister.Key("a"), 1, 2));
        Assert.Equal("right", _kept.Words("a"));
        Assert.False(_kept.IsOnDisk(Canary));
        Assert.True(_kept.Verify().IsWhole);
    }

    [Fact]
    public async Task While_another_process_reads_nobody_waits_and_the_next_change_clears_the_log()
    {
        var wrong = (await _kept.Do(TestRegister.Set("a", Canary, 0))).Entries[0];
        using (var reader = _kept.Reader())
        using (var reading = reader.Read(0).GetEnumerator())
        {
            Assert.True(reading.MoveNext());
            var watch = System.Diagnostics.Stopwatch.StartNew();
            await _kept.Do(Write.Redact(TestRegister.Key("a"), wrong.Number, 1));
            Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(4));
        }
        await _kept.Do(TestRegister.Set("b", "later", 0));
        Assert.False(_kept.IsOnDisk(Canary));
    }

    [Fact]
    public async Task An_address_that_only_the_redacted_words_gave_leads_nowhere_before_and_after_a_restart()
    {
        var first = await _kept.Do(Write.Set("c", TestRegister.Spring, Printed("c-1", "c-2"), 0));
        await _kept.Do(Write.Set("c", new(2022, 1, 1), Printed("c-2"), 1));
        Assert.Equal(RecordKey.Of<Commitment>("c"), _kept.Now.Redirect(RecordKey.Of<Commitment>("c-1")));
        await _kept.Do(Write.Redact(RecordKey.Of<Commitment>("c"), first.Entries[0].Number, 2));
        for (var opened = 0; opened < 2; opened++, _kept.Reopen())
        {
            Assert.Null(_kept.Now.Redirect(RecordKey.Of<Commitment>("c-1")));
            Assert.Equal(RecordKey.Of<Commitment>("c"), _kept.Now.Redirect(RecordKey.Of<Commitment>("c-2")));
        }
    }

    private static Commitment Printed(params string[] ids) => new()
    {
        Text = "t",
        Status = "planned",
        StatusWording = "will",
        StatusBasis = "as worded in s",
        Printed = [.. ids.Select(id => new PrintedCommitment(id, "a", "t", "planned", "will", new("s")))],
    };
}
