namespace Kept.Web.Features.Live;

/// <summary>
/// One open connection. It holds its place in the ring and nothing else: while its line is full, events wait in the ring
/// that all share, and what falls out there is told as "look again".
/// </summary>
public sealed class LiveReader(HttpContext http, LiveRing ring, long seen)
{
    private static readonly byte[] Ping = ":\n\n"u8.ToArray();

    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _place = ring.Next;
    private int _wakes = 1;
    private bool _mustPing;
    private volatile bool _closing;
    private bool _over;

    /// <summary>Where the list of readers keeps this one.</summary>
    public int At { get; set; } = -1;

    /// <summary>Sends what comes first, then every event, until <see cref="Close"/>. Throws when the line breaks.</summary>
    public async Task Run(ReadOnlyMemory<byte> first)
    {
        try
        {
            _ = Drain(first);
            await _ended.Task;
        }
        finally
        {
            lock (_ended) _over = true;
        }
    }

    /// <summary>Sends what is new, on the caller's thread as far as the line takes it.</summary>
    public void Wake()
    {
        if (Interlocked.Increment(ref _wakes) == 1) _ = Drain(default);
    }

    public void WakeWithPing()
    {
        Volatile.Write(ref _mustPing, true);
        Wake();
    }

    public void Close()
    {
        _closing = true;
        Wake();
    }

    /// <summary>Breaks the line of a reader who does not read, so that closing need not wait for it.</summary>
    public void Cut()
    {
        lock (_ended)
            if (!_over) http.Abort();
    }

    // Whoever raises the count from nought sends; who comes meanwhile only counts, and the sender goes round again.
    private async Task Drain(ReadOnlyMemory<byte> first)
    {
        try
        {
            int wakes;
            do
            {
                wakes = Volatile.Read(ref _wakes);
                if (!first.IsEmpty) await Send(first);
                first = default;
                while (!_closing && ring.Take(ref _place) is { } next)
                    if (next.Number > seen) await Send(next.Bytes);
                if (!_closing && Volatile.Read(ref _mustPing)) await Send(Ping);
                Volatile.Write(ref _mustPing, false);
                if (!_closing) continue;
                // The count stays above nought, so nobody writes to this line again.
                _ended.TrySetResult();
                return;
            }
            while (Interlocked.Add(ref _wakes, -wakes) != 0);
        }
        catch (Exception e)
        {
            _ended.TrySetException(e);
        }
    }

    private async ValueTask Send(ReadOnlyMemory<byte> bytes)
    {
        var sent = await http.Response.BodyWriter.WriteAsync(bytes, http.RequestAborted);
        if (sent.IsCompleted || sent.IsCanceled) _closing = true;
    }
}
