using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Kept.Core.Records.Sqlite;

/// <summary>The Register in one SQLite file: WAL, synchronous FULL, one writing connection, checkpoints under the writer's lock.</summary>
public sealed class SqliteStore : IRegisterStore
{
    private const int CheckpointAfterPages = 1000;
    private readonly string _path;
    private readonly SqliteConnection _connection;
    private readonly bool _readOnly;

    private SqliteStore(string path, bool readOnly)
    {
        (_path, _readOnly) = (path, readOnly);
        _connection = readOnly ? SqliteFile.OpenToRead(path) : SqliteFile.OpenToWrite(path);
        Engine = SqliteFile.EngineOf(_connection);
    }

    public string Engine { get; }

    /// <summary>The one writer. Throws <see cref="DatabaseFault"/>.</summary>
    public static SqliteStore Open(string path) => new(path, readOnly: false);

    /// <summary>A reader, which may stand beside a writer in another process. Throws <see cref="DatabaseFault"/>.</summary>
    public static SqliteStore OpenToRead(string path) => new(path, readOnly: true);

    public IEnumerable<(Entry Entry, Item Item)> Read(long after)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = """
            select e.number, e.kind, e.record, e.version, e.effective, e.recorded, e."by", e.item, e.prev, e.hash, i.salt, i.body
            from entry e left join item i on i.hash = e.item where e.number > $after order by e.number
            """;
        command.Parameters.AddWithValue("$after", after);
        using var reader = command.ExecuteReader();
        while (reader.Read()) yield return Row(reader);
    }

    private static (Entry, Item) Row(SqliteDataReader r)
    {
        var entry = new Entry(
            r.GetInt64(0), Entry.KindNamed(r.GetString(1)), RecordKey.Parse(r.GetString(2)), r.GetInt32(3),
            DateOnly.ParseExact(r.GetString(4), "yyyy-MM-dd", CultureInfo.InvariantCulture), Instant(r.GetString(5)),
            r.GetString(6), r.GetString(7), r.GetString(8), r.GetString(9));
        return (entry, r.IsDBNull(10) ? new Item("", default, default) : new Item(entry.Item, r.GetFieldValue<byte[]>(10), r.GetFieldValue<byte[]>(11)));
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.ParseExact(
        text, "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    public void Commit(IReadOnlyList<(Entry Entry, Item Item)> appended, IReadOnlyList<long> erased)
    {
        try
        {
            // Immediate: a deferred transaction that reads and then writes cannot be retried.
            using var transaction = _connection.BeginTransaction(deferred: false);
            foreach (var (entry, item) in appended) Insert(transaction, entry, item);
            foreach (var number in erased) Erase(transaction, number);
            try
            {
                transaction.Commit();
            }
            catch (SqliteException e)
            {
                throw new CommitOutcomeUnknownException("The database failed while it was writing the change to disk.", e);
            }
        }
        catch (SqliteException e)
        {
            throw DatabaseFault.Of(_path, e);
        }
        Checkpoint(everything: erased.Count > 0);
    }

    private void Insert(SqliteTransaction transaction, Entry entry, Item item)
    {
        using var command = _connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = """
            insert into item (hash, salt, body) values ($item, $salt, $body);
            insert into entry (number, kind, record, version, effective, recorded, "by", item, prev, hash)
            values ($number, $kind, $record, $version, $effective, $recorded, $by, $item, $prev, $hash);
            """;
        command.Parameters.AddWithValue("$item", item.Hash);
        command.Parameters.AddWithValue("$salt", item.Salt.ToArray());
        command.Parameters.AddWithValue("$body", System.Text.Encoding.UTF8.GetString(item.Body.Span));
        command.Parameters.AddWithValue("$number", entry.Number);
        command.Parameters.AddWithValue("$kind", Entry.NameOf(entry.Kind));
        command.Parameters.AddWithValue("$record", entry.Record.ToString());
        command.Parameters.AddWithValue("$version", entry.Version);
        command.Parameters.AddWithValue("$effective", entry.Effective.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        command.Parameters.AddWithValue("$recorded", Entry.Instant(entry.Recorded));
        command.Parameters.AddWithValue("$by", entry.By);
        command.Parameters.AddWithValue("$prev", entry.Prev);
        command.Parameters.AddWithValue("$hash", entry.Hash);
        command.ExecuteNonQuery();
    }

    private void Erase(SqliteTransaction transaction, long number)
    {
        using var command = _connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "update item set salt = x'', body = '' where hash = (select item from entry where number = $number)";
        command.Parameters.AddWithValue("$number", number);
        command.ExecuteNonQuery();
    }

    // The one checkpointer: it runs on the writer's connection under the writer's lock, never beside another (ADR 3).
    private void Checkpoint(bool everything)
    {
        try
        {
            var wal = new FileInfo(_path + "-wal");
            if (everything || (wal.Exists && wal.Length > CheckpointAfterPages * 4096L))
                SqliteFile.Run(_connection, "pragma wal_checkpoint(truncate)");
        }
        catch (SqliteException)
        {
            // The change is durable in the log; the next checkpoint will move it.
            return;
        }
    }

    public void Dispose()
    {
        if (!_readOnly) Checkpoint(everything: true);
        _connection.Dispose();
    }
}
