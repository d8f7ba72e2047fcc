using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Kept.Core.Records.Sqlite;

/// <summary>A copy of the database made while it is written: one moment of it, without the pages that hold nothing any more.</summary>
public static class SqliteCopy
{
    private const int Interrupted = 9;

    /// <summary>
    /// Writes the copy to a path where nothing stands; answers its schema. A writer goes on beside it. Throws
    /// <see cref="DatabaseFault"/>, and <see cref="OperationCanceledException"/> when it was told to stop.
    /// </summary>
    public static int Into(string database, string path, CancellationToken cancel)
    {
        using var connection = SqliteFile.OpenToRead(database);
        using var stop = cancel.Register(() => raw.sqlite3_interrupt(connection.Handle));
        try
        {
            using var copy = connection.CreateCommand();
            // Not the pages as they lie: words that were erased may linger in free ones.
            copy.CommandText = "vacuum into $path";
            copy.CommandTimeout = 0;
            copy.Parameters.AddWithValue("$path", path);
            copy.ExecuteNonQuery();
            return SqliteFile.VersionOf(connection);
        }
        catch (SqliteException e) when (e.SqliteErrorCode == Interrupted)
        {
            throw new OperationCanceledException("The copy was stopped.", e, cancel);
        }
        catch (SqliteException e)
        {
            throw e.SqliteErrorCode is 13 or 14 or 8 or 10 ? new IOException($"{path} could not be written: {Words(e)}.", e) : DatabaseFault.Of(database, e);
        }
    }

    private static string Words(SqliteException e) => e.SqliteErrorCode == 13 ? "there is no space left" : "its folder cannot be written";
}
