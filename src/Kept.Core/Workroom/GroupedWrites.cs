using System.Collections.Concurrent;
using Kept.Core.Records.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Kept.Core.Workroom;

/// <summary>
/// Writes in a file: those that wait together are made in one transaction, one after the other, and synced once. Each has a savepoint of
/// its own, so that one that fails leaves nothing and harms no other; none is told that it is done before all are on disk.
/// </summary>
internal sealed class GroupedWrites
{
    private const int Most = 128;
    private readonly string _path;
    private readonly DbContextOptions<SqliteWorkroom> _options;
    private readonly OneWriter _gate;
    private readonly ConcurrentQueue<Waiting> _waiting = new();
    private int _working;
    private WritingConnection? _open;

    internal GroupedWrites(string path, DbContextOptions<SqliteWorkroom> options, OneWriter gate)
    {
        (_path, _options, _gate) = (path, options, gate);
        gate.Closing += Close;
    }

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
            using var turn = await _gate.EnterAsync();
            Take(batch);
            await MakeOrClose(batch);
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
    private async Task MakeOrClose(List<Waiting> batch)
    {
        try
        {
            await Make(batch, _open ??= new(_path, _options));
        }
        catch
        {
            Close();
            SqliteFile.Release(_path);
            throw;
        }
    }

    private static async Task Make(List<Waiting> batch, WritingConnection open)
    {
        await using var transaction = await open.Begin();
        foreach (var waiting in batch)
        {
            open.Mark();
            waiting.Fault = await Make(waiting, open.Workroom);
            // Where the disk is at fault, the file has given up the whole transaction already: then all of it has failed.
            open.Settle(keep: waiting.Fault is null);
        }
        open.Workroom.ChangeTracker.Clear();
        await transaction.CommitAsync();
        await open.Workroom.Database.UseTransactionAsync(null);
    }

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

    private void Close()
    {
        _open?.Dispose();
        _open = null;
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
