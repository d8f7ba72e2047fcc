using System.Collections.Concurrent;
using Kept.Core.Records.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Kept.Core.Workroom;

/// <summary>
/// Writes in a file: those that wait together are made in one transaction, one after the other, and synced once. Each has a savepoint of
/// its own, so that one that fails leaves nothing and harms no other; none is told that it is done before all are on disk.
/// </summary>
internal sealed class GroupedWrites(string path, DbContextOptions<SqliteWorkroom> options, SemaphoreSlim gate)
{
    private const int Most = 128;
    private const string Point = "one_write";
    private readonly ConcurrentQueue<Waiting> _waiting = new();

    /// <summary>Done when it is on disk. Whoever comes through the gate makes all that wait; the others find theirs made.</summary>
    internal async Task Write(Func<WorkroomContext, Task> change, CancellationToken cancel)
    {
        var mine = new Waiting(change, cancel);
        _waiting.Enqueue(mine);
        await gate.WaitAsync(CancellationToken.None);
        try
        {
            // More may wait than one transaction takes, and whoever waited longer goes first.
            while (!mine.Outcome.Task.IsCompleted) await Make();
        }
        finally
        {
            gate.Release();
        }
        await mine.Outcome.Task;
    }

    private async Task Make()
    {
        var batch = new List<Waiting>();
        while (batch.Count < Most && _waiting.TryDequeue(out var next)) batch.Add(next);
        try
        {
            await Make(batch);
        }
        // Nothing of it is on disk, or nobody knows: a connection that may be harmed is not used again.
        catch (Exception fault)
        {
            SqliteFile.Release(path);
            foreach (var waiting in batch) waiting.Outcome.TrySetException(fault);
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
        var made = new List<Waiting>();
        foreach (var waiting in batch)
            if (waiting.Cancel.IsCancellationRequested) waiting.Outcome.TrySetCanceled(waiting.Cancel);
            else if (await Make(waiting, workroom, transaction)) made.Add(waiting);
        await transaction.CommitAsync();
        foreach (var waiting in made) waiting.Outcome.TrySetResult();
    }

    private static async Task<bool> Make(Waiting waiting, SqliteWorkroom workroom, SqliteTransaction transaction)
    {
        transaction.Save(Point);
        workroom.ChangeTracker.Clear();
        try
        {
            await waiting.Change(workroom);
            await workroom.SaveChangesAsync(waiting.Cancel);
        }
        catch (Exception fault)
        {
            // Where the disk is at fault, the file has given up the whole transaction already: then all of it has failed.
            transaction.Rollback(Point);
            waiting.Outcome.TrySetException(fault);
            return false;
        }
        transaction.Release(Point);
        return true;
    }

    private sealed record Waiting(Func<WorkroomContext, Task> Change, CancellationToken Cancel)
    {
        internal TaskCompletionSource Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
