using Kept.Testing;
using Kept.Web.Tests.Commands;

namespace Kept.Web.Tests.Nodes;

/// <summary>The commands over a record in PostgreSQL, and moving it there and back.</summary>
public sealed class PostgresCommandTests : IDisposable
{
    private readonly string _database = PostgresServer.NewDatabase();
    private readonly TempFolder _folder = new();

    private string Data => _folder.File("data");

    [Fact]
    public async Task A_record_moves_from_a_file_to_postgresql_and_back_with_every_hash()
    {
        Directory.CreateDirectory(Data);
        await DataFolderOf.Three(Data);
        var head = (await Child.Run("verify", "--data", Data)).LastLine;

        Assert.Equal(head, (await Child.Run("export", "archive", _folder.File("there"), "--data", Data)).LastLine);
        Assert.Equal(head, (await Child.Run("import", "archive", _folder.File("there"), "--data", _folder.File("node"), "--database", _database)).LastLine);
        Assert.Equal(head, (await Child.Run("verify", "--data", _folder.File("node"), "--database", _database)).LastLine);
        Assert.Equal(head, (await Child.Run("export", "archive", _folder.File("back"), "--data", _folder.File("node"), "--database", _database)).LastLine);
        Assert.Equal(head, (await Child.Run("import", "archive", _folder.File("back"), "--data", _folder.File("home"))).LastLine);

        foreach (var file in (string[])["entries.jsonl", "items.jsonl"])
            Assert.Equal(await File.ReadAllBytesAsync(_folder.File($"there/{file}")), await File.ReadAllBytesAsync(_folder.File($"back/{file}")));
    }

    [Fact]
    public async Task Load_publish_migrate_and_export_work_without_a_server()
    {
        string[] where = ["--data", Data, "--database", _database];
        var loaded = await Child.Run(["load", Repository.ShippedPack, .. where]);
        Assert.StartsWith("loaded 809 ", loaded.LastLine, StringComparison.Ordinal);
        var file = _folder.Write("change.yaml", "why: A letter came.\neffective: 2026-01-01\nrecords:\n- {kind: source, id: a-letter, expect: 0, set: {title: A letter, kind: letter}}\n");
        var published = await Child.Run(["publish", file, .. where]);
        Assert.StartsWith("published 810 ", published.LastLine, StringComparison.Ordinal);
        var migrated = await Child.Run(["migrate", .. where]);
        Assert.Equal("ok" + published.LastLine["published".Length..], migrated.LastLine);
        Assert.Contains("There was nothing to do.", migrated.Said, StringComparison.Ordinal);
        Assert.Contains("at entry 810", (await Child.Run(["export", "pack", _folder.File("pack"), .. where])).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_is_refused_with_where_to_look_instead()
    {
        foreach (var command in (string[][])[["backup", _folder.File("b")], ["restore", _folder.File("b")]])
            Plain.Words(await Child.Run([.. command, "--data", Data, "--database", _database]), "this record is in PostgreSQL", "Nothing was done.", "pg_dump");
    }

    [Fact]
    public async Task An_address_that_is_none_is_refused_before_anything_is_done() =>
        Plain.Words(await Child.Run("verify", "--data", Data, "--database", "/var/lib/kept.db"), "--database is no address of PostgreSQL", "Nothing was done.", "--data");

    public void Dispose()
    {
        PostgresServer.Drop(_database);
        _folder.Dispose();
    }
}
