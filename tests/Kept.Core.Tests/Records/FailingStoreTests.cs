using Kept.Core.Records;
using Kept.Testing;

namespace Kept.Core.Tests.Records;

public sealed class FailingStoreTests : IDisposable
{
    private readonly MemoryStore _store = new();
    private readonly Register _register;
    private readonly List<long> _heard = [];

    public FailingStoreTests()
    {
        _register = Register.Open(_store, TestClock.At(2026, 11, 21));
        _register.Appended += (_, entries) => _heard.AddRange(entries.Select(e => e.Number));
    }

    public void Dispose() => _register.Dispose();

    [Fact]
    public async Task A_store_that_fails_before_the_commit_leaves_nothing_and_the_next_change_works()
    {
        _store.NextCommit = _ => throw DatabaseFault.Full("kept.db");
        await Assert.ThrowsAsync<DatabaseFault>(() => Append("a"));
        Assert.Equal(0, _register.Snapshot.Number);
        await Append("b");
        Stands("b");
    }

    [Fact]
    public async Task A_commit_that_failed_after_it_happened_is_read_back_before_the_next_change()
    {
        _store.NextCommit = commit => { commit(); throw new CommitOutcomeUnknownException(); };
        await Assert.ThrowsAsync<CommitOutcomeUnknownException>(() => Append("a"));
        Assert.Equal(0, _register.Snapshot.Number);
        await Append("b");
        Stands("a", "b");
    }

    [Fact]
    public async Task A_commit_that_failed_without_happening_leaves_its_number_to_the_next_change()
    {
        _store.NextCommit = _ => throw new CommitOutcomeUnknownException();
        await Assert.ThrowsAsync<CommitOutcomeUnknownException>(() => Append("a"));
        await Append("b");
        Stands("b");
    }

    [Fact]
    public async Task The_same_change_sent_again_is_not_written_twice()
    {
        _store.NextCommit = commit => { commit(); throw new CommitOutcomeUnknownException(); };
        await Assert.ThrowsAsync<CommitOutcomeUnknownException>(() => Append("a"));
        var again = Assert.IsType<Appended.Refused>(await _register.AppendAsync(Change.Of(TestRegister.Set("a", "a", 0)), TestRegister.Act));
        Assert.Equal(1, again.Stale.Single().Found);
        Stands("a");
    }

    [Fact]
    public async Task Nothing_is_accepted_until_the_outcome_could_be_read()
    {
        _store.NextCommit = commit => { commit(); throw new CommitOutcomeUnknownException(); };
        await Assert.ThrowsAsync<CommitOutcomeUnknownException>(() => Append("a"));
        _store.NextRead = () => throw DatabaseFault.Locked("kept.db");
        await Assert.ThrowsAsync<DatabaseFault>(() => Append("b"));
        await Append("c");
        Stands("a", "c");
    }

    private async Task Append(string id) =>
        Assert.IsType<Appended.Done>(await _register.AppendAsync(Change.Of(TestRegister.Set(id, id, 0)), TestRegister.Act));

    private void Stands(params string[] ids)
    {
        Assert.Equal(ids, _register.Snapshot.Keys("source").Select(k => k.Id));
        Assert.Equal(Enumerable.Range(1, ids.Length).Select(n => (long)n), _heard);
        Assert.Equal($"ok {ids.Length} {_register.Snapshot.Hash}", Verification.Of(_store).ToString());
    }
}
