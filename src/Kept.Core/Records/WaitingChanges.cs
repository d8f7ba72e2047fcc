using System.Threading.Channels;

namespace Kept.Core.Records;

/// <summary>The changes that wait for the one writer, in the order in which they came; when there are too many, callers wait to be let in.</summary>
internal sealed class WaitingChanges
{
    private const int MostAtOnce = 256;
    private const int Most = 4096;
    private readonly Channel<PendingChange> _queue = Channel.CreateBounded<PendingChange>(new BoundedChannelOptions(Most) { SingleReader = true });
    private readonly object _gate = new();
    private bool _look;
    private bool _closed;

    /// <summary>Throws <see cref="ObjectDisposedException"/> when nothing is accepted any more.</summary>
    public async ValueTask Add(PendingChange change, CancellationToken cancel)
    {
        try
        {
            await _queue.Writer.WriteAsync(change, cancel);
        }
        catch (ChannelClosedException e)
        {
            throw new ObjectDisposedException("The Register is closed.", e);
        }
        lock (_gate) Monitor.Pulse(_gate);
    }

    /// <summary>Wakes the writer though no change may wait.</summary>
    public void Look()
    {
        lock (_gate)
        {
            _look = true;
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Waits until there is something to do, and takes what waits by then; false when it was closed and nothing is left.</summary>
    public bool Take(List<PendingChange> batch)
    {
        batch.Clear();
        lock (_gate)
        {
            while (!_queue.Reader.TryPeek(out _) && !_look)
            {
                if (_closed) return false;
                Monitor.Wait(_gate);
            }
            _look = false;
        }
        while (batch.Count < MostAtOnce && _queue.Reader.TryPeek(out var next) && !(next.Beside is not null && batch.Count > 0) && _queue.Reader.TryRead(out var change))
        {
            if (change.Take()) batch.Add(change);
            if (change.Beside is not null) break;
        }
        return true;
    }

    /// <summary>Accepts nothing more; false when that was said before.</summary>
    public bool Close()
    {
        if (!_queue.Writer.TryComplete()) return false;
        lock (_gate)
        {
            _closed = true;
            Monitor.Pulse(_gate);
        }
        return true;
    }
}
