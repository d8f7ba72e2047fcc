using System.Globalization;
using Kept.Core.Content;
using Kept.Core.Foundation;
using Kept.Core.Records;
using Kept.Testing;

namespace Kept.Core.Tests.Records;

public sealed class RegisterTests : IDisposable
{
    private readonly TestRegister _kept = new();

    public void Dispose() => _kept.Dispose();

    [Fact]
    public async Task Recorded_rises_with_every_change_though_the_clock_stands_or_goes_back()
    {
        var recorded = new List<DateTimeOffset>();
        foreach (var step in new[] { 0, 0, -3600, -86400, 5, 0, 100_000, -1 })
        {
            _kept.Clock.Advance(TimeSpan.FromSeconds(step));
            var done = await _kept.Do(TestRegister.Set("a", step.ToString(CultureInfo.InvariantCulture)), TestRegister.Set("b", "beside it"));
            recorded.Add(Assert.Single(done.Entries.Select(e => e.Recorded).Distinct()));
            _kept.Reopen();
        }
        Assert.Equal(recorded.Order(), recorded);
        Assert.Equal(recorded.Count, recorded.Distinct().Count());
        Assert.True(_kept.Verify().IsWhole);
    }

    [Fact]
    public async Task Recorded_is_in_whole_microseconds_so_that_it_is_the_same_after_reading()
    {
        _kept.Clock.Advance(TimeSpan.FromTicks(12_345_678_9));
        var entry = (await _kept.Do(TestRegister.Set("a", "one", 0))).Entries[0];
        _kept.Reopen();
        Assert.Equal(entry, _kept.Now.Head);
    }

    [Fact]
    public async Task Opened_again_it_is_the_same()
    {
        var wrong = await _kept.Do(TestRegister.Set("a", "names a child", 0), TestRegister.Set("b", "two", 0));
        await _kept.Do(Write.Correct("a", TestRegister.Spring, TestRegister.Says("right"), 1, 1), Write.Delete(TestRegister.Key("b"), new(2022, 1, 1), 1));
        await _kept.Do(Write.Redact(TestRegister.Key("a"), wrong.Entries[0].Number, 2), TestRegister.Set("c", "later", 0, new(2030, 1, 1)));
        var before = _kept.Now;
        _kept.Reopen();
        Same(before, _kept.Now);
    }

    [Fact]
    public async Task The_shipped_pack_opened_again_is_the_same()
    {
        var plan = LoadPack.Plan(_kept.Now, PackFolder.Read(Repository.ShippedPack));
        Assert.IsType<Appended.Done>(await _kept.Register.AppendAsync(plan.Change, Act.Operator("shipped", LoadPack.Via)));
        var before = _kept.Now;
        _kept.Reopen();
        Same(before, _kept.Now);
        Assert.True(LoadPack.Plan(_kept.Now, PackFolder.Read(Repository.ShippedPack)).IsEmpty);
    }

    [Fact]
    public async Task Eight_writers_at_once_make_one_chain()
    {
        var each = Environment.GetEnvironmentVariable("KEPT_TEST_NIGHT") == "1" ? 12_500 : 50;
        var numbers = await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            var mine = new List<long>();
            for (var i = 0; i < each; i++) mine.Add((await _kept.Do(TestRegister.Set($"r{(writer + i) % 50}", $"words {i}"))).Entries.Single().Number);
            return mine;
        })));
        Assert.All(numbers, mine => Assert.Equal(mine.Order(), mine));
        Assert.Equal(Enumerable.Range(1, 8 * each).Select(n => (long)n), numbers.SelectMany(n => n).Order());
        Assert.Equal($"ok {8 * each} {_kept.Now.Hash}", _kept.Verify().ToString());
    }

    [Fact]
    public async Task Of_many_writers_who_saw_the_same_version_one_wins_and_the_others_are_told()
    {
        await _kept.Do(TestRegister.Set("a", "one", 0));
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => _kept.Try(TestRegister.Set("a", $"words {i}", 1)))));
        var won = Assert.Single(answers.OfType<Appended.Done>());
        Assert.Equal(2, won.Entries.Single().Version);
        Assert.All(answers.OfType<Appended.Refused>(), r => Assert.Equal(_kept.Words("a"), ((Evidence.Source)r.Stale.Single().Theirs!).Title));
    }

    private static void Same(Snapshot one, Snapshot other)
    {
        Assert.Equal((one.Number, one.Hash), (other.Number, other.Hash));
        Assert.Equal(one.Kinds, other.Kinds);
        foreach (var kind in one.Kinds)
        {
            Assert.Equal(one.Keys(kind), other.Keys(kind));
            foreach (var key in one.Keys(kind))
            {
                Assert.Equal(Chain(one, key), Chain(other, key));
                Assert.Equal(one.EverReferring(key).Order(), other.EverReferring(key).Order());
                Assert.Equal(one.Redirect(key), other.Redirect(key));
            }
        }
    }

    private static IEnumerable<string> Chain(Snapshot snapshot, RecordKey key)
    {
        for (var v = snapshot.Newest(key); v is not null; v = v.Previous)
            yield return $"{v.Entry} {v.Why} {v.Via} {v.Corrects} {v.Redacts} {System.Text.Encoding.UTF8.GetString(v.RecordJson.Span)}";
    }
}
