using System.Net.Sockets;
using System.Text;
using Kept.Core.Foundation;
using Kept.Core.Records;
using Kept.Web.House;
using Kept.Web.Watch;

namespace Kept.Web.Commands;

/// <summary><c>serve</c>: opens and verifies the Register, loads the pack when there is nothing yet, and serves.</summary>
public static class ServeCommand
{
    // The system keeps the name of a socket in so many bytes.
    private const int LongestSocket = 107;

    public static async Task<int> Run(KeptSettings settings, CancellationToken cancel)
    {
        var socket = DataFolder.SocketOf(settings.Data);
        if ((ListenAddress.Objection(settings.Urls) ?? KnownProxies.Read(settings.Proxies).Why ?? KeptSite.Objection(settings) ?? Objection(settings.Data, socket)) is { } objection) return Say(objection);
        try
        {
            return await Serve(settings, socket, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Told to stop before it was ready.
            return 0;
        }
    }

    private static async Task<int> Serve(KeptSettings settings, string socket, CancellationToken cancel)
    {
        using var folder = DataFolder.Hold(settings);
        using var log = new LogLines(settings.Log == "json", Console.Out, TimeProvider.System);
        var store = Database.Open(settings);
        log.Say(store.Engine);
        using var register = Open(store);
        if (register.Snapshot.Number == 0 && settings.Pack is { } pack && await PackLoading.Load(register, pack, prune: false, Console.Out, cancel) is var exit and not 0)
            return exit;

        File.Delete(socket);
        await using var site = KeptSite.Build(settings, register, TimeProvider.System, socket, log, Database.Workroom(settings, store));
        try
        {
            await site.StartAsync(cancel);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            return Say(ListenAddress.Taken(settings.Urls, e));
        }
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(socket, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        log.Say($"Kept is ready at {string.Join(" and ", site.Urls.Where(u => u != CommandSocket.AddressOf(socket)))}");
        await site.WaitForShutdownAsync(cancel);
        File.Delete(socket);
        log.Say("Kept has stopped.");
        return 0;
    }

    private static Register Open(IRegisterStore store)
    {
        using var progress = new ProgressLine("entries read");
        return Database.Verified(store, TimeProvider.System, progress.At);
    }

    private static Refusal? Objection(string data, string socket)
    {
        var what = Encoding.UTF8.GetByteCount(socket) > LongestSocket ? $"is too long: its path may have {LongestSocket} bytes"
            : socket.AsSpan().ContainsAny(':', ';') ? "has a colon or a semicolon in its path" : null;
        return what is null ? null : new(
            $"Commands reach Kept through a socket in the data folder, and {socket} {what}.", "Nothing was changed.", "Point --data at another folder.");
    }

    private static int Say(Refusal refusal)
    {
        Console.Error.WriteLine(refusal);
        return 1;
    }
}
