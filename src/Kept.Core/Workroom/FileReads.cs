using System.Collections.Concurrent;
using Kept.Core.Records.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Kept.Core.Workroom;

/// <summary>Reads in a file, through connections that are kept for the next who reads until the file is closed.</summary>
internal sealed class FileReads
{
    // Each keeps its statements; what is read is short, so that few are ever in use at once.
    private const int Most = 8;
    private readonly string _path;
    private readonly DbContextOptions<SqliteWorkroom> _options;
    private readonly ConcurrentBag<FileConnection> _idle = [];
    private volatile bool _closed;

    internal FileReads(string path, DbContextOptions<SqliteWorkroom> options, OneWriter gate)
    {
        (_path, _options) = (path, options);
        gate.Closing += Close;
    }

    /// <summary>What is read is not tracked. A connection on which a read failed is not used again.</summary>
    internal async Task<T> Read<T>(Func<WorkroomContext, Task<T>> read)
    {
        var connection = _idle.TryTake(out var idle) ? idle : new(_path, _options);
        var whole = false;
        try
        {
            connection.Workroom.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
            var found = await read(connection.Workroom);
            connection.Workroom.ChangeTracker.Clear();
            whole = true;
            return found;
        }
        finally
        {
            Return(connection, whole);
        }
    }

    private void Return(FileConnection connection, bool whole)
    {
        if (!whole || _idle.Count >= Most)
        {
            connection.Dispose();
            return;
        }
        _idle.Add(connection);
        // Closed in this very moment: nobody would close it any more.
        if (_closed) Drain();
    }

    private void Close()
    {
        _closed = true;
        Drain();
    }

    private void Drain()
    {
        while (_idle.TryTake(out var connection)) connection.Dispose();
    }
}
