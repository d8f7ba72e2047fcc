using Npgsql;

namespace Kept.Core.Records.Postgres;

/// <summary>
/// The Register in a PostgreSQL database that several processes append to, one at a time, each reading what the others
/// appended before it writes (register.md section 4 of the design; ADR 18).
/// </summary>
public sealed class PostgresStore : IRegisterStore
{
    internal const string Channel = "kept_entry";
    private readonly NpgsqlDataSource _sessions;
    private readonly string _named;

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
        using var command = From(connection, after + 1);
        using var reader = Guard(() => command.ExecuteReader());
        while (Guard(reader.Read)) yield return Guard(() => Row(reader));
    }

    private static NpgsqlCommand From(NpgsqlConnection connection, long number) => new(
        """
        select e.number, e.kind, e.record, e.version, e.effective, e.recorded, e."by", e.item, e.prev, e.hash, i.salt, i.body
        from entry e left join item i on i.hash = e.item where e.number >= $1 order by e.number
        """, connection)
    {
        Parameters = { new() { Value = number } },
    };

    private static (Entry, Item) Row(NpgsqlDataReader r)
    {
        var entry = new Entry(
            r.GetInt64(0), Entry.KindNamed(r.GetString(1)), RecordKey.Parse(r.GetString(2)), r.GetInt32(3), r.GetFieldValue<DateOnly>(4),
            r.GetFieldValue<DateTimeOffset>(5), r.GetString(6), r.GetString(7), r.GetString(8), r.GetString(9));
        return (entry, r.IsDBNull(10) ? new Item("", default, default) : new Item(entry.Item, r.GetFieldValue<byte[]>(10), System.Text.Encoding.UTF8.GetBytes(r.GetString(11))));
    }

    public void Commit(long seen, Func<IReadOnlyList<(Entry Entry, Item Item)>?, Batch> decide)
    {
        using var connection = Guard(Fresh);
        NpgsqlTransaction? transaction = null;
        try
        {
            transaction = Guard(connection.BeginTransaction);
            // In a statement of its own: the reading after it then sees what was committed while it waited.
            Guard(() => Run(connection, "select pg_advisory_xact_lock($1)", PostgresDatabase.WriteLock));
            var batch = decide(Guard(() => Stored(connection, seen)));
            if (batch.IsEmpty) return;
            Guard(() => Write(connection, batch));
            Complete(transaction);
        }
        finally
        {
            Abandon(transaction);
        }
    }

    // A session from the pool may have been cut since it was last used; the database itself may be well.
    private NpgsqlConnection Fresh()
    {
        var connection = _sessions.OpenConnection();
        try
        {
            Run(connection, "select 1");
            return connection;
        }
        catch (Exception e) when (PostgresFault.Is(e))
        {
            connection.Dispose();
            NpgsqlConnection.ClearPool(connection);
            return _sessions.OpenConnection();
        }
    }

    private static List<(Entry, Item)> Stored(NpgsqlConnection connection, long seen)
    {
        using var command = From(connection, seen);
        using var reader = command.ExecuteReader();
        var rows = new List<(Entry, Item)>();
        while (reader.Read()) rows.Add(Row(reader));
        return rows;
    }

    private static int Write(NpgsqlConnection connection, Batch batch)
    {
        var (entries, items) = (batch.Rows.Select(r => r.Entry).ToList(), batch.Rows.Select(r => r.Item).ToList());
        Run(connection, "insert into item (hash, salt, body) select * from unnest($1::text[], $2::bytea[], $3::text[])",
            items.ConvertAll(i => i.Hash).ToArray(), items.ConvertAll(i => i.Salt.ToArray()).ToArray(), items.ConvertAll(i => System.Text.Encoding.UTF8.GetString(i.Body.Span)).ToArray());
        Run(connection,
            """
            insert into entry (number, kind, record, version, effective, recorded, "by", item, prev, hash)
            select * from unnest($1::bigint[], $2::text[], $3::text[], $4::integer[], $5::date[], $6::timestamptz[], $7::text[], $8::text[], $9::text[], $10::text[])
            """,
            entries.ConvertAll(e => e.Number).ToArray(), entries.ConvertAll(e => Entry.NameOf(e.Kind)).ToArray(), entries.ConvertAll(e => e.Record.ToString()).ToArray(),
            entries.ConvertAll(e => e.Version).ToArray(), entries.ConvertAll(e => e.Effective).ToArray(), entries.ConvertAll(e => e.Recorded.UtcDateTime).ToArray(),
            entries.ConvertAll(e => e.By).ToArray(), entries.ConvertAll(e => e.Item).ToArray(), entries.ConvertAll(e => e.Prev).ToArray(), entries.ConvertAll(e => e.Hash).ToArray());
        if (batch.Erased.Count > 0)
            Run(connection, "update item set salt = '', body = '' where hash in (select item from entry where number = any($1))", batch.Erased.ToArray());
        return Run(connection, "select pg_notify($1, $2)", Channel, entries[^1].Number.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static int Run(NpgsqlConnection connection, string sql, params object[] values)
    {
        using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command.ExecuteNonQuery();
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

    public IDisposable Follow(Action look) => new PostgresFollower(_sessions, look);

    public void Dispose() => _sessions.Dispose();
}
