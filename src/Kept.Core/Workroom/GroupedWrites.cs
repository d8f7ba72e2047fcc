using System.Collections.Concurrent;
using Kept.Core.Records.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Kept.Core.Workroom;

/// <summary>
/// Writes in a file: those that wait together are made in one transaction, one after the other, and synced once. Each has a savepoint of
/// its own, so that one that fails leaves nothing and harms no other; none is told that it is done before all are on disk.
/// </summary>
internal sealed class GroupedWrites(string path, DbContextOptions<SqliteWorkroom> options, OneWriter gate)
{
    private const int Most = 128;
    private readonly ConcurrentQueue<Waiting> _waiting = new();
    private int _working;

    /// <summary>Done when it is on disk.</summary>
    internal Task Write(Func<WorkroomContext, Task> change, CancellationToken cancel)
    {
        var mine = new Waiting(change, cancel);
        _waiting.Enqueue(mine);
        if (Interlocked.Exchange(ref _working, 1) == 0) _ = Task.Run(MakeAll, CancellationToken.None);
        return mine.Outcome.Task;
    }

    // One at a time makes what waits. The gate is given back between two transactions: others write to the file too.
    private async Task MakeAll()
    {
        do
        {
            while (!_waiting.IsEmpty) await Make();
            Volatile.Write(ref _working, 0);
        }
        // Whoever came after the last look, and before that was said, found somebody at work.
        while (!_waiting.IsEmpty && Interlocked.Exchange(ref _working, 1) == 0);
    }

    private async Task Make()
    {
        var batch = new List<Waiting>();
        try
        {
            using var turn = await gate.EnterAsync();
            Take(batch);
            await MakeOrForget(batch);
        }
        catch (Exception fault)
        {
            // Where the file was closed nobody had been taken yet.
            if (batch.Count == 0) Take(batch);
            foreach (var waiting in batch) waiting.Fault ??= fault;
        }
        foreach (var waiting in batch) waiting.Tell();
    }

    private void Take(List<Waiting> batch)
    {
        while (batch.Count < Most && _waiting.TryDequeue(out var next)) batch.Add(next);
    }

    // Nothing of it is on disk, or nobody knows: a connection that may be harmed is not used again.
    private async Task MakeOrForget(List<Waiting> batch)
    {
        try
        {
            await Make(batch);
        }
        catch
        {
            SqliteFile.Release(path);
            throw;
        }
    }

    private async Task Make(List<Waiting> batch)
    {
        await using var connection = new SqliteConnection(SqliteFile.Address(path));
        await connection.OpenAsync();
        SqliteFile.Settle(connection);
        await using var transaction = connection.BeginTransaction(deferred: false);
        await using var workroom = new SqliteWorkroom(options);
        workroom.Database.SetDbConnection(connection);
        workroom.Database.AutoSavepointsEnabled = false;
        await workroom.Database.UseTransactionAsync(transaction);
        await using var begin = Command(connection, transaction, "SAVEPOINT one_write");
        await using var end = Command(connection, transaction, "RELEASE one_write");
        await using var undo = Command(connection, transaction, "ROLLBACK TO one_write");
        foreach (var waiting in batch)
        {
            begin.ExecuteNonQuery();
            waiting.Fault = await Make(waiting, workroom);
            // Where the disk is at fault, the file has given up the whole transaction already: then all of it has failed.
            (waiting.Fault is null ? end : undo).ExecuteNonQuery();
        }
        await transaction.CommitAsync();
    }

    private static SqliteCommand Command(SqliteConnection connection, SqliteTransaction transaction, string text) => new(text, connection, transaction);

    private static async Task<Exception?> Make(Waiting waiting, SqliteWorkroom workroom)
    {
        workroom.ChangeTracker.Clear();
        try
        {
            waiting.Cancel.ThrowIfCancellationRequested();
            await waiting.Change(workroom);
            await workroom.SaveChangesAsync(waiting.Cancel);
            return null;
        }
        catch (Exception fault)
        {
            return fault;
        }
    }

    private sealed record Waiting(Func<WorkroomContext, Task> Change, CancellationToken Cancel)
    {
        internal TaskCompletionSource Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal Exception? Fault { get; set; }

        internal void Tell()
        {
            if (Fault is OperationCanceledException && Cancel.IsCancellationRequested) Outcome.TrySetCanceled(Cancel);
            else if (Fault is { } fault) Outcome.TrySetException(fault);
            else Outcome.TrySetResult();
        }
    }
}
