using Kept.Core.Connections;
using Kept.Core.Evidence;
using Kept.Core.Programme;
using Kept.Core.Records;

namespace Kept.Core.Tests.Records;

public sealed class ReadSetTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private readonly TestRegister _kept = new();

    [Fact]
    public async Task Another_record_of_the_same_kind_leaves_what_was_read_alone()
    {
        await _kept.Do(TestRegister.Set("a", "one"), TestRegister.Set("b", "one"));
        var (read, listed) = (Reading(v => v.Find<Source>("a")), Reading(v => v.All<Source>().Count()));
        var then = _kept.Now;
        await _kept.Do(TestRegister.Set("b", "two"));
        Assert.True(read.StillHolds(then, _kept.Now));
        Assert.False(listed.StillHolds(then, _kept.Now));
        Assert.True(listed.StillHolds(then, then));
    }

    [Fact]
    public async Task A_record_that_was_not_there_counts_as_read()
    {
        await _kept.Do(TestRegister.Set("a", "one"));
        var read = Reading(v => v.Find<Source>("b"));
        var then = _kept.Now;
        await _kept.Do(TestRegister.Set("a", "two"));
        Assert.True(read.StillHolds(then, _kept.Now));
        await _kept.Do(TestRegister.Set("b", "one"));
        Assert.False(read.StillHolds(then, _kept.Now));
    }

    [Fact]
    public async Task A_new_record_of_another_kind_that_names_it_leaves_those_of_this_kind_alone()
    {
        await _kept.Do(TestRegister.Set("s", "one"));
        var key = TestRegister.Key("s");
        var (links, all) = (Reading(v => v.Naming<Link>(key).Count()), Reading(v => v.EverReferring(key)));
        var then = _kept.Now;
        await _kept.Do(Write.Set("plan", TestRegister.Spring, new Statement { About = "plan/p", Topic = "t", Text = "x", Source = new("s") }, null));
        Assert.True(links.StillHolds(then, _kept.Now));
        Assert.False(all.StillHolds(then, _kept.Now));
    }

    [Fact]
    public async Task Whoever_took_the_snapshot_itself_read_everything()
    {
        await _kept.Do(TestRegister.Set("a", "one"));
        var read = Reading(v => v.Snapshot.Hash);
        var then = _kept.Now;
        Assert.True(read.StillHolds(then, _kept.Now));
        await _kept.Do(TestRegister.Set("b", "one"));
        Assert.True(read.IsEverything);
        Assert.False(read.StillHolds(then, _kept.Now));
    }

    [Fact]
    public async Task A_view_beside_another_reads_for_both_and_counts_entries_alone()
    {
        await _kept.Do(TestRegister.Set("a", "one"), TestRegister.Set("b", "one"), TestRegister.Set("c", "one"));
        var view = new View(_kept.Now, Today);
        view.Find<Source>("a");
        view.Aside().Find<Source>("b");
        view.On(DateOnly.MaxValue).Find<Source>("c");
        Assert.Equal(1, view.Entry);
        foreach (var id in (string[])["b", "c"])
        {
            var then = _kept.Now;
            await _kept.Do(TestRegister.Set(id, "two"));
            Assert.False(view.Reads.StillHolds(then, _kept.Now));
        }
    }

    private ReadSet Reading(Func<View, object?> read)
    {
        var view = new View(_kept.Now, Today);
        read(view);
        return view.Reads;
    }

    public void Dispose() => _kept.Dispose();
}
