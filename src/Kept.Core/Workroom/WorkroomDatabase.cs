using System.Data.Common;
using Kept.Core.Foundation;
using Kept.Core.Records;
using Kept.Core.Records.Postgres;
using Kept.Core.Records.Sqlite;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Kept.Core.Workroom;

/// <summary>
/// Opens the Workroom beside the Register. On SQLite every write holds the Register's own gate, so that one writer at a time,
/// and never a second checkpointer, touches the file.
/// </summary>
public sealed class WorkroomDatabase
{
    private const string Migrations = "Kept.Migrations", History = "work_migration";

    /// <summary>What the library of accounts asks for when it makes its tables: the third shape of them, which holds passkeys.</summary>
    public static IServiceProvider Identity { get; } =
        new ServiceCollection().Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3).BuildServiceProvider();

    private readonly Func<OneWriter?, WorkroomContext> _open;
    private readonly Func<WorkroomContext>? _pooled;
    private readonly OneWriter? _gate;
    private readonly GroupedWrites? _grouped;
    private readonly FileReads? _reads;
    private readonly Lock _starting = new();
    private Task? _ready;

    // In a file.
    private WorkroomDatabase(string path, DbContextOptions<SqliteWorkroom> options, OneWriter gate) =>
        (_open, _gate, _grouped, _reads) = (held => new SqliteWorkroom(options) { Gate = held }, gate, new(path, options, gate), new(path, options, gate));

    private WorkroomDatabase(DbContextOptions<PostgresWorkroom> options) =>
        (_open, _pooled) = (_ => new PostgresWorkroom(options), new PooledDbContextFactory<PostgresWorkroom>(options).CreateDbContext);

    /// <summary>In the file of a Register that this process writes to; <paramref name="gate"/> is that store's.</summary>
    public static WorkroomDatabase InFile(string path, OneWriter gate)
    {
        var options = new DbContextOptionsBuilder<SqliteWorkroom>()
            .UseSqlite(SqliteFile.Address(path), o => o.MigrationsAssembly(Migrations).MigrationsHistoryTable(History))
            .UseApplicationServiceProvider(Identity).AddInterceptors(new SameSettings()).Options;
        return new(path, options, gate);
    }

    public static WorkroomDatabase InPostgres(string address)
    {
        var options = new DbContextOptionsBuilder<PostgresWorkroom>()
            .UseNpgsql(PostgresDatabase.PlainSessionAddress(address), o => o.MigrationsAssembly(Migrations).MigrationsHistoryTable(History))
            .UseApplicationServiceProvider(Identity).Options;
        return new(options);
    }

    /// <summary>Brings its tables up to date. Several nodes may do so at once.</summary>
    public Task Migrate(CancellationToken cancel = default) => WriteAlone(
        async w =>
        {
            // The library marks in the file that it is at work, and waits for ever for the mark of one that was killed. Who holds the gate is alone.
            if (_gate is not null) await w.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancel);
            await w.Database.MigrateAsync(cancel);
        },
        cancel);

    /// <summary>Once it can be used: the first who asks brings its tables up to date, the others wait for that. What failed is tried again by the next.</summary>
    public Task Ready()
    {
        lock (_starting)
        {
            return _ready is null or { IsFaulted: true } or { IsCanceled: true } ? _ready = Migrate() : _ready;
        }
    }

    /// <summary>A context for a library that reads and saves by itself: each save of it holds the gate. It must be <see cref="Ready"/>.</summary>
    public WorkroomContext Open() => _open(_gate);

    /// <summary>Whether every migration this version of Kept brings was applied.</summary>
    public Task<bool> IsUpToDate() => Read(async w => !(await w.Database.GetPendingMigrationsAsync()).Any());

    /// <summary>Reads; what is read is not tracked.</summary>
    public Task<T> Read<T>(Func<WorkroomContext, Task<T>> read) => _reads is { } file ? file.Read(read) : ReadWhole(read);

    private async Task<T> ReadWhole<T>(Func<WorkroomContext, Task<T>> read)
    {
        await using var workroom = _pooled!();
        workroom.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return await read(workroom);
    }

    /// <summary>Changes, then saves: all of it, or nothing.</summary>
    public Task Write(Func<WorkroomContext, Task> change, CancellationToken cancel = default) => _grouped is { } file ? file.Write(change, cancel) : WriteWhole(change, cancel);

    // What fails undoes the whole: a savepoint before each save would only be another way to the server and back.
    private async Task WriteWhole(Func<WorkroomContext, Task> change, CancellationToken cancel)
    {
        await using var workroom = _pooled!();
        workroom.Database.AutoSavepointsEnabled = false;
        await using var transaction = await workroom.Database.BeginTransactionAsync(cancel);
        await change(workroom);
        await workroom.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task WriteAlone(Func<WorkroomContext, Task> change, CancellationToken cancel)
    {
        using var turn = _gate is null ? null : await _gate.EnterAsync(cancel);
        await using var workroom = _open(null);
        await change(workroom);
        await workroom.SaveChangesAsync(cancel);
    }

    /// <summary>
    /// Changes rows in the transaction of a change to the record, and saves. A refusal, or a row that somebody else changed
    /// meanwhile, refuses the whole.
    /// </summary>
    public static Beside Beside(Func<WorkroomContext, IReadOnlyList<Entry>, Refusal?> change) => (connection, transaction, entries) =>
    {
        using var workroom = Over(connection);
        // The writer has begun a transaction of its own, and ends it.
        workroom.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        if (transaction is not null) workroom.Database.UseTransaction(transaction);
        if (change(workroom, entries) is { } refusal) throw new BesideRefusedException(refusal);
        try
        {
            workroom.SaveChanges();
        }
        catch (DbUpdateConcurrencyException e)
        {
            throw new BesideRefusedException("Somebody else changed this a moment ago. Nothing was written. Look at it as it stands now, then decide again.", e);
        }
    };

    private static WorkroomContext Over(DbConnection connection) => connection is Npgsql.NpgsqlConnection
        ? new PostgresWorkroom(new DbContextOptionsBuilder<PostgresWorkroom>().UseNpgsql(connection).UseApplicationServiceProvider(Identity).Options)
        : new SqliteWorkroom(new DbContextOptionsBuilder<SqliteWorkroom>().UseSqlite(connection).UseApplicationServiceProvider(Identity).Options);

    // The settings of every connection to the file are the Register's own: nobody else checkpoints, every commit is synced.
    private sealed class SameSettings : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => SqliteFile.Settle((Microsoft.Data.Sqlite.SqliteConnection)connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}
