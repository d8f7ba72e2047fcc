using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Kept.Core.Records.Sqlite;

/// <summary>
/// A statement prepared once and run many times, without a copy of every value on the way. Its values are counted from 1,
/// its columns from 0. What a column answers holds until the next step. Throws <see cref="SqliteException"/>.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    internal SqliteStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
    }

    internal void Bind(int value, long number) => Check(raw.sqlite3_bind_int64(_statement, value, number));

    // Of no bytes at all the binding would make NULL.
    internal void BindText(int value, ReadOnlySpan<byte> utf8) =>
        Check(utf8.IsEmpty ? raw.sqlite3_bind_text(_statement, value, "") : raw.sqlite3_bind_text(_statement, value, utf8));

    internal void BindText(int value, string text) => Check(raw.sqlite3_bind_text(_statement, value, text));

    internal void BindBytes(int value, ReadOnlySpan<byte> bytes) => Check(raw.sqlite3_bind_blob(_statement, value, bytes));

    /// <summary>Runs it to its end, ready to be run again.</summary>
    internal void Run()
    {
        var answer = raw.sqlite3_step(_statement);
        raw.sqlite3_reset(_statement);
        if (answer is not raw.SQLITE_DONE) Check(answer);
    }

    /// <summary>Whether there is another row.</summary>
    internal bool Step()
    {
        var answer = raw.sqlite3_step(_statement);
        if (answer is not (raw.SQLITE_ROW or raw.SQLITE_DONE)) Check(answer);
        return answer is raw.SQLITE_ROW;
    }

    internal bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    internal long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    /// <summary>Text or bytes as they stand, a zero byte and what is behind it included.</summary>
    internal ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(_statement, column);

    private void Check(int answer) => SqliteException.ThrowExceptionForRC(answer, _database);

    public void Dispose() => _statement.Dispose();
}
