using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Kept.Core.Records.Sqlite;

/// <summary>Writes entries with their items, by two statements that are prepared once for a connection.</summary>
internal sealed class SqliteInsert(SqliteConnection connection) : IDisposable
{
    private readonly SqliteStatement _item = new(connection, "insert into item (number, hash, salt, body) values (?, ?, ?, ?)");
    private readonly SqliteStatement _entry = new(connection,
        """insert into entry (number, kind, record, version, effective, recorded, "by", item, prev, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");

    internal void Add(Entry entry, Item item)
    {
        _item.Bind(1, entry.Number);
        _item.BindText(2, item.Hash);
        _item.BindBytes(3, item.Salt.Span);
        _item.BindText(4, item.Body.Span);
        _item.Run();
        _entry.Bind(1, entry.Number);
        _entry.BindText(2, Entry.NameOf(entry.Kind));
        _entry.BindText(3, entry.Record.ToString());
        _entry.Bind(4, entry.Version);
        _entry.BindText(5, entry.Effective.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        _entry.BindText(6, Entry.Instant(entry.Recorded));
        _entry.BindText(7, entry.By);
        _entry.BindText(8, entry.Item);
        _entry.BindText(9, entry.Prev);
        _entry.BindText(10, entry.Hash);
        _entry.Run();
    }

    public void Dispose()
    {
        _item.Dispose();
        _entry.Dispose();
    }
}
