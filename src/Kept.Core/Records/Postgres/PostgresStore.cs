using Npgsql;

namespace Kept.Core.Records.Postgres;

/// <summary>
/// The Register in a PostgreSQL database that several processes append to, one at a time, each reading what the others
/// appended before it writes (register.md section 4 of the design; ADR 18).
/// </summary>
public sealed class PostgresStore : IRegisterStore
{
    internal const string Channel = "kept_entry";
    // "offset 0" has each item looked up by its key: a plain join is planned for a third of the record, and reads all items for one.
    private const string Rows = """
        select e.number, e.kind, e.record, e.version, e.effective, e.recorded, e."by", e.item, e.prev, e.hash, i.salt, i.body
        from entry e left join lateral (select salt, body from item where hash = e.item offset 0) i on true
        where e.number >= $1 order by e.number
        """;

    private readonly NpgsqlDataSource _sessions;
    private readonly string _named;
    private NpgsqlConnection? _writing;
    private int _writer;

    private PostgresStore(NpgsqlDataSource sessions, string named, string engine) => (_sessions, _named, Engine) = (sessions, named, engine);

    public string Engine { get; }

    /// <summary>Throws <see cref="DatabaseFault"/>.</summary>
    public static PostgresStore Open(string address)
    {
        var (sessions, engine) = PostgresDatabase.Open(address);
        return new(sessions, PostgresDatabase.Named(address), engine);
    }

    public IEnumerable<(Entry Entry, Item Item)> Read(long after)
    {
        using var connection = Guard(_sessions.OpenConnection);
        using var command = new NpgsqlCommand(Rows, connection) { Parameters = { new() { Value = after + 1 } } };
        using var reader = Guard(() => command.ExecuteReader());
        while (Guard(reader.Read)) yield return Guard(() => Row(reader));
    }

    private static (Entry, Item) Row(NpgsqlDataReader r)
    {
        var entry = new Entry(
            r.GetInt64(0), Entry.KindNamed(r.GetString(1)), RecordKey.Parse(r.GetString(2)), r.GetInt32(3), r.GetFieldValue<DateOnly>(4),
            r.GetFieldValue<DateTimeOffset>(5), r.GetString(6), r.GetString(7), r.GetString(8), r.GetString(9));
        return (entry, r.IsDBNull(10) ? new Item("", default, default) : new Item(entry.Item, r.GetFieldValue<byte[]>(10), System.Text.Encoding.UTF8.GetBytes(r.GetString(11))));
    }

    public void Commit(long seen, Func<IReadOnlyList<(Entry Entry, Item Item)>?, Batch> decide)
    {
        NpgsqlTransaction? transaction = null;
        try
        {
            (transaction, var stored) = Guard(() => Begin(seen));
            var batch = decide(stored);
            if (batch.IsEmpty) return;
            Guard(() => Write(transaction, batch));
            batch.Beside?.Invoke(transaction.Connection!, transaction, [.. batch.Rows.Select(r => r.Entry)]);
            Complete(transaction);
        }
        finally
        {
            Abandon(transaction);
        }
    }

    // The session may have been cut since it was last used; the database itself may be well.
    private (NpgsqlTransaction, List<(Entry, Item)>) Begin(long seen)
    {
        if (_writing is { State: System.Data.ConnectionState.Open } kept)
        {
            try
            {
                return Locked(kept, seen);
            }
            catch (Exception e) when (PostgresFault.Is(e) && e is not PostgresException { InvariantSeverity: "ERROR" })
            {
                NpgsqlConnection.ClearPool(kept);
            }
        }
        _writing?.Dispose();
        _writing = _sessions.OpenConnection();
        Volatile.Write(ref _writer, _writing.ProcessID);
        return Locked(_writing, seen);
    }

    private static (NpgsqlTransaction, List<(Entry, Item)>) Locked(NpgsqlConnection session, long seen)
    {
        var transaction = session.BeginTransaction();
        try
        {
            // Two statements, though sent at once: the second sees what was committed while the first waited.
            using var batch = new NpgsqlBatch(session, transaction)
            {
                BatchCommands = { Statement("select pg_advisory_xact_lock($1)", PostgresDatabase.WriteLock), Statement(Rows, seen) },
            };
            using var reader = batch.ExecuteReader();
            reader.NextResult();
            var rows = new List<(Entry, Item)>();
            while (reader.Read()) rows.Add(Row(reader));
            return (transaction, rows);
        }
        catch
        {
            Abandon(transaction);
            throw;
        }
    }

    private static int Write(NpgsqlTransaction transaction, Batch rows)
    {
        var (entries, items) = (rows.Rows.Select(r => r.Entry).ToList(), rows.Rows.Select(r => r.Item).ToList());
        using var batch = new NpgsqlBatch(transaction.Connection, transaction)
        {
            BatchCommands =
            {
                Statement("insert into item (hash, salt, body) select * from unnest($1::text[], $2::bytea[], $3::text[])",
                    items.ConvertAll(i => i.Hash).ToArray(), items.ConvertAll(i => i.Salt.ToArray()).ToArray(), items.ConvertAll(i => System.Text.Encoding.UTF8.GetString(i.Body.Span)).ToArray()),
                Statement(
                    """
                    insert into entry (number, kind, record, version, effective, recorded, "by", item, prev, hash)
                    select * from unnest($1::bigint[], $2::text[], $3::text[], $4::integer[], $5::date[], $6::timestamptz[], $7::text[], $8::text[], $9::text[], $10::text[])
                    """,
                    entries.ConvertAll(e => e.Number).ToArray(), entries.ConvertAll(e => Entry.NameOf(e.Kind)).ToArray(), entries.ConvertAll(e => e.Record.ToString()).ToArray(),
                    entries.ConvertAll(e => e.Version).ToArray(), entries.ConvertAll(e => e.Effective).ToArray(), entries.ConvertAll(e => e.Recorded.UtcDateTime).ToArray(),
                    entries.ConvertAll(e => e.By).ToArray(), entries.ConvertAll(e => e.Item).ToArray(), entries.ConvertAll(e => e.Prev).ToArray(), entries.ConvertAll(e => e.Hash).ToArray()),
                Statement("select pg_notify($1, $2)", Channel, entries[^1].Number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            },
        };
        if (rows.Erased.Count > 0)
            batch.BatchCommands.Add(Statement("update item set salt = '', body = '' where hash in (select item from entry where number = any($1))", rows.Erased.ToArray()));
        return batch.ExecuteNonQuery();
    }

    private static NpgsqlBatchCommand Statement(string sql, params object[] values)
    {
        var statement = new NpgsqlBatchCommand(sql);
        foreach (var value in values) statement.Parameters.Add(new NpgsqlParameter { Value = value });
        return statement;
    }

    private static void Complete(NpgsqlTransaction transaction)
    {
        try
        {
            transaction.Commit();
        }
        // What the server itself refused was rolled back; when it, or a proxy before it, went away in the middle nobody can say.
        catch (Exception e) when (PostgresFault.Is(e) && e is not PostgresException { InvariantSeverity: "ERROR" })
        {
            throw new CommitOutcomeUnknownException("The connection to the database was lost while it was writing the change to disk.", e);
        }
    }

    // A connection that is lost takes its transaction with it.
    private static void Abandon(NpgsqlTransaction? transaction)
    {
        try
        {
            transaction?.Dispose();
        }
        catch (Exception e) when (PostgresFault.Is(e) || e is InvalidOperationException)
        {
            return;
        }
    }

    private T Guard<T>(Func<T> ask)
    {
        try
        {
            return ask();
        }
        catch (Exception e) when (PostgresFault.Is(e))
        {
            throw PostgresFault.Of(_named, e);
        }
        catch (Exception e) when (e is InvalidCastException or InvalidOperationException or OverflowException or ArgumentException)
        {
            throw new FormatException(e.Message, e);
        }
    }

    public IDisposable Follow(Action look) => new PostgresFollower(_sessions, by => by == Volatile.Read(ref _writer), look);

    public void Dispose()
    {
        _writing?.Dispose();
        _sessions.Dispose();
    }
}
