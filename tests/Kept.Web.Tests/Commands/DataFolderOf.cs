using Kept.Core.Evidence;
using Kept.Core.Foundation;
using Kept.Core.Records;
using Kept.Core.Records.Sqlite;
using Kept.Testing;
using Microsoft.Data.Sqlite;

namespace Kept.Web.Tests.Commands;

/// <summary>Data folders in the states in which a command may find them.</summary>
internal static class DataFolderOf
{
    /// <summary>Three entries; answers the hash of the last.</summary>
    internal static async Task<string> Three(string folder)
    {
        using var register = Register.Open(SqliteStore.Open(Path.Combine(folder, "kept.db")), TestClock.At(2026, 11, 21));
        for (var i = 0; i < 3; i++)
        {
            var write = Write.Set($"s{i}", new(2021, 3, 31), new Source { Title = $"Source {i}", Kind = "report" }, 0);
            Assert.IsType<Appended.Done>(await register.AppendAsync(Change.Of(write), Act.Operator("to begin with", "test")));
        }
        return register.Snapshot.Hash;
    }

    /// <summary>One entry with a body of the test's own, every hash in order.</summary>
    internal static async Task Other(string folder, string body)
    {
        var store = SqliteStore.Open(Path.Combine(folder, "kept.db"));
        using var register = Register.Open(store, TestClock.At(2026, 11, 21));
        var item = Item.New(System.Text.Encoding.UTF8.GetBytes(body));
        await Task.Run(() => store.Commit(0, _ => new(
            [(Entry.Seal(1, EntryKind.Set, new("source", "s0"), 1, new(2021, 3, 31), default, "test", item.Hash, Entry.NoPrev), item)], [])));
    }

    /// <summary>A database after some SQL.</summary>
    internal static void Alter(string folder, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "kept.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The smallest pack there can be: one source.</summary>
    internal static string SmallPack(TempFolder folder, string title)
    {
        folder.Write("pack/pack.yaml", "format: 1\nprogramme: test\ntitle: Test\nlicence: CC0\n");
        folder.Write("pack/programmes/programmes.yaml", """
            - id: test
              effective: 2021-03-31
              title: Test
              promise: p
              summary: s
              made: {text: in 2020, qualifier: in, kind: past, start: 2020-01-01, end: 2020-12-31}
              deadline: {text: by the end of 2030, qualifier: by, end: 2030-12-31, strictEnd: 2030-12-31}

            """);
        folder.Write("pack/sources/sources.yaml", $"- id: new-source\n  effective: 2021-03-31\n  title: {title}\n  kind: report\n");
        return folder.File("pack");
    }
}
