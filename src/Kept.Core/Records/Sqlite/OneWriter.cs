namespace Kept.Core.Records.Sqlite;

/// <summary>
/// Whoever writes to the file holds this, here or in the Workroom: one at a time. Once it is closed everybody is refused, those who
/// wait for it too: nobody waits for ever for a file that nobody holds open any more.
/// </summary>
#pragma warning disable CA1001 // a semaphore whose handle nobody asks for holds nothing; disposed it would leave those who wait for it waiting for ever
public sealed class OneWriter
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim _free = new(1, 1);
    private bool _closed;

    /// <summary>While nobody writes, just before the file is closed: whoever keeps a connection to it closes that.</summary>
    internal event Action? Closing;

    /// <summary>Held until what is answered is disposed. <see cref="ObjectDisposedException"/> when the file was closed.</summary>
    public IDisposable Enter()
    {
        _free.Wait();
        return Entered();
    }

    /// <summary>As <see cref="Enter"/>, without a thread that waits.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken cancel = default)
    {
        await _free.WaitAsync(cancel);
        return Entered();
    }

    /// <summary>Waits for whoever writes; nobody enters afterwards.</summary>
    public void Close(Action closing)
    {
        _free.Wait();
        try
        {
            if (_closed) return;
            Closing?.Invoke();
            closing();
        }
        finally
        {
            _closed = true;
            _free.Release();
        }
    }

    private Turn Entered()
    {
        if (!_closed) return new(_free);
        _free.Release();
        throw new ObjectDisposedException(nameof(OneWriter), "The file was closed. Nothing was written.");
    }

    private sealed class Turn(SemaphoreSlim free) : IDisposable
    {
        private SemaphoreSlim? _free = free;

        public void Dispose() => Interlocked.Exchange(ref _free, null)?.Release();
    }
}
