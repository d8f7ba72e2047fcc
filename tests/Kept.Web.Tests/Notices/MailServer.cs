using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Kept.Testing;

namespace Kept.Web.Tests.Notices;

/// <summary>A real mail server, from Debian's python3-aiosmtpd, that takes, refuses, stalls or drops as it is told.</summary>
internal sealed class MailServer : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Process _process;

    private MailServer(Process process, TempFolder folder, int port) => (_process, _folder, Port) = (process, folder, port);

    public int Port { get; private set; }

    public string Address => $"smtp://127.0.0.1:{Port}";

    public static async Task<MailServer> Start()
    {
        var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("mode"), "accept");
        var script = Repository.At("tests", "Kept.Web.Tests", "Notices", "mail_server.py");
        // The system's own Python, which has the package.
        var process = Process.Start(new ProcessStartInfo("/usr/bin/python3", [script, folder.Path]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var port = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The mail server did not start.");
        return new(process, folder, int.Parse(port, System.Globalization.CultureInfo.InvariantCulture));
    }

    public void Will(string mode) => File.WriteAllText(_folder.File("mode"), mode);

    /// <summary>Every message it took: to the one reader it was for, and as it came over the wire.</summary>
    public IReadOnlyList<(string To, string Mail)> Received => !File.Exists(_folder.File("received")) ? [] :
        [.. File.ReadAllLines(_folder.File("received")).Select(line => JsonDocument.Parse(line).RootElement).Select(e => (e.GetProperty("to").EnumerateArray().Single().GetString()!, e.GetProperty("mail").GetString()!))];

    /// <summary>The body as a mail program would show it.</summary>
    public static string TextOf(string mail)
    {
        var (head, body) = (mail.Split("\r\n\r\n")[0], string.Join("\r\n\r\n", mail.Split("\r\n\r\n").Skip(1)));
        if (head.Contains("base64", StringComparison.OrdinalIgnoreCase)) return Encoding.UTF8.GetString(Convert.FromBase64String(string.Concat(body.Where(c => !char.IsWhiteSpace(c)))));
        if (!head.Contains("quoted-printable", StringComparison.OrdinalIgnoreCase)) return body;
        var bytes = new List<byte>();
        body = body.Replace("=\r\n", "", StringComparison.Ordinal);
        for (var at = 0; at < body.Length; at++)
            if (body[at] == '=') { bytes.Add(Convert.ToByte(body.Substring(at + 1, 2), 16)); at += 2; }
            else bytes.Add((byte)body[at]);
        return Encoding.UTF8.GetString([.. bytes]);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _folder.Dispose();
    }
}
