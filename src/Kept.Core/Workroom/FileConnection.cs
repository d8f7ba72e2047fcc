using Kept.Core.Records.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Kept.Core.Workroom;

/// <summary>A connection to a file that stays open, the context over it, and the statements that are kept with it. For one thread at a time.</summary>
internal class FileConnection : IDisposable
{
    private readonly KeptStatements _statements = new();

    internal FileConnection(string path, DbContextOptions<SqliteWorkroom> options)
    {
        Connection = new(SqliteFile.Address(path));
        try
        {
            Connection.Open();
            SqliteFile.Settle(Connection);
        }
        catch
        {
            Connection.Dispose();
            throw;
        }
        Workroom = new SqliteWorkroom(new DbContextOptionsBuilder<SqliteWorkroom>(options).AddInterceptors(_statements).Options);
        Workroom.Database.SetDbConnection(Connection);
    }

    internal SqliteWorkroom Workroom { get; }

    protected SqliteConnection Connection { get; }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        _statements.Dispose();
        Workroom.Dispose();
        Connection.Dispose();
    }
}
