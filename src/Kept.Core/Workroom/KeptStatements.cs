using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kept.Core.Workroom;

/// <summary>
/// The statements of one connection to a file, made out once. The library makes each out anew whenever it is run, which costs SQLite
/// more than to run it. For one thread at a time.
/// </summary>
internal sealed class KeptStatements : DbCommandInterceptor, IDisposable
{
    private const int Most = 64;
    private readonly Dictionary<string, Statement> _kept = new(StringComparer.Ordinal);

    public void Dispose()
    {
        foreach (var statement in _kept.Values) statement.Command.Dispose();
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) =>
        Run((SqliteCommand)command) is { } reader ? InterceptionResult<DbDataReader>.SuppressWithResult(reader) : result;

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(ReaderExecuting(command, eventData, result));

    // Null where the library is to run it: one that is being read cannot be run a second time. When too many are kept it begins anew.
    private SqliteDataReader? Run(SqliteCommand command)
    {
        if (!_kept.TryGetValue(command.CommandText, out var statement))
        {
            if (_kept.Count == Most) Forget();
            if (_kept.Count == Most) return null;
            _kept.Add(command.CommandText, statement = new(new SqliteCommand(command.CommandText, command.Connection)));
        }
        return statement.IsBeingRead ? null : statement.Run(command);
    }

    private void Forget()
    {
        foreach (var (text, statement) in _kept.Where(k => !k.Value.IsBeingRead).ToList())
        {
            statement.Command.Dispose();
            _kept.Remove(text);
        }
    }

    private sealed record Statement(SqliteCommand Command)
    {
        private SqliteDataReader? _reader;

        internal bool IsBeingRead => _reader is { IsClosed: false };

        internal SqliteDataReader Run(SqliteCommand asked)
        {
            Command.Transaction = asked.Transaction;
            Command.CommandTimeout = asked.CommandTimeout;
            Command.Parameters.Clear();
            foreach (SqliteParameter value in asked.Parameters) Command.Parameters.Add(value);
            return _reader = Command.ExecuteReader();
        }
    }
}
