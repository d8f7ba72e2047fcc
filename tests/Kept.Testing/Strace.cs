using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Kept.Testing;

/// <summary>
/// strace around a process: it records system calls, or makes them fail. A machine that does not allow it fails the test in
/// words: a fault that was not made proves nothing.
/// </summary>
public sealed class Strace : IAsyncDisposable
{
    /// <summary>What to say where it cannot work.</summary>
    public const string Needed = "These tests trace a process: install strace, and run them where one process may trace another (ptrace; in a container, --cap-add SYS_PTRACE).";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Process _process;

    private Strace(Process process) => _process = process;

    /// <summary>
    /// How to run a program so that its calls are written to a file, with so many bytes of what they carry; the program keeps the id
    /// of the process.
    /// </summary>
    public static string[] Recording(string calls, string log, int bytes = 64) => ["strace", "-D", "-f", "-qq", "-y", "-s", bytes.ToString(CultureInfo.InvariantCulture), "-e", "trace=" + calls, "-e", "signal=none", "-o", log];

    /// <summary>What was recorded, line by line.</summary>
    public static string[] Recorded(string log) =>
        File.Exists(log) && File.ReadAllLines(log) is { Length: > 0 } lines ? lines : throw new InvalidOperationException(Needed);

    /// <summary>From now until it is disposed, calls of a running process fail: <paramref name="fault"/> is as strace's inject takes it.</summary>
    public static async Task<Strace> Failing(int process, string fault)
    {
        var calls = fault[..fault.IndexOf(':', StringComparison.Ordinal)];
        var start = new ProcessStartInfo("strace", ["-f", "-e", "trace=" + calls, "-e", "signal=none", "-e", "inject=" + fault, "-o", "/dev/null", "-p", process.ToString(CultureInfo.InvariantCulture)])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        var strace = new Strace(Started(start));
        var said = new StringBuilder();
        using var late = new CancellationTokenSource(Patience);
        while (await strace._process.StandardError.ReadLineAsync(late.Token) is { } line)
        {
            if (line.Contains("attached", StringComparison.Ordinal)) return strace.Draining();
            said.AppendLine(line);
        }
        throw new InvalidOperationException($"{Needed} It said: {said}");
    }

    private static Process Started(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new InvalidOperationException(Needed, e);
        }
    }

    // It tells of every thread that comes; a full pipe would stop it, and the process it holds.
    private Strace Draining()
    {
        _ = _process.StandardError.ReadToEndAsync();
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            using var kill = Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync();
            using var late = new CancellationTokenSource(Patience);
            await _process.WaitForExitAsync(late.Token);
        }
        _process.Dispose();
    }
}
