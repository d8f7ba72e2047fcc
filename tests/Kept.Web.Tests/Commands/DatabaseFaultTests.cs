using Kept.Testing;

namespace Kept.Web.Tests.Commands;

public sealed class DatabaseFaultTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public static TheoryData<string> Commands => ["serve", "verify", "load", "export"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_database_from_a_newer_version_is_left_alone(string command)
    {
        await DataFolderOf.Three(_folder.Path);
        DataFolderOf.Alter(_folder.Path, "pragma user_version = 99");
        var before = await File.ReadAllBytesAsync(_folder.File("kept.db"));
        Plain.Words(await Run(command), "was made by a newer version of Kept (its schema is 99, this version knows 2)", "Nothing was changed.", "Run the newer version");
        Assert.Equal(before, await File.ReadAllBytesAsync(_folder.File("kept.db")));
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("load")]
    [InlineData("export")]
    public async Task A_damaged_database_is_neither_served_nor_written(string command)
    {
        await DataFolderOf.Three(_folder.Path);
        var bytes = await File.ReadAllBytesAsync(_folder.File("kept.db"));
        Array.Fill(bytes, (byte)0xee, 4096, 200);
        await File.WriteAllBytesAsync(_folder.File("kept.db"), bytes);
        var ended = await Run(command);
        Plain.Words(ended, "damaged", "", "Restore the last backup");
        Assert.DoesNotContain("ready", ended.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("load")]
    [InlineData("export")]
    public async Task A_record_that_does_not_verify_is_neither_served_nor_written(string command)
    {
        await DataFolderOf.Three(_folder.Path);
        DataFolderOf.Alter(_folder.Path, "update entry set recorded = '2026-11-21T12:00:00.000009Z' where number = 2");
        Plain.Words(await Run(command), "The record does not verify: broken at 2: its own hash does not fit what it says", "Nothing was changed", "Restore the last backup");
    }

    [Fact]
    public async Task A_record_of_another_shape_is_named()
    {
        await DataFolderOf.Other(_folder.Path, """{"record":{"title":7},"via":"test","why":"w"}""");
        foreach (var command in (string[])["serve", "load", "export"])
            Plain.Words(await Run(command), "Entry 1, source/s0, does not fit what this version of Kept knows of such a record", "Nothing was changed.", "Run the version of Kept that wrote it");
        Assert.Equal(0, (await Run("verify")).Exit);
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("export")]
    public async Task A_command_that_only_reads_makes_no_database(string command)
    {
        Plain.Words(await Run(command), "There is no database at", "Nothing was changed.", "Start Kept once with ./run");
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task A_log_whose_database_is_gone_is_not_taken_for_a_new_beginning()
    {
        _folder.Write("kept.db-wal", "what is left");
        Plain.Words(await Run("serve"), "only its log, kept.db-wal, is left of it", "It was left as it is.", "Restore the last backup");
        Assert.False(File.Exists(_folder.File("kept.db")));
    }

    [Theory]
    [InlineData("/proc/kept")]
    [InlineData("/sys/kept")]
    public async Task A_folder_that_cannot_be_made_is_said(string data)
    {
        var pack = DataFolderOf.SmallPack(_folder, "New");
        Plain.Words(await Child.Run("serve", "--data", data, "--urls", "http://127.0.0.1:0"), data, "Nothing was changed.", "--data");
        Plain.Words(await Child.Run("load", pack, "--data", data), data, "Nothing was changed.", "--data");
    }

    [Fact]
    public async Task A_file_where_the_folder_should_be_is_said()
    {
        var file = _folder.Write("file", "x");
        Plain.Words(await Child.Run("serve", "--data", file), "cannot be made or used", "Nothing was changed.", "Point --data at");
    }

    [Fact]
    public async Task A_folder_that_may_not_be_written_is_said_and_can_still_be_verified()
    {
        if (!OperatingSystem.IsLinux()) return;
        var data = Directory.CreateDirectory(_folder.File("data")).FullName;
        var hash = await DataFolderOf.Three(data);
        File.SetUnixFileMode(_folder.Path, (UnixFileMode)0b111_101_101);
        File.SetUnixFileMode(Path.Combine(data, "kept.db"), (UnixFileMode)0b100_100_100);
        File.SetUnixFileMode(data, (UnixFileMode)0b101_101_101);
        try
        {
            // Root may write everywhere: only somebody else meets the refusal.
            if (Unprivileged.Command("serve", "--data", data, "--urls", "http://127.0.0.1:0") is not { } serve) return;
            Plain.Words(await Child.Run(serve), "cannot be written", "Nothing was changed.", "Give the user that runs Kept the right to write");
            Plain.Words(await Child.Run(Unprivileged.Command("load", data, "--data", data)!), "cannot be written", "Nothing was changed.", "--data");
            var verified = await Child.Run(Unprivileged.Command("verify", "--data", data)!);
            Assert.Equal((0, $"ok 3 {hash}"), (verified.Exit, verified.LastLine));
            File.SetUnixFileMode(Path.Combine(data, "kept.db"), UnixFileMode.None);
            Plain.Words(await Child.Run(Unprivileged.Command("verify", "--data", data)!), "cannot be opened to read", "Nothing was changed.", "Give the user that runs Kept the right");
        }
        finally
        {
            File.SetUnixFileMode(data, (UnixFileMode)0b111_000_000);
        }
    }

    private Task<Child.Ended> Run(string command) => Child.Run(command switch
    {
        "load" => ["load", DataFolderOf.SmallPack(new TempFolder(), "New"), "--data", _folder.Path],
        "export" => ["export", "pack", _folder.File("out"), "--data", _folder.Path],
        "serve" => ["serve", "--data", _folder.Path, "--urls", "http://127.0.0.1:0"],
        _ => [command, "--data", _folder.Path],
    });
}
