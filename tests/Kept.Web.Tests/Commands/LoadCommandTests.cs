using Kept.Core.Evidence;
using Kept.Core.Records;
using Kept.Core.Records.Sqlite;
using Kept.Testing;

namespace Kept.Web.Tests.Commands;

public sealed class LoadCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public LoadCommandTests() => Data = Directory.CreateDirectory(_folder.File("data")).FullName;

    private string Data { get; }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Beside_a_running_server_it_goes_through_the_server_and_the_page_shows_it()
    {
        await DataFolderOf.Three(Data);
        await using var server = await Child.Serve(Data);
        using var client = new HttpClient { BaseAddress = await server.Address() };
        Assert.DoesNotContain("Quite new", await client.GetStringAsync(new Uri("/sources", UriKind.Relative)), StringComparison.Ordinal);

        var loaded = await Child.Run("load", DataFolderOf.SmallPack(_folder, "Quite new"), "--data", Data);

        Assert.Equal(0, loaded.Exit);
        Assert.StartsWith("loaded 5 ", loaded.LastLine, StringComparison.Ordinal);
        Assert.Contains("Quite new", await client.GetStringAsync(new Uri("/sources", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Equal("ok" + loaded.LastLine["loaded".Length..], (await Child.Run("verify", "--data", Data)).LastLine);
        Assert.Equal(0, (await server.Signal("TERM")).Exit);
    }

    [Fact]
    public async Task An_error_in_a_pack_is_the_same_with_a_server_and_without_one()
    {
        var pack = DataFolderOf.SmallPack(_folder, "Quite new");
        _folder.Write("pack/sources/sources.yaml", "- id: new-source\n  effective: tomorrow\n  title: x\n  kind: report\n");
        var alone = await Child.Run("load", pack, "--data", Data);
        Plain.Words(alone, "sources/sources.yaml:2:", "Nothing was loaded; the record is as it was.", "Mend");
        await using var server = await Child.Serve(Data);
        Assert.Equal(alone, await Child.Run("load", pack, "--data", Data));
    }

    [Fact]
    public async Task Without_a_server_it_writes_itself_and_a_second_time_nothing()
    {
        var pack = DataFolderOf.SmallPack(_folder, "Quite new");
        var first = await Child.Run("load", pack, "--data", Data);
        Assert.StartsWith("loaded 2 ", first.LastLine, StringComparison.Ordinal);
        Assert.Equal(first.LastLine, (await Child.Run("load", pack, "--data", Data)).LastLine);
        using var register = Register.Open(SqliteStore.OpenToRead(Path.Combine(Data, "kept.db")), TestClock.At(2026, 11, 21));
        Assert.Equal("Quite new", new View(register.Snapshot, new(2026, 11, 21)).Get<Source>("new-source").Body.Title);
    }

    [Fact]
    public async Task After_a_server_that_was_killed_it_writes_itself()
    {
        await using (var server = await Child.Serve(Data)) await server.Signal("KILL");
        Assert.True(File.Exists(Path.Combine(Data, "kept.sock")));
        Assert.Equal(0, (await Child.Run("load", DataFolderOf.SmallPack(_folder, "Quite new"), "--data", Data)).Exit);
    }

    [Fact]
    public async Task While_another_process_holds_the_data_without_a_door_it_waits_for_nobody()
    {
        await using var held = new FileStream(Path.Combine(Data, "kept.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        Plain.Words(await Child.Run("load", DataFolderOf.SmallPack(_folder, "Quite new"), "--data", Data),
            "is in use by another process", "Nothing was changed.", "stop the other one, or wait");
    }

    [Fact]
    public async Task A_database_that_another_program_is_writing_is_said()
    {
        await DataFolderOf.Three(Data);
        using var other = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(Data, "kept.db")};Pooling=False");
        other.Open();
        using var lasting = other.BeginTransaction();
        Plain.Words(await Child.Run("load", DataFolderOf.SmallPack(_folder, "Quite new"), "--data", Data),
            "is in use by another process", "Nothing was changed.", "stop the other one, or wait");
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_said() =>
        Plain.Words(await Child.Run("load", _folder.File("nowhere"), "--data", Data), "there is no folder", "Nothing was loaded", "Mend");

    [Theory]
    [InlineData("Unrecognized command or argument 'verif'", "verif")]
    [InlineData("Unrecognized command or argument '--port'", "serve", "--port", "3")]
    [InlineData("Required argument 'folder' missing", "load")]
    [InlineData("Required argument 'file' missing", "publish")]
    [InlineData("Required argument missing for option: '--head'", "verify", "--head")]
    [InlineData("--data names no folder", "verify", "--data", "")]
    [InlineData("Required command was not provided", "export")]
    public async Task What_cannot_be_asked_is_said_and_nothing_done(string what, params string[] arguments)
    {
        var ended = await Child.Run(arguments);
        Plain.Words(ended, what, "Nothing was done.", "Add --help");
        Assert.Empty(ended.Said.Trim());
    }

    [Fact]
    public async Task Help_names_every_command()
    {
        var ended = await Child.Run("--help");
        Assert.Equal(0, ended.Exit);
        Assert.All((string[])["serve", "load", "publish", "export", "verify"], name => Assert.Contains($"  {name}", ended.Said, StringComparison.Ordinal));
    }
}
