using System.Globalization;
using Kept.Core.Records;
using Kept.Core.Tests.Records;
using Kept.Core.Workroom;
using Kept.Testing;
using Microsoft.EntityFrameworkCore;

namespace Kept.Core.Tests.Workroom;

/// <summary>The private half of the database, beside the Register, on the engine of this run.</summary>
public sealed class WorkroomTests : IDisposable
{
    private readonly TestDatabase _database = new();
    private readonly IRegisterStore _store;
    private readonly Register _register;
    private readonly WorkroomDatabase _workroom;

    public WorkroomTests()
    {
        _store = _database.Open();
        _register = Register.Open(_store, TestClock.At(2026, 11, 21));
        _workroom = _database.Workroom(_store);
    }

    [Fact]
    public async Task What_is_written_is_there_and_the_newest_comes_first()
    {
        await _workroom.Migrate();
        await _workroom.Migrate();
        Assert.True(await _workroom.IsUpToDate());
        foreach (var day in (int[])[1, 3, 2]) await _workroom.Write(w => Add(w, day));
        Assert.Equal([3L, 2, 1], await _workroom.Read(w => w.Backups.OrderByDescending(b => b.Made).Select(b => b.Entry).ToListAsync()));
    }

    [Fact]
    public async Task A_start_that_was_killed_while_it_made_the_tables_does_not_hold_up_the_next_one()
    {
        // PostgreSQL gives the lock back with the session that held it.
        using var database = new TestDatabase(file: true);
        using var store = database.Open();
        var workroom = database.Workroom(store);
        await workroom.Write(w => w.Database.ExecuteSqlRawAsync("""
            CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-21 00:00:00+00:00');
            """));
        await workroom.Ready().WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.True(await workroom.IsUpToDate());
    }

    [Fact]
    public async Task Whoever_writes_while_the_file_is_closed_is_told_and_does_not_wait_for_ever()
    {
        using var database = new TestDatabase(file: true);
        var store = database.Open();
        var workroom = database.Workroom(store);
        await workroom.Ready();
        TaskCompletionSource begun = new(), goOn = new();
        var first = workroom.Write(async w =>
        {
            await Add(w, 1);
            begun.SetResult();
            await goOn.Task;
        });
        await begun.Task;
        var closing = Task.Run(store.Dispose);
        var others = Enumerable.Range(0, 200).Select(n => workroom.Write(w => Add(w, (n % 28) + 1))).ToList();
        goOn.SetResult();
        await Task.WhenAll(first, closing).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        others.Add(workroom.Write(w => Add(w, 2)));

        var outcomes = await Task.WhenAll(others.Select(async w => await Record.ExceptionAsync(() => w))).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.All(outcomes, o => Assert.True(o is null or ObjectDisposedException, o?.ToString()));
        Assert.IsType<ObjectDisposedException>(outcomes[^1]);
        using var again = database.Open();
        Assert.Equal(1 + outcomes.Count(o => o is null), await database.Workroom(again).Read(w => w.Backups.CountAsync()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Statements_that_are_kept_answer_each_with_its_own_however_many_and_inside_one_another(bool writing)
    {
        using var database = new TestDatabase(file: true);
        using var store = database.Open();
        var workroom = database.Workroom(store);
        await workroom.Ready();
        for (var day = 1; day <= 3; day++) await workroom.Write(w => Add(w, day));
        async Task<bool> Look(WorkroomContext w)
        {
            // More than are kept, twice over; each with a value of its own.
            for (var n = 0; n < 200; n++)
            {
                var (least, number) = (n % 3, n % 100);
                Assert.Equal(number, await w.Database.SqlQueryRaw<int>(Saying(number)).SingleAsync());
                Assert.Equal(3 - least, await w.Backups.CountAsync(b => b.Entry > least));
            }
            var outer = 0;
            await foreach (var backup in w.Backups.OrderBy(b => b.Entry).AsAsyncEnumerable())
            {
                Assert.Equal(++outer, backup.Entry);
                Assert.Equal([1L, 2, 3], (await w.Backups.OrderBy(b => b.Entry).ToListAsync()).Select(b => b.Entry));
            }
            Assert.Equal(3, outer);
            return true;
        }
        static string Saying(int number) => FormattableString.Invariant($"select {number} as Value");
        for (var again = 0; again < 2; again++)
            if (writing) await workroom.Write(w => Look(w));
            else Assert.True(await workroom.Read(Look));
    }

    [Fact]
    public async Task Nothing_of_it_is_in_the_record_and_the_record_still_verifies()
    {
        await _workroom.Migrate();
        await _workroom.Write(w => Add(w, 1));
        Assert.Equal(0, _register.Snapshot.Number);
        using var reader = _database.OpenToRead();
        Assert.True(Verification.Of(reader).IsWhole);
    }

    [Fact]
    public async Task A_change_that_fails_half_way_leaves_nothing()
    {
        await _workroom.Migrate();
        await Assert.ThrowsAsync<InvalidOperationException>(() => _workroom.Write(async w =>
        {
            await Add(w, 1);
            throw new InvalidOperationException("half way");
        }));
        Assert.Equal(0, await _workroom.Read(w => w.Backups.CountAsync()));
    }

    [Fact]
    public async Task What_a_change_deletes_by_a_command_of_its_own_is_there_again_when_it_fails()
    {
        await _workroom.Migrate();
        await _workroom.Write(w => Add(w, 1));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _workroom.Write(async w =>
        {
            await w.Backups.ExecuteDeleteAsync();
            throw new InvalidOperationException("after it");
        }));
        Assert.Equal(1, await _workroom.Read(w => w.Backups.CountAsync()));
    }

    [Fact]
    public async Task Both_halves_are_written_at_once_and_neither_is_ever_locked_out()
    {
        await _workroom.Migrate();
        var publishing = Task.WhenAll(Enumerable.Range(0, 4).Select(w => Task.Run(async () =>
        {
            for (var n = 0; n < 25; n++)
                Assert.IsType<Appended.Done>(await _register.AppendAsync(Change.Of(TestRegister.Set(string.Create(CultureInfo.InvariantCulture, $"{w}-{n}"), "words", 0)), TestRegister.Act));
        })));
        var working = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var n = 0; n < 10; n++) await _workroom.Write(w => Add(w, 1));
        })));
        await Task.WhenAll(publishing, working);
        Assert.Equal((100, 40), (_register.Snapshot.Number, await _workroom.Read(w => w.Backups.CountAsync())));
    }

    [Fact]
    public async Task Of_many_that_write_at_once_those_that_fail_leave_nothing_and_harm_no_other()
    {
        // More than one transaction takes; a server of PostgreSQL has so many connections.
        var many = TestDatabase.OnPostgres ? 40 : 300;
        await _workroom.Migrate();
        var writes = Enumerable.Range(0, many).Select(n => Task.Run(() => _workroom.Write(async w =>
        {
            await Add(w, (n % 28) + 1);
            await w.SaveChangesAsync();
            if (n % 10 == 0) throw new InvalidOperationException("this one");
        }))).ToList();
        var outcomes = await Task.WhenAll(writes.Select(async w => await Record.ExceptionAsync(() => w))).WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        Assert.Equal(many / 10, outcomes.Count(o => o is InvalidOperationException));
        Assert.Equal(many * 9 / 10, outcomes.Count(o => o is null));
        Assert.Equal(many * 9 / 10, await _workroom.Read(w => w.Backups.CountAsync()));
    }

    [Fact]
    public async Task Nodes_that_erase_for_the_first_time_at_once_all_do_and_note_it_once()
    {
        await _workroom.Migrate();
        var now = TestClock.At(2026, 11, 21).GetUtcNow();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Retention.Run(_workroom, now, TestContext.Current.CancellationToken))));
        Assert.Equal(Retention.Rules.Count, await _workroom.Read(w => w.RetentionRuns.CountAsync(r => r.At == now)));
    }

    [Fact]
    public async Task On_a_file_its_connections_sync_every_commit_and_never_checkpoint()
    {
        if (TestDatabase.OnPostgres) return;
        await _workroom.Migrate();
        Assert.Equal((2L, 0L), (await Pragma("synchronous"), await Pragma("wal_autocheckpoint")));
    }

    [Fact]
    public async Task The_model_and_its_migrations_agree() => Assert.False(await _workroom.Read(w => Task.FromResult(w.Database.HasPendingModelChanges())));

    private Task<long> Pragma(string name) => _workroom.Read(async w =>
    {
        await w.Database.OpenConnectionAsync();
        await using var command = w.Database.GetDbConnection().CreateCommand();
        command.CommandText = "pragma " + name;
        return (long)(await command.ExecuteScalarAsync())!;
    });

    private static async Task Add(WorkroomContext workroom, int day) =>
        await workroom.Backups.AddAsync(new BackupMade { Made = new(2026, 11, day, 12, 0, 0, TimeSpan.Zero), Entry = day, Hash = new string('a', 64), Bytes = 1 });

    public void Dispose()
    {
        _register.Dispose();
        _database.Dispose();
    }
}
