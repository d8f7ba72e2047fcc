using System.Diagnostics;
using Npgsql;

namespace Kept.Testing;

/// <summary>
/// The real PostgreSQL server of the tests: the one that KEPT_TEST_POSTGRES names, which ./test starts, or one started for this
/// process alone.
/// </summary>
public static class PostgresServer
{
    private static readonly Lazy<string> Once = new(() => Environment.GetEnvironmentVariable("KEPT_TEST_POSTGRES") ?? Started());
    private static readonly Lazy<string> Shared = new(NewDatabase);
    private static int _made;

    public static string Address => Once.Value;

    /// <summary>The address of a new, empty database.</summary>
    public static string NewDatabase()
    {
        var name = FormattableString.Invariant($"kept_{Environment.ProcessId}_{Interlocked.Increment(ref _made)}");
        Run($"create database {name} template template0");
        return In(name);
    }

    /// <summary>The address of a new, empty schema in a database of this process: made in no time, and enough for most tests.</summary>
    public static string NewSchema()
    {
        var name = FormattableString.Invariant($"s{Interlocked.Increment(ref _made)}");
        Run($"create schema {name}", Shared.Value);
        return new NpgsqlConnectionStringBuilder(Shared.Value) { Options = "-c search_path=" + name }.ToString();
    }

    public static void Drop(string address) => Run($"drop database if exists {new NpgsqlConnectionStringBuilder(address).Database} with (force)");

    /// <summary>Runs a statement as the server's owner.</summary>
    public static void Run(string sql) => Run(sql, In("postgres"));

    private static void Run(string sql, string address)
    {
        using var connection = new NpgsqlConnection(address);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    /// <summary>A server of one test's own, which it may stop and start.</summary>
    public static string Start(string folder) => Script("start", folder).Trim() + ";Pooling=false";

    public static void Stop(string folder, string mode = "fast") => Script("stop", folder, mode);

    /// <summary>Whether sessions are kept for the next who asks, as where Kept is run. Tests have a database each, and keep none.</summary>
    public static bool KeepsSessions { get; set; }

    private static string In(string database) => new NpgsqlConnectionStringBuilder(Address) { Database = database, Pooling = KeepsSessions }.ToString();

    private static string Started()
    {
        var folder = Directory.CreateTempSubdirectory("kept-postgres-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            Stop(folder, "immediate");
            Directory.Delete(folder, recursive: true);
        };
        return Script("start", folder).Trim();
    }

    private static string Script(params string[] arguments)
    {
        using var script = Process.Start(new ProcessStartInfo(Repository.At("tests", "postgres"), arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var said = script.StandardOutput.ReadToEnd();
        var complained = script.StandardError.ReadToEnd();
        script.WaitForExit();
        return script.ExitCode == 0 ? said : throw new InvalidOperationException($"tests/postgres {string.Join(' ', arguments)}: {complained}");
    }
}
