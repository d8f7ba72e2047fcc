using System.Data.Common;
using Kept.Core.Evidence;
using Kept.Core.Records;
using Kept.Core.Records.Postgres;
using Kept.Core.Records.Sqlite;
using Kept.Testing;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Kept.Core.Tests.Records;

/// <summary>Databases as earlier versions of Kept left them, written out as SQL: Schemas has one for every schema there was.</summary>
public sealed class EarlierSchemaTests : IDisposable
{
    private const string Head = "4e9e6276f2ce454d7dda8caece6622a5eede8aed674f20991f9d4d25a4d8b39a";
    private readonly TestDatabase _database = new();

    public static TheoryData<int> Schemas { get; } = new(Enumerable.Range(1, TestDatabase.OnPostgres ? PostgresDatabase.Schema : SqliteFile.Schema));

    public static TheoryData<int> FileSchemas { get; } = new(Enumerable.Range(1, SqliteFile.Schema));

    public void Dispose() => _database.Dispose();

    [Theory]
    [MemberData(nameof(Schemas))]
    public async Task It_is_opened_whole_says_what_it_said_and_goes_on(int schema)
    {
        Make(Words(schema));
        using (var store = _database.Open()) Assert.Equal($"ok 7 {Head}", Verification.Of(store).ToString());
        using (var register = Register.Open(_database.Open(), TestClock.At(2026, 12, 1)))
        {
            Assert.Equal("The plan, 2021 to 2024 — “Keeping”", Title(register, "a", new(2021, 4, 1)));
            Assert.Equal("The plan, second edition", Title(register, "a", new(2026, 12, 1)));
            Assert.Equal("A letter of the same day", Title(register, "b", new(2021, 4, 1)));
            Assert.True(register.Snapshot.Newest(TestRegister.Key("b"))!.Previous!.Previous!.IsRedacted);
            Assert.Equal("A note", Title(register, "c", new(2025, 12, 31)));
            Assert.Null(Title(register, "c", new(2026, 1, 1)));
            Assert.IsType<Appended.Done>(await register.AppendAsync(Change.Of(TestRegister.Set("a", "Third", 2, new(2026, 11, 1))), TestRegister.Act));
        }
        using (var again = _database.Open())
        {
            Assert.StartsWith("ok 8 ", Verification.Of(again).ToString(), StringComparison.Ordinal);
            await _database.Workroom(again).Migrate(TestContext.Current.CancellationToken);
            Assert.True(await _database.Workroom(again).IsUpToDate());
        }
    }

    [Theory]
    [MemberData(nameof(FileSchemas))]
    public void A_file_is_read_as_it_stands_by_whoever_may_not_write(int schema)
    {
        using var folder = new TempFolder();
        using (var file = new SqliteConnection($"Data Source={folder.File("kept.db")};Pooling=False")) Make(file, Words("sqlite", schema));
        using (var store = SqliteStore.OpenToRead(folder.File("kept.db"))) Assert.Equal($"ok 7 {Head}", Verification.Of(store).ToString());
        using var connection = SqliteFile.OpenToRead(folder.File("kept.db"));
        Assert.Equal(schema, SqliteFile.VersionOf(connection));
    }

    [Theory]
    [InlineData("second edition", "first edition")]
    [InlineData("2024-06-24", "2024-06-25")]
    public void The_same_test_finds_a_word_or_a_day_that_came_out_another(string said, string says)
    {
        Make(Words(1).Replace(said, says, StringComparison.Ordinal));
        using var store = _database.Open();
        Assert.NotNull(Verification.Of(store).Broken);
    }

    private static string Words(int schema) => Words(TestDatabase.OnPostgres ? "postgres" : "sqlite", schema);

    private static string Words(string engine, int schema) =>
        File.ReadAllText(Repository.At("tests", "Kept.Core.Tests", "Records", "Schemas", FormattableString.Invariant($"{engine}-{schema}.sql")));

    private void Make(string sql)
    {
        using DbConnection connection = _database.Address is { } address ? new NpgsqlConnection(address) : new SqliteConnection($"Data Source={_database.File};Pooling=False");
        Make(connection, sql);
    }

    private static void Make(DbConnection connection, string sql)
    {
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The words are our own file's.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static string? Title(Register register, string id, DateOnly at) => new View(register.Snapshot, at).Find<Source>(id)?.Body.Title;
}
