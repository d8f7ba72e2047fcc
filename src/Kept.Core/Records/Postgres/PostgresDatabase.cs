using System.Globalization;
using Npgsql;

namespace Kept.Core.Records.Postgres;

/// <summary>
/// Opens a PostgreSQL database: every session has the same settings, and the schema is brought up to date by numbered scripts
/// under a lock, so that several nodes may start at once.
/// </summary>
public static class PostgresDatabase
{
    /// <summary>The newest schema this version of Kept knows; kept in the table <c>kept</c>.</summary>
    public const int Schema = 1;

    private const int OldestServer = 15;

    /// <summary>Any number, the same for every version of Kept: whoever holds it changes the schema or appends.</summary>
    internal const long WriteLock = 0x4B657074;

    /// <summary>Whether a text names a PostgreSQL database rather than a file.</summary>
    public static bool IsNamedBy(string database) => database.Contains('=', StringComparison.Ordinal) || database.StartsWith("postgres", StringComparison.Ordinal);

    /// <summary>The sessions of one database, its schema up to date. Throws <see cref="DatabaseFault"/> in words for people.</summary>
    public static (NpgsqlDataSource Sessions, string Engine) Open(string address)
    {
        var sessions = NpgsqlDataSource.Create(SessionAddress(address));
        try
        {
            using var connection = sessions.OpenConnection();
            if (connection.PostgreSqlVersion.Major < OldestServer) throw PostgresFault.Older(Named(address), connection.PostgreSqlVersion, OldestServer);
            if (Text(connection, "show server_encoding") is not "UTF8" and var encoding) throw PostgresFault.NotUtf8(Named(address), encoding);
            Upgrade(connection, address);
            return (sessions, $"PostgreSQL {connection.PostgreSqlVersion}");
        }
        catch (Exception e)
        {
            sessions.Dispose();
            if (PostgresFault.Is(e)) throw PostgresFault.Of(Named(address), e);
            throw;
        }
    }

    /// <summary>The schema a database has before it is opened to write; 0 for an empty one. Throws <see cref="DatabaseFault"/>.</summary>
    public static int SchemaOf(string address)
    {
        try
        {
            using var connection = new NpgsqlConnection(SessionAddress(address));
            connection.Open();
            return Text(connection, "select to_regclass('kept')::text") is null ? 0
                : int.Parse(Text(connection, "select coalesce(max(schema), 0)::text from kept")!, CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (PostgresFault.Is(e))
        {
            throw PostgresFault.Of(Named(address), e);
        }
    }

    /// <summary>A database as people name it, without its password.</summary>
    public static string Named(string address)
    {
        var settings = Settings(address);
        return string.Create(CultureInfo.InvariantCulture, $"{settings.Database ?? settings.Username} on {settings.Host}:{settings.Port}");
    }

    /// <summary>The address with the settings that every session has, whoever opens it.</summary>
    internal static string SessionAddress(string address)
    {
        var settings = Settings(address);
        settings.ApplicationName ??= "kept";
        settings.Options = string.Join(' ', ((string?[])[settings.Options,
            "-c synchronous_commit=on", "-c idle_in_transaction_session_timeout=15s", "-c lock_timeout=10s", "-c statement_timeout=10min", "-c timezone=UTC"]).OfType<string>());
        if (settings.Timeout == 15) settings.Timeout = 5;
        if (settings.KeepAlive == 0) settings.KeepAlive = 10;
        settings.MaxAutoPrepare = Math.Max(settings.MaxAutoPrepare, 64);
        return settings.ToString();
    }

    /// <summary>The same for those who leave nothing behind in a session, so that it need not be cleared before the next one has it.</summary>
    internal static string PlainSessionAddress(string address) => new NpgsqlConnectionStringBuilder(SessionAddress(address)) { NoResetOnClose = true }.ToString();

    private static NpgsqlConnectionStringBuilder Settings(string address)
    {
        try
        {
            return address.StartsWith("postgres", StringComparison.Ordinal) ? FromAddress(new Uri(address)) : new NpgsqlConnectionStringBuilder(address);
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw PostgresFault.Unreadable(e);
        }
    }

    private static NpgsqlConnectionStringBuilder FromAddress(Uri address)
    {
        var who = address.UserInfo.Split(':', 2);
        var settings = new NpgsqlConnectionStringBuilder { Host = address.Host, Port = address.Port > 0 ? address.Port : 5432, Database = address.AbsolutePath.Trim('/') };
        if (who[0].Length > 0) settings.Username = Uri.UnescapeDataString(who[0]);
        if (who.Length > 1) settings.Password = Uri.UnescapeDataString(who[1]);
        foreach (var pair in address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)))
            settings[Uri.UnescapeDataString(pair[0])] = Uri.UnescapeDataString(pair.ElementAtOrDefault(1) ?? "");
        return settings;
    }

    private static void Upgrade(NpgsqlConnection connection, string address)
    {
        using var transaction = connection.BeginTransaction();
        Run(connection, $"select pg_advisory_xact_lock({WriteLock.ToString(CultureInfo.InvariantCulture)})");
        Run(connection, "create table if not exists kept (schema integer not null)");
        var found = int.Parse(Text(connection, "select coalesce(max(schema), 0)::text from kept") ?? "0", CultureInfo.InvariantCulture);
        if (found > Schema) throw DatabaseFault.Newer(Named(address), found, Schema);
        if (found == 0 && Text(connection, "select 'x' from information_schema.tables where table_schema = current_schema() and table_name in ('entry', 'item')") is not null)
            throw DatabaseFault.Damaged(Named(address), "its tables are not those of Kept");
        for (var version = found + 1; version <= Schema; version++)
        {
            Run(connection, Script(version));
            Run(connection, "delete from kept");
            Run(connection, $"insert into kept values ({version.ToString(CultureInfo.InvariantCulture)})");
        }
        transaction.Commit();
    }

    private static string Script(int version)
    {
        var prefix = $"{typeof(PostgresDatabase).Namespace}.{version:000}-";
        var name = typeof(PostgresDatabase).Assembly.GetManifestResourceNames().Single(n => n.StartsWith(prefix, StringComparison.Ordinal));
        using var reader = new StreamReader(typeof(PostgresDatabase).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    internal static void Run(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    internal static string? Text(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteScalar() as string;
    }
}
