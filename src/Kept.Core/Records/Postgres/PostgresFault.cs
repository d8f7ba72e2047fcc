using System.Net.Sockets;
using Npgsql;

namespace Kept.Core.Records.Postgres;

/// <summary>What PostgreSQL says, in words for people.</summary>
internal static class PostgresFault
{
    private const string Full = "53100", LockTimeout = "55P03", Refused = "28P01", NoSuchDatabase = "3D000", NoRight = "42501", ReadOnly = "25006";

    internal static bool Is(Exception e) => e is NpgsqlException or SocketException or TimeoutException or IOException;

    internal static DatabaseFault Of(string database, Exception e) => (e as PostgresException)?.SqlState switch
    {
        Full => DatabaseFault.Full(database),
        LockTimeout => DatabaseFault.Of(
            $"The database {database} was busy for too long: another process holds its lock.", "Nothing was changed.", "Try again; if it goes on, look for a process that stands still.", e),
        Refused or "28000" => DatabaseFault.Of(
            $"The database {database} does not know this user, or the password is wrong.", "Nothing was changed.", "Check --database or KEPT_DATABASE.", e),
        NoSuchDatabase => DatabaseFault.Of($"There is no database {database}.", "Nothing was changed.", "Make it (createdb), or check --database or KEPT_DATABASE.", e),
        NoRight => DatabaseFault.Of($"This user may not write to the database {database}.", "Nothing was changed.", "Make the user its owner, or grant the rights.", e),
        ReadOnly => DatabaseFault.Of(
            $"The database {database} can only be read: it is a stand-in, or was made read-only.", "Nothing was changed.", "Point --database or KEPT_DATABASE at the server that may write.", e),
        { } state => DatabaseFault.Of($"The database {database} refused: {e.Message} ({state})", "Nothing was changed.", "Look at the database server's log, then try again.", e),
        null => DatabaseFault.Of($"The database {database} cannot be reached: {e.Message}", "Nothing was changed.", "Start the database server, or check --database or KEPT_DATABASE.", e),
    };

    internal static DatabaseFault Older(string database, Version found, int oldest) => DatabaseFault.Of(
        $"The database {database} is PostgreSQL {found}; Kept needs {oldest} or newer.", "Nothing was changed.", "Use a newer server.", null);

    internal static DatabaseFault NotUtf8(string database, string? encoding) => DatabaseFault.Of(
        $"The database {database} keeps its text as {encoding}; Kept needs UTF8.", "Nothing was changed.", "Make it with: createdb --encoding UTF8 --template template0", null);

    internal static DatabaseFault Unreadable(Exception e) => DatabaseFault.Of(
        "The address of the database cannot be read.", "Nothing was changed.",
        "Write it as postgres://user:password@host:5432/name, or as Host=...;Database=...;Username=...;Password=...", e);
}
