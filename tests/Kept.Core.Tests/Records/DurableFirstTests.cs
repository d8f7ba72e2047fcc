using Kept.Core.Evidence;
using Kept.Core.Records;
using Kept.Testing;

namespace Kept.Core.Tests.Records;

public sealed class DurableFirstTests
{
    [Fact]
    public async Task Nothing_is_seen_and_nobody_is_answered_before_it_is_on_disk()
    {
        var store = new MemoryStore();
        using var register = Register.Open(store, TestClock.At(2026, 11, 21));
        Assert.Null(await WhatCameEarly(store, () => register.Snapshot.Number, () => Append(register, "a")));
        Assert.Equal(1, register.Snapshot.Number);
    }

    [Fact]
    public async Task The_same_check_catches_a_register_that_shows_first()
    {
        var store = new MemoryStore();
        var wrong = new ShowsFirst(store);
        Assert.Equal("seen", await WhatCameEarly(store, () => wrong.Snapshot.Number, () => wrong.Append("a")));
    }

    [Fact]
    public async Task The_same_check_catches_a_register_that_answers_first()
    {
        var store = new MemoryStore();
        var wrong = new AnswersFirst(store);
        Assert.Equal("answered", await WhatCameEarly(store, () => wrong.Snapshot.Number, () => wrong.Append("a")));
    }

    [Fact]
    public async Task Readers_read_and_other_writers_wait_while_the_disk_takes_its_time()
    {
        var store = new MemoryStore();
        using var register = Register.Open(store, TestClock.At(2026, 11, 21));
        await Append(register, "a");
        using var disk = new Gate();
        store.NextCommit = disk.Hold;

        var first = Append(register, "b");
        await disk.Reached;
        var second = Append(register, "c");
        var view = new View(register.Snapshot, new(2026, 11, 21));
        Assert.Equal(["a"], view.All<Source>().Select(v => v.Id));
        Assert.False(first.IsCompleted || second.IsCompleted);

        disk.Open();
        Assert.Equal(2, (await first).Entries[0].Number);
        Assert.Equal(3, (await second).Entries[0].Number);
        Assert.Equal(["a"], view.All<Source>().Select(v => v.Id));
        Assert.Equal(["a", "b", "c"], new View(register.Snapshot, new(2026, 11, 21)).All<Source>().Select(v => v.Id));
    }

    [Fact]
    public async Task Closing_waits_for_the_change_that_is_being_written()
    {
        var store = new MemoryStore();
        var register = Register.Open(store, TestClock.At(2026, 11, 21));
        using var disk = new Gate();
        store.NextCommit = disk.Hold;
        var append = Append(register, "a");
        await disk.Reached;
        var closing = Task.Run(register.Dispose);
        Assert.False(append.IsCompleted || closing.IsCompleted);
        disk.Open();
        Assert.Equal(1, (await append).Entries[0].Number);
        await closing;
    }

    private static async Task<string?> WhatCameEarly(MemoryStore store, Func<long> seen, Func<Task> append)
    {
        using var disk = new Gate();
        store.NextCommit = disk.Hold;
        var answer = append();
        await disk.Reached;
        var early = seen() != 0 ? "seen" : answer.IsCompleted ? "answered" : null;
        disk.Open();
        await answer;
        return early;
    }

    private static async Task<Appended.Done> Append(Register register, string id) =>
        Assert.IsType<Appended.Done>(await register.AppendAsync(Change.Of(TestRegister.Set(id, id, 0)), TestRegister.Act));

    private abstract class WrongRegister(MemoryStore store)
    {
        internal Snapshot Snapshot { get; private set; } = Snapshot.Empty;

        internal abstract Task Append(string id);

        protected (Entry Entry, Item Item)[] Row(string id)
        {
            var item = Item.New("""{"why":"w"}"""u8.ToArray());
            return [(Entry.Seal(1, EntryKind.Set, TestRegister.Key(id), 1, TestRegister.Spring, default, "x", item.Hash, Entry.NoPrev), item)];
        }

        protected void Show((Entry, Item)[] row) => Snapshot = Snapshot.With(row);

        protected void Commit((Entry, Item)[] row) => store.Commit(0, _ => new(row, []));
    }

    private sealed class ShowsFirst(MemoryStore store) : WrongRegister(store)
    {
        internal override async Task Append(string id)
        {
            var row = Row(id);
            Show(row);
            await Task.Run(() => Commit(row));
        }
    }

    private sealed class AnswersFirst(MemoryStore store) : WrongRegister(store)
    {
        internal override Task Append(string id)
        {
            var row = Row(id);
            _ = Task.Run(() => { Commit(row); Show(row); });
            return Task.CompletedTask;
        }
    }
}
