using System.Net.Sockets;
using Kept.Core.Foundation;
using Kept.Core.Records;
using Kept.Core.Records.Sqlite;
using Kept.Web.House;

namespace Kept.Web.Commands;

/// <summary><c>serve</c>: opens and verifies the Register, loads the pack when there is nothing yet, and serves.</summary>
public static class ServeCommand
{
    public static async Task<int> Run(KeptSettings settings, CancellationToken cancel)
    {
        using var folder = DataFolder.Hold(settings.Data);
        using var progress = new ProgressLine("entries read");
        using var store = SqliteStore.Open(settings.Database);
        Console.WriteLine(store.Engine);
        using var register = Register.Open(store, TimeProvider.System, progress.At);
        progress.Dispose();
        if (register.Snapshot.Number == 0 && settings.Pack is { } pack && await PackLoading.Load(register, pack, prune: false, Console.Out, cancel) is var exit and not 0)
            return exit;

        var socket = DataFolder.SocketOf(settings.Data);
        File.Delete(socket);
        await using var site = KeptSite.Build(settings, register, TimeProvider.System, socket);
        try
        {
            await site.StartAsync(cancel);
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException or SocketException || e.Message.Contains("in use", StringComparison.Ordinal))
        {
            Console.Error.WriteLine(new Refusal(
                $"Kept could not start: another program already listens at {settings.Urls}.", "The record is untouched.",
                "Stop that program, or choose another port, such as: ./run --urls http://localhost:5181").ToString());
            return 1;
        }
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(socket, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Console.WriteLine($"Kept is ready at {string.Join(" and ", site.Urls.Where(u => !u.StartsWith("http://unix:", StringComparison.Ordinal)))}");
        await site.WaitForShutdownAsync(cancel);
        File.Delete(socket);
        return 0;
    }
}
