using System.Diagnostics;
using System.Runtime.Versioning;

namespace Kept.Web.Tests.Commands;

/// <summary>The program run by somebody whom the rights of files bind, which they do not where the tests run as root.</summary>
internal static class Unprivileged
{
    private const string ToBeNobody = "/usr/bin/setpriv";

    /// <summary>Null where this machine cannot lend a process another user who can read the program.</summary>
    internal static ProcessStartInfo? Command(params string[] arguments)
    {
        if (!Environment.IsPrivilegedProcess) return Child.Start("dotnet", [Child.Program, .. arguments]);
        if (OperatingSystem.IsWindows() || !File.Exists(ToBeNobody) || !EveryoneMayRead(Child.Program) || !EveryoneMayRead(Environment.ProcessPath!)) return null;
        return Child.Start(ToBeNobody, ["--reuid=65534", "--regid=65534", "--clear-groups", "dotnet", Child.Program, .. arguments]);
    }

    [UnsupportedOSPlatform("windows")]
    private static bool EveryoneMayRead(string path)
    {
        for (FileSystemInfo? at = new FileInfo(path); at is not null; at = at is FileInfo file ? file.Directory : ((DirectoryInfo)at).Parent)
            if (!File.GetUnixFileMode(at.FullName).HasFlag(at is FileInfo ? UnixFileMode.OtherRead : UnixFileMode.OtherExecute)) return false;
        return true;
    }
}
