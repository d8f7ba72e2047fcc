using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Kept.Core.Workroom;

/// <summary>The connection that the writes of a file share, one transaction after the other.</summary>
internal sealed class WritingConnection : FileConnection
{
    private readonly SqliteCommand _mark, _keep, _undo;

    internal WritingConnection(string path, DbContextOptions<SqliteWorkroom> options) : base(path, options)
    {
        Workroom.Database.AutoSavepointsEnabled = false;
        (_mark, _keep, _undo) = (new("SAVEPOINT one_write", Connection), new("RELEASE one_write", Connection), new("ROLLBACK TO one_write", Connection));
    }

    /// <summary>Begins a transaction that nobody else writes beside.</summary>
    internal async Task<SqliteTransaction> Begin()
    {
        var transaction = Connection.BeginTransaction(deferred: false);
        (_mark.Transaction, _keep.Transaction, _undo.Transaction) = (transaction, transaction, transaction);
        await Workroom.Database.UseTransactionAsync(transaction);
        return transaction;
    }

    /// <summary>From here on it can be undone by itself.</summary>
    internal void Mark() => _mark.ExecuteNonQuery();

    /// <summary>Keeps what was written since <see cref="Mark"/>, or undoes it.</summary>
    internal void Settle(bool keep) => (keep ? _keep : _undo).ExecuteNonQuery();

    protected override void Dispose(bool disposing)
    {
        foreach (var command in (SqliteCommand[])[_mark, _keep, _undo]) command.Dispose();
        base.Dispose(disposing);
    }
}
