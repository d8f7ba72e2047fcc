using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Kept.Core.Records.Sqlite;

/// <summary>
/// Opens the database file: every connection has the same settings, and the schema is brought up to date by numbered scripts.
/// </summary>
public static class SqliteFile
{
    /// <summary>The newest schema this version of Kept knows; kept in <c>user_version</c>.</summary>
    public const int Schema = 2;

    private const int ReadOnly = 8, Corrupt = 11, CannotOpen = 14, NotADatabase = 26;

    /// <summary>Opens for writing, creating the file if need be. Throws <see cref="DatabaseFault"/> in words for people.</summary>
    public static SqliteConnection OpenToWrite(string path) => Guard(path, () =>
    {
        if (!File.Exists(path)) Create(path);
        MustHoldSomething(path);
        return Upgraded(path);
    });

    /// <summary>Opens to read only, beside a writer if there is one.</summary>
    public static SqliteConnection OpenToRead(string path) => Guard(path, () =>
    {
        if (!File.Exists(path)) throw DatabaseFault.Missing(path);
        MustHoldSomething(path);
        try
        {
            return Connect(path, SqliteOpenMode.ReadOnly);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is CannotOpen or ReadOnly)
        {
            return OpenUnchanging(path);
        }
    });

    // Under another name until it is complete: a file of that name without tables was never made by Kept.
    private static void Create(string path)
    {
        if (new FileInfo(path + "-wal") is { Exists: true, Length: > 0 })
            throw DatabaseFault.Damaged(path, "only its log, kept.db-wal, is left of it");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var unfinished = path + ".new";
        foreach (var left in new[] { unfinished, unfinished + "-wal", unfinished + "-shm" }) File.Delete(left);
        Upgraded(unfinished).Dispose();
        File.Move(unfinished, path);
    }

    private static void MustHoldSomething(string path)
    {
        if (new FileInfo(path).Length == 0) throw DatabaseFault.Damaged(path, "it is empty");
    }

    // On a disk that cannot be written there is no place for the file through which reader and writer agree, nor a writer.
    private static SqliteConnection OpenUnchanging(string path)
    {
        if (new FileInfo(path + "-wal") is { Exists: true, Length: > 0 }) throw DatabaseFault.Unreadable(path);
        try
        {
            return Connect(new Uri(Path.GetFullPath(path)).AbsoluteUri + "?immutable=1", SqliteOpenMode.ReadOnly);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is CannotOpen or ReadOnly)
        {
            throw DatabaseFault.Unreadable(path);
        }
    }

    /// <summary>The version of SQLite in use, and whether it has the WAL-reset fault (before 3.51.3, but for 3.50.7 and 3.44.6).</summary>
    public static string Engine => Named(raw.sqlite3_libversion().utf8_to_string());

    private static string Named(string version) => Fixed(System.Version.Parse(version)) ? $"SQLite {version}"
        : $"SQLite {version} (has the known write-ahead-log fault: Kept checkpoints under its writer's lock; use PostgreSQL for a large installation)";

    private static bool Fixed(Version v) =>
        v >= new Version(3, 51, 3) || (v.Minor == 50 && v.Build >= 7) || (v.Minor == 44 && v.Build >= 6);

    internal static SqliteConnection Connect(string source, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(Address(source, mode));
        try
        {
            connection.Open();
            if (VersionOf(connection) is > Schema and var found) throw DatabaseFault.Newer(source, found, Schema);
            Settle(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The settings that every connection to the file has, whoever opens it: each commit synced, no checkpoint but the writer's, what is deleted overwritten.</summary>
    internal static void Settle(SqliteConnection connection)
    {
        // One that was kept for the next who asks has them already.
        if (Settled.TryGetValue(connection.Handle!, out _)) return;
        Run(connection, "pragma busy_timeout=5000; pragma trusted_schema=off; pragma foreign_keys=on; pragma cell_size_check=on;");
        Run(connection, "pragma synchronous=full; pragma wal_autocheckpoint=0; pragma secure_delete=on;");
        Settled.Add(connection.Handle!, connection.Handle!);
    }

    private static readonly ConditionalWeakTable<sqlite3, object> Settled = [];

    /// <summary>How connections to an existing file are written that are kept for the next who asks, until <see cref="Release"/>: each new one reads the whole schema.</summary>
    internal static string Address(string path) => Address(path, SqliteOpenMode.ReadWrite, pooled: true);

    /// <summary>Closes the connections that were kept.</summary>
    internal static void Release(string path)
    {
        using var any = new SqliteConnection(Address(path));
        SqliteConnection.ClearPool(any);
    }

    private static string Address(string source, SqliteOpenMode mode, bool pooled = false) =>
        new SqliteConnectionStringBuilder { DataSource = source, Mode = mode, Pooling = pooled, DefaultTimeout = 5 }.ToString();

    private static SqliteConnection Upgraded(string path)
    {
        var connection = Connect(path, SqliteOpenMode.ReadWriteCreate);
        try
        {
            // Nothing is written to a file before it is known to be Kept's.
            if (Damage(connection) is { } how) throw DatabaseFault.Damaged(path, how);
            if (VersionOf(connection) == 0 && Scalar(connection, "select 1 from sqlite_schema") is not null) throw DatabaseFault.Damaged(path, "its tables are not those of Kept");
            Run(connection, "pragma journal_mode=wal");
            for (var version = VersionOf(connection) + 1; version <= Schema; version++) Upgrade(connection, version);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Upgrade(SqliteConnection connection, int version)
    {
        using var transaction = connection.BeginTransaction();
        Run(connection, Script(version));
        Run(connection, "pragma user_version=" + version.ToString(System.Globalization.CultureInfo.InvariantCulture));
        transaction.Commit();
    }

    /// <summary>What SQLite finds wrong with the file, or null.</summary>
    internal static string? Damage(SqliteConnection connection)
    {
        try
        {
            return Scalar(connection, "pragma integrity_check(1)") is "ok" ? null : "its pages do not fit together";
        }
        catch (SqliteException e) when (e.SqliteErrorCode is Corrupt or NotADatabase)
        {
            return "its pages do not fit together";
        }
    }

    private static string Script(int version)
    {
        var prefix = $"{typeof(SqliteFile).Namespace}.{version:000}-";
        var name = typeof(SqliteFile).Assembly.GetManifestResourceNames().Single(n => n.StartsWith(prefix, StringComparison.Ordinal));
        using var reader = new StreamReader(typeof(SqliteFile).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    /// <summary>The schema of an open database.</summary>
    public static int VersionOf(SqliteConnection connection) =>
        Convert.ToInt32(Scalar(connection, "pragma user_version"), System.Globalization.CultureInfo.InvariantCulture);

    internal static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    internal static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static SqliteConnection Guard(string path, Func<SqliteConnection> open)
    {
        try
        {
            return open();
        }
        catch (SqliteException e)
        {
            throw DatabaseFault.Of(path, e);
        }
        catch (UnauthorizedAccessException)
        {
            throw DatabaseFault.ReadOnly(path);
        }
    }
}
