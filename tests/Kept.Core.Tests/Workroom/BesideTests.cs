using Kept.Core.Foundation;
using Kept.Core.Organisations;
using Kept.Core.Records;
using Kept.Core.Workroom;
using Kept.Testing;
using Microsoft.EntityFrameworkCore;

namespace Kept.Core.Tests.Workroom;

/// <summary>Rows of the private half that are written with a change to the record: both, or neither.</summary>
public sealed class BesideTests : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2026, 11, 1);
    private readonly TestDatabase _database = new();
    private readonly Register _register;
    private readonly WorkroomDatabase _workroom;

    public BesideTests()
    {
        var store = _database.Open();
        _register = Register.Open(store, TestClock.At(2026, 11, 21));
        _workroom = _database.Workroom(store);
    }

    public async ValueTask InitializeAsync() => await _workroom.Migrate();

    [Fact]
    public async Task Both_are_there_afterwards_and_the_row_knows_the_entry()
    {
        var done = Assert.IsType<Appended.Done>(await Append("a", Noting));
        Assert.Equal((1L, "A"), (done.Snapshot.Number, (await Rows()).Single().Hash));
        Assert.Equal(1, (await Rows()).Single().Entry);
    }

    [Fact]
    public async Task A_refusal_beside_a_change_leaves_neither_and_harms_nobody_else()
    {
        var refused = Append("a", WorkroomDatabase.Beside((_, _) => new("Not this one.")));
        var others = Enumerable.Range(0, 20).Select(n => Append("x" + n, null)).ToList();
        Assert.Equal("Not this one.", Assert.IsType<Appended.Refused>(await refused).Why.Single().What);
        Assert.All(await Task.WhenAll(others), o => Assert.IsType<Appended.Done>(o));
        Assert.Equal(20, _register.Snapshot.Number);
        Assert.Null(_register.Trouble);
        Assert.Empty(await Rows());
    }

    [Fact]
    public async Task A_fault_beside_a_change_leaves_neither_and_the_next_change_goes_on()
    {
        await Assert.ThrowsAnyAsync<Exception>(() => Append("a", WorkroomDatabase.Beside((w, _) =>
        {
            w.Backups.Add(new() { Made = default, Entry = 1, Hash = "half", Bytes = 0 });
            w.SaveChanges();
            throw new InvalidOperationException("half way");
        })));
        Assert.Equal(0, _register.Snapshot.Number);
        Assert.Empty(await Rows());
        Assert.IsType<Appended.Done>(await Append("a", Noting));
        Assert.Single(await Rows());
    }

    [Fact]
    public async Task A_change_the_record_refuses_writes_nothing_beside_it()
    {
        await Append("a", Noting);
        Assert.IsType<Appended.Refused>(await Append("a", Noting));
        Assert.Single(await Rows());
    }

    private static Beside Noting => WorkroomDatabase.Beside((w, entries) =>
    {
        w.Backups.Add(new() { Made = TestClock.At(2026, 11, 21).GetUtcNow(), Entry = entries[0].Number, Hash = entries[0].Record.Id.ToUpperInvariant(), Bytes = 1 });
        return null;
    });

    private Task<Appended> Append(string id, Beside? beside) =>
        _register.AppendAsync(Change.Of(Write.Set(id, Day, new Organisation { Name = id, Type = "public body" }, 0)), Act.Operator("For a test.", "test"), beside);

    private Task<List<BackupMade>> Rows() => _workroom.Read(w => w.Backups.ToListAsync());

    public ValueTask DisposeAsync()
    {
        _register.Dispose();
        _database.Dispose();
        return ValueTask.CompletedTask;
    }
}
