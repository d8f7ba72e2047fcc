using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Kept.Core.Foundation;
using Kept.Core.Organisations;
using Kept.Core.Records;
using Kept.Core.Records.Sqlite;
using Kept.Web;
using Kept.Web.Features.Live;
using Kept.Web.House;
using Microsoft.Extensions.DependencyInjection;

namespace Kept.Measures;

/// <summary>
/// From a change's commit to the last of N open connections (P4), beside plain sockets sending the same bytes in the same
/// run. The listeners are a process of their own, which reports when the last of them had heard.
/// </summary>
public static class LiveMeasure
{
    private const int Rounds = 9;

    public static async Task Run()
    {
        // The most first: memory that was taken once is used again.
        foreach (var listeners in new[] { 5000, 1000 })
        {
            var kept = await Kept(listeners);
            var plain = await Plain(listeners);
            Row.Print($"from commit to the last of {listeners} open connections (P4)", Row.Median(kept.Times), "ms", "plain sockets", Row.Median(plain), "bar 1.8");
            if (listeners == 5000) Row.Print($"memory for each of {listeners} connections", kept.Each, "KiB", "limit", 10, "bar 1");
        }
    }

    private static async Task<(List<double> Times, double Each)> Kept(int listeners)
    {
        var folder = Directory.CreateTempSubdirectory("kept-live-").FullName;
        using var register = Register.Open(SqliteStore.Open(Path.Combine(folder, "kept.db")), TimeProvider.System);
        await using var site = KeptSite.Build(new KeptSettings { Urls = "http://127.0.0.1:0", Data = folder }, register, TimeProvider.System);
        await site.StartAsync();
        await Append(register, 0);
        var before = Resident();
        using var crowd = Crowd.Of(new Uri(site.Urls.Single()).Port, listeners);
        var updates = site.Services.GetRequiredService<LiveUpdates>();
        while (updates.Count < listeners) await Task.Delay(20);
        var each = (Resident() - before) / 1024.0 / listeners;
        var times = new List<double>();
        var committed = 0L;
        register.Appended += (_, _) => committed = Stopwatch.GetTimestamp();
        for (var round = 1; round <= Rounds; round++)
        {
            await Task.Delay(300);
            await Append(register, round);
            times.Add(crowd.LastHeard(committed));
        }
        await site.StopAsync();
        return (times, each);
    }

    private static async Task<List<double>> Plain(int listeners)
    {
        using var door = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        door.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        door.Listen(listeners);
        var lines = new List<Socket>();
        // The system lets only so many wait at a door.
        var accepting = Task.Run(async () =>
        {
            while (lines.Count < listeners) lines.Add(await door.AcceptAsync());
        });
        using var crowd = Crowd.Of(((IPEndPoint)door.LocalEndPoint!).Port, listeners);
        await accepting;
        var bytes = Encoding.UTF8.GetBytes("id: 7\nevent: entry\ndata: {\"entry\":7,\"records\":[{\"kind\":\"organisation\",\"id\":\"body\",\"url\":\"/organisations/body\",\"version\":7}]}\n\n");
        var times = new List<double>();
        for (var round = 1; round <= Rounds; round++)
        {
            await Task.Delay(300);
            var began = Stopwatch.GetTimestamp();
            foreach (var line in lines) line.Send(bytes);
            times.Add(crowd.LastHeard(began));
        }
        lines.ForEach(l => l.Dispose());
        return times;
    }

    private static async Task Append(Register register, int version)
    {
        var write = Write.Set("body", new DateOnly(2026, 1, 1), new Organisation { Name = $"Name {version}", Type = "council" }, version);
        if (await register.AppendAsync(Change.Of(write), Act.Operator("To measure.", "measure")) is not Appended.Done) throw new InvalidOperationException("The change was refused.");
    }

    private static double Resident()
    {
        GC.Collect();
        using var self = Process.GetCurrentProcess();
        return self.WorkingSet64;
    }

    /// <summary>The listeners, in a process of their own.</summary>
    private sealed class Crowd : IDisposable
    {
        private readonly Process _process;

        private Crowd(Process process) => _process = process;

        public static Crowd Of(int port, int listeners)
        {
            var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, Arguments(port, listeners)) { RedirectStandardOutput = true, UseShellExecute = false })!;
            process.StandardOutput.ReadLine();
            return new(process);
        }

        private static string[] Arguments(int port, int listeners)
        {
            string[] asked = ["listen", port.ToString(CultureInfo.InvariantCulture), listeners.ToString(CultureInfo.InvariantCulture)];
            return Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(LiveMeasure).Assembly.Location, .. asked] : asked;
        }

        /// <summary>Milliseconds from an instant of this machine's clock until the last listener had heard.</summary>
        public double LastHeard(long since) =>
            (long.Parse(_process.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture) - since) * 1000.0 / Stopwatch.Frequency;

        public void Dispose()
        {
            _process.Kill();
            _process.Dispose();
        }
    }

    /// <summary>Opens the connections, then prints after each event the instant at which the last had it.</summary>
    public static Task Listen(int port, int listeners)
    {
        var heard = 0;
        var open = Enumerable.Range(0, listeners).Select(_ =>
        {
            var line = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            line.Connect(IPAddress.Loopback, port);
            line.Send("GET /changes/live HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n"u8);
            return line;
        }).ToList();
        Console.WriteLine("open");
        return Task.WhenAll(open.Select(async line =>
        {
            var buffer = new byte[2048];
            while (await line.ReceiveAsync(buffer) is > 0 and var read)
                if (buffer.AsSpan(0, read).IndexOf("event: "u8) >= 0 && Interlocked.Increment(ref heard) % listeners == 0)
                    Console.WriteLine(Stopwatch.GetTimestamp());
        }));
    }
}
