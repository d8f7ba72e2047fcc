using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Kept.Core.Records.Sqlite;

/// <summary>The Register in one SQLite file: WAL, synchronous FULL, one writing connection, checkpoints under the writer's lock.</summary>
public sealed class SqliteStore : IRegisterStore
{
    private const long CheckpointAfter = 1000 * 4096L;
    private readonly string _path;
    private readonly bool _readOnly;
    private SqliteConnection _connection;
    private SqliteInsert? _insert;
    private long _checkpointAt = CheckpointAfter;
    private bool _eraseOwed;
    private bool _inDoubt;

    private SqliteStore(string path, bool readOnly)
    {
        (_path, _readOnly) = (path, readOnly);
        _connection = readOnly ? SqliteFile.OpenToRead(path) : SqliteFile.OpenToWrite(path);
    }

    public string Engine => SqliteFile.Engine;

    internal SqliteConnection Connection => _connection;

    /// <summary>The one writer. Throws <see cref="DatabaseFault"/>.</summary>
    public static SqliteStore Open(string path) => new(path, readOnly: false);

    /// <summary>A reader, which may stand beside a writer in another process. Throws <see cref="DatabaseFault"/>.</summary>
    public static SqliteStore OpenToRead(string path) => new(path, readOnly: true);

    public string? Damage() => SqliteFile.Damage(_connection);

    public IEnumerable<(Entry Entry, Item Item)> Read(long after)
    {
        ReopenWhenInDoubt();
        using var rows = Guard(() => Rows(after));
        for (Entry? last = null; Guard(rows.Step);)
        {
            var row = Next(rows, last);
            last = row.Entry;
            yield return row;
        }
    }

    // A file that is only read may still stand as an older version of Kept left it.
    private SqliteStatement Rows(long after)
    {
        var rows = new SqliteStatement(_connection, SqliteFile.VersionOf(_connection) == 1 ? SqliteRow.SelectFromSchema1 : SqliteRow.Select);
        rows.Bind(1, after);
        return rows;
    }

    private static (Entry Entry, Item Item) Next(SqliteStatement rows, Entry? last)
    {
        try
        {
            return SqliteRow.Of(rows, last);
        }
        catch (Exception e) when (e is OverflowException or ArgumentException)
        {
            throw new FormatException(e.Message, e);
        }
    }

    private T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SqliteException e)
        {
            throw DatabaseFault.Of(_path, e);
        }
    }

    /// <summary>Held while anything is written to the file, here or in the Workroom: one writer, and its checkpoints, at a time.</summary>
    public OneWriter Gate { get; } = new();

    public void Commit(long seen, Func<IReadOnlyList<(Entry Entry, Item Item)>?, Batch> decide)
    {
        using var turn = Gate.Enter();
        Write(decide);
    }

    private void Write(Func<IReadOnlyList<(Entry Entry, Item Item)>?, Batch> decide)
    {
        ReopenWhenInDoubt();
        Batch batch;
        try
        {
            // Immediate: a deferred transaction that reads and then writes cannot be retried.
            SqliteFile.Run(_connection, "begin immediate");
            // One process writes to a file, ever: nobody else can have appended.
            batch = decide(null);
            foreach (var (entry, item) in batch.Rows) Insert(entry, item);
            foreach (var number in batch.Erased) Erase(number);
            batch.Beside?.Invoke(_connection, null, [.. batch.Rows.Select(r => r.Entry)]);
        }
        catch (SqliteException e)
        {
            RollBack();
            throw DatabaseFault.Of(_path, e);
        }
        catch
        {
            RollBack();
            throw;
        }
        if (batch.IsEmpty)
        {
            RollBack();
            return;
        }
        try
        {
            SqliteFile.Run(_connection, "commit");
        }
        catch (SqliteException e)
        {
            _inDoubt = true;
            throw new CommitOutcomeUnknownException("The database failed while it was writing the change to disk.", e);
        }
        _eraseOwed |= batch.Erased.Count > 0;
        Checkpoint(_eraseOwed);
    }

    // Some faults make SQLite roll back by itself; a second rollback would then fail and hide the first fault.
    private void RollBack()
    {
        if (raw.sqlite3_get_autocommit(_connection.Handle) != 0) return;
        try
        {
            SqliteFile.Run(_connection, "rollback");
        }
        catch (SqliteException)
        {
            _inDoubt = true;
        }
    }

    // What a connection says after a failed commit is not what the file says: only a new one knows.
    private void ReopenWhenInDoubt()
    {
        if (!_inDoubt) return;
        _insert?.Dispose();
        _insert = null;
        _connection.Dispose();
        SqliteFile.Release(_path);
        _connection = SqliteFile.OpenToWrite(_path);
        MoveTheLog();
        _inDoubt = false;
    }

    // A sync that failed is not made good by one that succeeds later: the system may have dropped what it could not write, and
    // what is appended behind it would be lost with it. Moved into the database, all of the log is written and synced anew.
    private void MoveTheLog()
    {
        try
        {
            if (SqliteFile.Scalar(_connection, "pragma wal_checkpoint(truncate)") is not 0L) throw DatabaseFault.Locked(_path);
        }
        catch (SqliteException e)
        {
            throw DatabaseFault.Of(_path, e);
        }
    }

    private void Insert(Entry entry, Item item) => (_insert ??= new(_connection)).Add(entry, item);

    private void Erase(long number)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "update item set salt = x'', body = '' where number = $number";
        command.Parameters.AddWithValue("$number", number);
        command.ExecuteNonQuery();
    }

    // The one checkpointer: it runs on the writer's connection under the writer's lock, never beside another (ADR 3). A
    // reader in another process may hold it up: then nobody waits, and it is tried again after a later change.
    private void Checkpoint(bool now)
    {
        var length = new FileInfo(_path + "-wal") is { Exists: true } wal ? wal.Length : 0;
        if (!now && length < _checkpointAt) return;
        var done = false;
        try
        {
            SqliteFile.Run(_connection, "pragma busy_timeout=0");
            done = SqliteFile.Scalar(_connection, "pragma wal_checkpoint(truncate)") is 0L;
            SqliteFile.Run(_connection, "pragma busy_timeout=5000");
        }
        catch (SqliteException)
        {
            // The change is durable in the log; a later checkpoint will move it.
            done = false;
        }
        _checkpointAt = done ? CheckpointAfter : length + CheckpointAfter;
        _eraseOwed &= !done;
    }

    public void Dispose() => Gate.Close(Close);

    private void Close()
    {
        if (_connection.State != System.Data.ConnectionState.Open) return;
        if (!_readOnly && !_inDoubt) Checkpoint(now: true);
        _insert?.Dispose();
        _connection.Dispose();
        SqliteFile.Release(_path);
    }
}
