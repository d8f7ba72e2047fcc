namespace Kept.Core.Records;

/// <summary>The changes that wait for the one writer, in the order in which they came; when there are too many, callers wait to be let in.</summary>
internal sealed class WaitingChanges
{
    private const int MostAtOnce = 256;
    private const int Most = 4096;
    private readonly Queue<PendingChange> _queue = new();
    private readonly SemaphoreSlim _room = new(Most);
    private readonly object _gate = new();
    private bool _look;
    private bool _closed;

    /// <summary>Throws <see cref="ObjectDisposedException"/> when nothing is accepted any more.</summary>
    public async ValueTask Add(PendingChange change, CancellationToken cancel)
    {
        await _room.WaitAsync(cancel);
        lock (_gate)
        {
            if (!_closed)
            {
                _queue.Enqueue(change);
                Monitor.Pulse(_gate);
                return;
            }
        }
        _room.Release();
        throw new ObjectDisposedException(null, "The Register is closed.");
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
        var taken = 0;
        lock (_gate)
        {
            while (_queue.Count == 0 && !_look && !_closed) Monitor.Wait(_gate);
            if (_queue.Count == 0 && _closed) return false;
            _look = false;
            for (; batch.Count < MostAtOnce && _queue.TryDequeue(out var change); taken++)
                if (change.Take()) batch.Add(change);
        }
        if (taken > 0) _room.Release(taken);
        return true;
    }

    /// <summary>Accepts nothing more; false when that was said before.</summary>
    public bool Close()
    {
        lock (_gate)
        {
            if (_closed) return false;
            _closed = true;
            Monitor.Pulse(_gate);
            return true;
        }
    }
}
