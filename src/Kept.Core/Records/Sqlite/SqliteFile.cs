using Microsoft.Data.Sqlite;

namespace Kept.Core.Records.Sqlite;

/// <summary>
/// Opens the database file: every connection has the same settings, and the schema is brought up to date by numbered scripts.
/// </summary>
public static class SqliteFile
{
    /// <summary>The newest schema this version of Kept knows; kept in <c>user_version</c>.</summary>
    public const int Schema = 1;

    /// <summary>Opens for writing, creating the file if need be. Throws <see cref="DatabaseFault"/> in words for people.</summary>
    public static SqliteConnection OpenToWrite(string path) => Guard(path, () =>
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var connection = Connect(path, SqliteOpenMode.ReadWriteCreate);
        Upgrade(connection, path);
        return connection;
    });

    /// <summary>Opens to read only, beside a writer if there is one.</summary>
    public static SqliteConnection OpenToRead(string path) => Guard(path, () =>
    {
        if (!File.Exists(path)) throw DatabaseFault.Missing(path);
        var connection = Connect(path, SqliteOpenMode.ReadOnly);
        if (Version(connection) > Schema) throw DatabaseFault.Newer(path, Version(connection), Schema);
        return connection;
    });

    /// <summary>The version of SQLite in use, and whether it has the WAL-reset fault (before 3.51.3, but for 3.50.7 and 3.44.6).</summary>
    public static string EngineOf(SqliteConnection connection)
    {
        var version = (string)Scalar(connection, "select sqlite_version()")!;
        return Fixed(System.Version.Parse(version)) ? $"SQLite {version}"
            : $"SQLite {version} (has the known write-ahead-log fault: Kept checkpoints under its writer's lock; use PostgreSQL for a large installation)";
    }

    private static bool Fixed(Version v) =>
        v >= new Version(3, 51, 3) || (v.Minor == 50 && v.Build >= 7) || (v.Minor == 44 && v.Build >= 6);

    private static SqliteConnection Connect(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 5 }.ToString());
        try
        {
            connection.Open();
            if (mode != SqliteOpenMode.ReadOnly && Version(connection) > Schema) throw DatabaseFault.Newer(path, Version(connection), Schema);
            Run(connection, "pragma busy_timeout=5000; pragma trusted_schema=off; pragma foreign_keys=on; pragma cell_size_check=on;");
            if (mode != SqliteOpenMode.ReadOnly)
                Run(connection, "pragma journal_mode=wal; pragma synchronous=full; pragma wal_autocheckpoint=0; pragma secure_delete=on;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Upgrade(SqliteConnection connection, string path)
    {
        if (Scalar(connection, "pragma quick_check") is not "ok") throw DatabaseFault.Damaged(path, "its pages do not fit together");
        for (var version = Version(connection) + 1; version <= Schema; version++)
        {
            using var transaction = connection.BeginTransaction();
            Run(connection, Script(version));
            Run(connection, "pragma user_version=" + version.ToString(System.Globalization.CultureInfo.InvariantCulture));
            transaction.Commit();
        }
    }

    private static string Script(int version)
    {
        var prefix = $"{typeof(SqliteFile).Namespace}.{version:000}-";
        var name = typeof(SqliteFile).Assembly.GetManifestResourceNames().Single(n => n.StartsWith(prefix, StringComparison.Ordinal));
        using var reader = new StreamReader(typeof(SqliteFile).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static int Version(SqliteConnection connection) =>
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
