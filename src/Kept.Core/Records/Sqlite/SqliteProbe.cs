using Kept.Core.Foundation;
using Microsoft.Data.Sqlite;

namespace Kept.Core.Records.Sqlite;

/// <summary>Whether the database can be read and written just now, asked beside the writer and from any thread.</summary>
public static class SqliteProbe
{
    private const long LeastSpace = 16 << 20;
    private const string Patience = "pragma busy_timeout=200";

    /// <summary>What stands in the way, or null. It takes the write lock for a moment and writes nothing.</summary>
    public static Refusal? Trouble(string path)
    {
        try
        {
            if (!File.Exists(path)) return DatabaseFault.Missing(path).Words;
            if (new DriveInfo(Path.GetFullPath(path)).AvailableFreeSpace < LeastSpace) return DatabaseFault.Full(path).Words;
            using var connection = SqliteFile.Connect(path, SqliteOpenMode.ReadWrite);
            SqliteFile.Run(connection, Patience);
            SqliteFile.Run(connection, "begin immediate");
            SqliteFile.Scalar(connection, "select max(number) from entry");
            SqliteFile.Run(connection, "rollback");
            return null;
        }
        catch (SqliteException e)
        {
            return DatabaseFault.Of(path, e).Words;
        }
        catch (DatabaseFault e)
        {
            return e.Words;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return new($"The disk of {path} cannot be asked: {e.Message}");
        }
    }
}
