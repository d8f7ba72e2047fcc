using System.Diagnostics;
using System.Globalization;
using Kept.Testing;

namespace Kept.Web.Tests.Faults;

/// <summary>
/// A disk that can be filled and freed: a small one in memory where this user may mount it, else a limit on how long a file of
/// the server may grow, which the system refuses in the same place.
/// </summary>
internal sealed class SmallDisk : IDisposable
{
    private const int Megabytes = 32, Left = 200 << 10;
    private readonly TempFolder _folder = new();
    private readonly string _data;
    private readonly bool _mounted;
    private int _server;

    internal SmallDisk()
    {
        _data = Directory.CreateDirectory(_folder.File("data")).FullName;
        _mounted = Run("mount", "-t", "tmpfs", "-o", FormattableString.Invariant($"size={Megabytes}m"), "kept-test", _data) == 0;
    }

    internal string Data => _data;

    /// <summary>What to run the server under: it must not be ended by the signal that comes with a refused write.</summary>
    internal string[] Under => _mounted ? [] : ["sh", "-c", "trap '' XFSZ; exec \"$@\"", "sh"];

    /// <summary>What a change is told, and whether the server can see the space that is left.</summary>
    internal (string Words, bool IsSeen) Refusal => _mounted ? ("There is no space left", true) : ("cannot be used", false);

    private string Ballast => Path.Combine(_data, "ballast");

    /// <summary>Leaves room for a few changes.</summary>
    internal void Fill(int server)
    {
        _server = server;
        if (!_mounted)
        {
            Limit((new FileInfo(Path.Combine(_data, "kept.db-wal")).Length + Left).ToString(CultureInfo.InvariantCulture));
            return;
        }
        using var ballast = new FileStream(Ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        ballast.Write(new byte[new DriveInfo(_data).AvailableFreeSpace - Left]);
    }

    internal void Free()
    {
        if (_mounted) File.Delete(Ballast);
        else Limit("unlimited");
    }

    private void Limit(string bytes) =>
        Assert.Equal(0, Run("prlimit", "--pid", _server.ToString(CultureInfo.InvariantCulture), "--fsize=" + bytes + ":"));

    private static int Run(string file, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(file, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (_mounted) Run("umount", "--lazy", _data);
        _folder.Dispose();
    }
}
