using Kept.Core.Evidence;
using Kept.Core.Records;
using Kept.Testing;

namespace Kept.Core.Tests.Records;

/// <summary>Changes that wait for the same disk share one transaction, and nothing else.</summary>
public sealed class GroupCommitTests : IDisposable
{
    private readonly MemoryStore _store = new();

    [Fact]
    public async Task Changes_that_wait_while_one_is_written_go_to_disk_together_in_their_order()
    {
        using var register = Open();
        var answers = await Waiting(register, Enumerable.Range(0, 10).Select(n => TestRegister.Set($"r{n}", "words", 0)));
        Assert.Equal(2, _store.Commits);
        Assert.Equal(Enumerable.Range(2, 10).Select(n => (long)n), answers.Select(a => Assert.IsType<Appended.Done>(a).Entries[0].Number));
        Assert.All(answers, a => Assert.Same(register.Snapshot, Assert.IsType<Appended.Done>(a).Snapshot));
    }

    [Fact]
    public async Task Each_is_checked_against_those_before_it_and_a_refused_one_harms_no_other()
    {
        using var register = Open();
        var answers = await Waiting(register, [TestRegister.Set("x", "mine", 0), TestRegister.Set("x", "yours", 0), TestRegister.Set("y", "theirs", 0)]);
        Assert.Equal(["Done", "Refused", "Done"], answers.Select(a => a.GetType().Name));
        Assert.Equal("mine", ((Source)Assert.Single(((Appended.Refused)answers[1]).Stale).Theirs!).Title);
        Assert.Equal(3, register.Snapshot.Number);
    }

    [Fact]
    public async Task Acts_in_one_transaction_are_still_told_apart_by_their_instants()
    {
        using var register = Open();
        var answers = await Waiting(register, Enumerable.Range(0, 5).Select(n => TestRegister.Set($"r{n}", "words", 0)));
        Assert.Equal(5, answers.Cast<Appended.Done>().Select(a => a.Entries[0].Recorded).Distinct().Count());
    }

    [Fact]
    public async Task When_the_disk_fails_everybody_who_waited_is_told_and_the_next_change_goes_well()
    {
        using var register = Open();
        var answers = Waiting(register, [TestRegister.Set("x", "one", 0), TestRegister.Set("y", "two", 0)], () => _store.NextCommit = _ => throw DatabaseFault.Full("kept.db"));
        await Assert.ThrowsAsync<DatabaseFault>(() => answers);
        Assert.IsType<DatabaseFault>(register.Trouble);
        Assert.Equal(1, register.Snapshot.Number);
        Assert.IsType<Appended.Done>(await register.AppendAsync(Change.Of(TestRegister.Set("x", "one", 0)), TestRegister.Act));
        Assert.Null(register.Trouble);
    }

    [Fact]
    public async Task A_caller_who_goes_away_while_waiting_is_not_written()
    {
        using var register = Open();
        using var gone = new CancellationTokenSource();
        using var disk = new Gate();
        _store.NextCommit = disk.Hold;
        var first = register.AppendAsync(Change.Of(TestRegister.Set("first", "words", 0)), TestRegister.Act);
        await disk.Reached;
        var waiting = register.AppendAsync(Change.Of(TestRegister.Set("gone", "words", 0)), TestRegister.Act, gone.Token);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        disk.Open();
        await first;
        await register.AppendAsync(Change.Of(TestRegister.Set("after", "words", 0)), TestRegister.Act);
        Assert.Null(register.Snapshot.Newest(TestRegister.Key("gone")));
    }

    public void Dispose() => _store.Dispose();

    private Register Open() => Register.Open(_store, TestClock.At(2026, 11, 21));

    // Holds the disk for a first change, lets the others queue up behind it, then lets go.
    private async Task<Appended[]> Waiting(Register register, IEnumerable<Write> writes, Action? before = null)
    {
        using var disk = new Gate();
        _store.NextCommit = disk.Hold;
        var first = register.AppendAsync(Change.Of(TestRegister.Set("first", "words", 0)), TestRegister.Act);
        await disk.Reached;
        before?.Invoke();
        var answers = writes.Select(w => register.AppendAsync(Change.Of(w), TestRegister.Act)).ToArray();
        disk.Open();
        await first;
        return await Task.WhenAll(answers);
    }
}
