using Kept.Core.Records;
using Kept.Core.Records.Sqlite;
using Kept.Testing;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Kept.Core.Tests.Records;

public sealed class SqliteStoreTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SqliteStore _store;
    private readonly Register _register;

    public SqliteStoreTests()
    {
        _store = SqliteStore.Open(Database);
        _register = Register.Open(_store, TestClock.At(2026, 11, 21));
    }

    private string Database => _folder.File("kept.db");

    public void Dispose()
    {
        _register.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("wal_autocheckpoint", "0")]
    [InlineData("secure_delete", "1")]
    [InlineData("trusted_schema", "0")]
    [InlineData("foreign_keys", "1")]
    [InlineData("cell_size_check", "1")]
    [InlineData("busy_timeout", "5000")]
    [InlineData("user_version", "2")]
    public async Task The_writing_connection_is_set_for_safety_before_and_after_work(string pragma, string value)
    {
        Assert.Equal(value, Pragma(_store.Connection, pragma));
        await Append("a", new string('x', 5_000_000));
        Assert.Equal(value, Pragma(_store.Connection, pragma));
    }

    [Theory]
    [InlineData("trusted_schema", "0")]
    [InlineData("cell_size_check", "1")]
    [InlineData("busy_timeout", "5000")]
    public void A_reading_connection_is_set_for_safety_too(string pragma, string value)
    {
        using var reader = SqliteStore.OpenToRead(Database);
        Assert.Equal(value, Pragma(reader.Connection, pragma));
        Assert.Equal(8, Assert.Throws<SqliteException>(() => SqliteFile.Run(reader.Connection, "delete from entry")).SqliteErrorCode);
    }

    [Fact]
    public void The_engine_names_its_version_and_a_known_fault()
    {
        var version = raw.sqlite3_libversion().utf8_to_string();
        Assert.StartsWith($"SQLite {version}", _store.Engine, StringComparison.Ordinal);
        var known = Version.Parse(version) < new Version(3, 51, 3) && version is not ("3.50.7" or "3.44.6");
        Assert.Equal(known, _store.Engine.Contains("write-ahead-log fault", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_commit_that_sqlite_refuses_leaves_the_outcome_open_and_the_next_change_finds_it()
    {
        await Append("a");
        raw.sqlite3_commit_hook(_store.Connection.Handle, _ => 1, null);
        await Assert.ThrowsAsync<CommitOutcomeUnknownException>(() => Append("b"));
        Assert.Equal(1, _register.Snapshot.Number);
        await Append("c");
        Stands("a", "c");
        Assert.Equal("2", Pragma(_store.Connection, "synchronous"));
    }

    [Fact]
    public async Task A_commit_that_failed_with_its_transaction_still_open_is_not_taken_for_done()
    {
        await Append("a");
        SqliteFile.Run(_store.Connection, """
            create table temp.parent (id integer primary key);
            create table temp.child (parent integer references parent (id) deferrable initially deferred);
            create temp trigger orphan after insert on main.entry begin insert into child values (1); end;
            """);
        await Assert.ThrowsAsync<CommitOutcomeUnknownException>(() => Append("b"));
        await Append("c");
        Stands("a", "c");
    }

    [Fact]
    public async Task A_full_disk_is_said_in_words_and_passes()
    {
        await Append("a");
        var pages = Pragma(_store.Connection, "page_count");
        SqliteFile.Run(_store.Connection, "pragma max_page_count=" + pages);
        var fault = await Assert.ThrowsAsync<DatabaseFault>(() => Append("b", new string('x', 100_000)));
        Assert.Contains("no space left", fault.Words.ToString(), StringComparison.Ordinal);
        Stands("a");
        SqliteFile.Run(_store.Connection, "pragma max_page_count=100000");
        await Append("c");
        Stands("a", "c");
    }

    [Fact]
    public async Task A_number_that_is_taken_is_refused_whole_by_the_database_itself()
    {
        await Append("a");
        var row = _store.Read(0).Single();
        var item = Item.New("{}"u8.ToArray());
        Assert.Throws<DatabaseFault>(() => _store.Commit(0, _ => new([(row.Entry with { Item = item.Hash }, item)], [])));
        Stands("a");
        await Append("b");
        Stands("a", "b");
    }

    [Fact]
    public async Task The_log_is_moved_into_the_database_before_it_grows_without_end()
    {
        for (var i = 0; i < 12; i++) await Append($"r{i}", new string('x', 1_000_000));
        Assert.InRange(new FileInfo(Database + "-wal").Length, 0, 8 << 20);
        Assert.InRange(new FileInfo(Database).Length, 4 << 20, 64 << 20);
    }

    [Fact]
    public async Task A_closed_store_leaves_one_file()
    {
        await Append("a");
        _register.Dispose();
        _store.Dispose();
        Assert.Equal(["kept.db"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName));
    }

    private async Task Append(string id, string? words = null) =>
        Assert.IsType<Appended.Done>(await _register.AppendAsync(Change.Of(TestRegister.Set(id, words ?? id, 0)), TestRegister.Act));

    private void Stands(params string[] ids)
    {
        Assert.Equal(ids, _register.Snapshot.Keys("source").Select(k => k.Id));
        using var reader = SqliteStore.OpenToRead(Database);
        Assert.Equal($"ok {ids.Length} {_register.Snapshot.Hash}", Verification.Of(reader).ToString());
    }

    private static string Pragma(SqliteConnection connection, string pragma) =>
        Convert.ToString(SqliteFile.Scalar(connection, "pragma " + pragma), System.Globalization.CultureInfo.InvariantCulture)!;
}
