using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Kept.Core.Foundation;
using Kept.Web.House;

namespace Kept.Web.Features.Feedback.Files;

/// <summary>Asks clamd, where one is set, about every file before it is kept. A checker that does not answer keeps nothing out of sight: the file is refused.</summary>
public sealed class VirusCheck(KeptSettings settings)
{
    public const string NotChecked = "not checked";
    public const string Clean = "clean";
    private const int Piece = 64 * 1024;

    public bool IsThere => settings.Clamd is not null;

    /// <summary>What is wrong with the setting, as a sentence; null when nothing is.</summary>
    public static string? Objection(string? clamd) =>
        clamd is null || EndpointOf(clamd) is not null ? null : "--clamd is neither host:port nor unix:/path of a socket.";

    /// <summary>What the checker said, or why the file is refused.</summary>
    public async Task<(string Said, Refusal? Refusal)> Of(byte[] bytes, CancellationToken cancel)
    {
        if (settings.Clamd is not { } clamd) return (NotChecked, null);
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            patience.CancelAfter(settings.MailPatience);
            var answer = await Ask(EndpointOf(clamd)!, bytes, patience.Token);
            if (answer.EndsWith(" OK", StringComparison.Ordinal)) return (Clean, null);
            if (answer.EndsWith(" FOUND", StringComparison.Ordinal)) return ("", new("A virus was found in this file.", "It was not kept.", "Have your own machine checked before you send another."));
        }
        catch (Exception e) when (e is SocketException or IOException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return ("", Unchecked);
        }
        return ("", Unchecked);
    }

    private static Refusal Unchecked { get; } = new("The file could not be checked for viruses just now.", "It was not kept; what you wrote was.", "Try again in a few minutes.");

    // The INSTREAM command: the length of each piece before it, an empty piece at the end.
    private static async Task<string> Ask(System.Net.EndPoint where, byte[] bytes, CancellationToken cancel)
    {
        using var socket = new Socket(where.AddressFamily == AddressFamily.Unspecified ? AddressFamily.InterNetwork : where.AddressFamily, SocketType.Stream, where is UnixDomainSocketEndPoint ? ProtocolType.Unspecified : ProtocolType.Tcp);
        await socket.ConnectAsync(where, cancel);
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), cancel);
        var length = new byte[4];
        for (var at = 0; at < bytes.Length; at += Piece)
        {
            var piece = bytes.AsMemory(at, Math.Min(Piece, bytes.Length - at));
            BinaryPrimitives.WriteInt32BigEndian(length, piece.Length);
            await stream.WriteAsync(length, cancel);
            await stream.WriteAsync(piece, cancel);
        }
        await stream.WriteAsync(new byte[4], cancel);
        using var reader = new StreamReader(stream, Encoding.ASCII);
        return (await reader.ReadToEndAsync(cancel)).TrimEnd('\0', '\n', '\r');
    }

    private static System.Net.EndPoint? EndpointOf(string clamd)
    {
        if (clamd.StartsWith("unix:/", StringComparison.Ordinal)) return new UnixDomainSocketEndPoint(clamd["unix:".Length..]);
        var colon = clamd.LastIndexOf(':');
        return colon > 0 && ushort.TryParse(clamd[(colon + 1)..], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var port) ? new System.Net.DnsEndPoint(clamd[..colon], port, AddressFamily.InterNetwork) : null;
    }
}
