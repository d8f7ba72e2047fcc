using System.Diagnostics;
using System.Text;

namespace Kept.Web.Tests.Commands;

/// <summary>The program as a person runs it: a process of its own, with what it prints.</summary>
internal sealed class Child : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process _process;
    private readonly StringBuilder _said = new();
    private readonly StringBuilder _complained = new();
    private readonly TaskCompletionSource<string?> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Child(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Take(_said, line.Data);
        process.ErrorDataReceived += (_, line) => Take(_complained, line.Data);
        process.Exited += (_, _) => _ready.TrySetResult(null);
        process.EnableRaisingEvents = true;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    internal static string Program { get; } = typeof(Kept.Web.Commands.KeptCommand).Assembly.Location;

    /// <summary>What a command that ended left behind.</summary>
    internal sealed record Ended(int Exit, string Said, string Complained)
    {
        internal string LastLine => Said.TrimEnd().Split('\n')[^1];

        internal string Everything => Said + Complained;
    }

    /// <summary>Runs a command to its end.</summary>
    internal static async Task<Ended> Run(params string[] arguments)
    {
        await using var child = new Child(Command(arguments));
        return await child.End();
    }

    internal static async Task<Ended> Run(ProcessStartInfo start)
    {
        await using var child = new Child(new Process { StartInfo = start });
        return await child.End();
    }

    /// <summary>Starts a server on a free port and waits until it says that it is ready.</summary>
    internal static Task<Child> Serve(string data, params string[] more) => ServeUnder([], data, more);

    /// <summary>The same under another program, which must become it: strace -D, prlimit, faketime.</summary>
    internal static async Task<Child> ServeUnder(string[] other, string data, params string[] more)
    {
        string[] all = [.. other, "dotnet", Program, "serve", "--data", data, "--urls", "http://127.0.0.1:0", .. more];
        var child = new Child(new Process { StartInfo = Start(all[0], all[1..]) });
        if (await child._ready.Task.WaitAsync(Patience) is null)
        {
            var ended = await child.End();
            throw new InvalidOperationException($"It did not start: {ended.Everything}");
        }
        return child;
    }

    /// <summary>Where the server listens.</summary>
    internal async Task<Uri> Address() => new((await _ready.Task)!);

    internal int Id => _process.Id;

    /// <summary>Signals it and waits for its end.</summary>
    internal async Task<Ended> Signal(string name)
    {
        await Send(name);
        return await End();
    }

    /// <summary>Signals it and does not wait.</summary>
    internal async Task Send(string name)
    {
        using var kill = Process.Start("kill", ["-" + name, _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>What it has said so far, to people and to the log.</summary>
    internal string SaidSoFar
    {
        get
        {
            lock (_said)
                lock (_complained)
                    return _said.ToString() + _complained;
        }
    }

    internal static ProcessStartInfo Start(string file, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(file, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        foreach (var set in start.Environment.Keys.Where(k => k.StartsWith("KEPT_", StringComparison.Ordinal)).ToList()) start.Environment.Remove(set);
        return start;
    }

    private static Process Command(params string[] arguments) => new() { StartInfo = Start("dotnet", [Program, .. arguments]) };

    private async Task<Ended> End()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        lock (_said)
            lock (_complained)
                return new(_process.ExitCode, _said.ToString(), _complained.ToString());
    }

    private void Take(StringBuilder to, string? line)
    {
        if (line is null) return;
        lock (to) to.Append(line).Append('\n');
        const string ready = "Kept is ready at ";
        if (line.StartsWith(ready, StringComparison.Ordinal)) _ready.TrySetResult(line[ready.Length..]);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
