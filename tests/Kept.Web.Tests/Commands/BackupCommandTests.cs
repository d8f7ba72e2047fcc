using Kept.Testing;

namespace Kept.Web.Tests.Commands;

public sealed class BackupCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public BackupCommandTests() => Data = Directory.CreateDirectory(_folder.File("data")).FullName;

    private string Data { get; }

    private string File1 => _folder.File("last-night.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_drill_from_a_running_server_to_an_empty_machine_that_serves_the_same()
    {
        var hash = await DataFolderOf.Three(Data);
        await using (var server = await Child.Serve(Data))
        {
            var backup = await Child.Run("backup", File1, "--data", Data);
            Assert.Equal((0, $"backed up 3 {hash}", ""), (backup.Exit, backup.LastLine, backup.Complained));
            await server.Signal("KILL");
        }
        var empty = _folder.File("empty machine");
        var restored = await Child.Run("restore", File1, "--data", empty);
        Assert.Equal((0, $"ok 3 {hash}", ""), (restored.Exit, restored.LastLine, restored.Complained));
        await using var again = await Child.Serve(empty);
        using var client = new HttpClient { BaseAddress = await again.Address() };
        Assert.Contains("\"total\": 3", await client.GetStringAsync(new Uri("/sources.json", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_server_it_is_made_all_the_same_and_never_over_another()
    {
        var hash = await DataFolderOf.Three(Data);
        Assert.Equal($"backed up 3 {hash}", (await Child.Run("backup", File1, "--data", Data)).LastLine);
        var before = await File.ReadAllBytesAsync(File1);
        Plain.Words(await Child.Run("backup", File1, "--data", Data), "There is something at", "Nothing was written.", "Name another file");
        await using var server = await Child.Serve(Data);
        Plain.Words(await Child.Run("backup", File1, "--data", Data), "There is something at", "Nothing was written.", "Name another file");
        Assert.Equal(before, await File.ReadAllBytesAsync(File1));
    }

    [Fact]
    public async Task A_damaged_backup_is_not_restored_and_nothing_is_left()
    {
        await DataFolderOf.Three(Data);
        await Child.Run("backup", File1, "--data", Data);
        var bytes = await File.ReadAllBytesAsync(File1);
        bytes[5000] ^= 1;
        await File.WriteAllBytesAsync(File1, bytes);
        Plain.Words(await Child.Run("restore", File1, "--data", _folder.File("new")), "its SHA-256 differs", "Nothing was restored.", "take another backup");
        Assert.Equal(["kept.lock"], Directory.GetFiles(_folder.File("new")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_is_said()
    {
        await DataFolderOf.Three(Data);
        Plain.Words(await Child.Run("backup", "/proc/kept.db", "--data", Data), "could not be written", "Nothing was changed.", "Check the path");
        Plain.Words(await Child.Run("backup", _folder.File("no/such/folder/b"), "--data", Data), "There is no folder", "Nothing was written.", "mounted");
        Plain.Words(await Child.Run("backup", File1, "--data", _folder.File("no data")), "There is no database", "Nothing was changed.", "--data");
        Plain.Words(await Child.Run("restore", _folder.File("none"), "--data", _folder.File("new")), "There is no backup at", "Nothing was changed.", "Check the path");
        Plain.Words(await Child.Run("restore", File1, "--data", Data), "There is a database at", "Nothing was changed.", "empty folder");
    }
}
