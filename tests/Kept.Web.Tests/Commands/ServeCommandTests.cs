using System.Net;
using System.Net.Sockets;
using Kept.Testing;

namespace Kept.Web.Tests.Commands;

public sealed class ServeCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task Told_to_stop_it_ends_well_and_leaves_one_file_and_its_lock(string signal)
    {
        await DataFolderOf.Three(_folder.Path);
        await using var server = await Child.Serve(_folder.Path);
        Assert.True(File.Exists(_folder.File("kept.sock")));
        var ended = await server.Signal(signal);
        Assert.Equal((0, ""), (ended.Exit, ended.Complained));
        Assert.StartsWith("SQLite 3.", ended.Said, StringComparison.Ordinal);
        Assert.Equal(["kept.db", "kept.lock"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Killed_it_starts_again_over_what_it_left()
    {
        await DataFolderOf.Three(_folder.Path);
        await using (var first = await Child.Serve(_folder.Path)) await first.Signal("KILL");
        Assert.True(File.Exists(_folder.File("kept.sock")));
        await using var second = await Child.Serve(_folder.Path);
        Assert.Equal(0, (await second.Signal("TERM")).Exit);
    }

    [Fact]
    public async Task Its_socket_is_for_its_own_user_alone()
    {
        if (OperatingSystem.IsWindows()) return;
        await using var server = await Child.Serve(_folder.Path);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.File("kept.sock")));
    }

    [Fact]
    public async Task A_second_server_on_the_same_data_is_refused_and_the_first_goes_on()
    {
        await DataFolderOf.Three(_folder.Path);
        await using var first = await Child.Serve(_folder.Path);
        Plain.Words(await Child.Run("serve", "--data", _folder.Path, "--urls", "http://127.0.0.1:0"),
            "is in use by another process", "Nothing was changed.", "Only one process may write to it");
        Assert.True(File.Exists(_folder.File("kept.sock")));
        using var client = new HttpClient { BaseAddress = await first.Address() };
        Assert.Contains("\"total\": 3", await client.GetStringAsync(new Uri("/sources.json", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Equal(0, (await first.Signal("TERM")).Exit);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_and_the_data_is_free_again()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";
        Plain.Words(await Child.Run("serve", "--data", _folder.Path, "--urls", url),
            $"another program already listens at {url}", "Nothing that was recorded is lost.", "choose another port");
        Assert.False(File.Exists(_folder.File("kept.sock")));
        await using var server = await Child.Serve(_folder.Path);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("")]
    [InlineData("https://localhost:5180")]
    [InlineData("ftp://localhost:5180")]
    [InlineData("http://localhost:99999")]
    [InlineData("http://localhost:5180/kept")]
    [InlineData("http://127.0.0.1:0;nonsense")]
    public async Task An_address_that_cannot_be_is_refused_before_anything_is_made(string urls)
    {
        Plain.Words(await Child.Run("serve", "--data", _folder.File("data"), "--urls", urls), "Kept cannot listen at", "Nothing was changed.", "--urls http://localhost:5180");
        Assert.False(Directory.Exists(_folder.File("data")));
    }

    [Fact]
    public async Task An_address_of_another_machine_is_said() =>
        Plain.Words(await Child.Run("serve", "--data", _folder.Path, "--urls", "http://192.0.2.1:5180"),
            "Kept could not listen at http://192.0.2.1:5180", "Nothing that was recorded is lost.", "Choose an address of this machine");

    [Fact]
    public async Task A_folder_too_deep_for_a_socket_is_said()
    {
        var deep = _folder.File(new string('d', 120));
        Plain.Words(await Child.Run("serve", "--data", deep, "--urls", "http://127.0.0.1:0"), "is too long", "Nothing was changed.", "Point --data at another folder");
        Plain.Words(await Child.Run("serve", "--data", _folder.File("a:b"), "--urls", "http://127.0.0.1:0"), "has a colon", "Nothing was changed.", "Point --data at another folder");
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task A_pack_that_is_not_there_is_said_and_nothing_served() =>
        Plain.Words(await Child.Run("serve", "--data", _folder.File("data"), "--pack", _folder.File("nowhere"), "--urls", "http://127.0.0.1:0"),
            "there is no folder", "Nothing was loaded", "Mend");
}
