using System.Collections.Concurrent;
using Kept.Core.Records;

namespace Kept.Core.Search;

/// <summary>
/// The index of a Register as it grows. It is made and extended by whoever calls <see cref="CatchUp"/> away from readers;
/// a reader who is ahead of it brings it up to date himself when that is a matter of moments.
/// </summary>
public sealed class LiveIndex : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);
    private readonly ConcurrentQueue<(Snapshot Snapshot, IReadOnlyList<Entry> Entries)> _waiting = new();
    private readonly SemaphoreSlim _news = new(0);
    private readonly Lock _writing = new();
    private readonly Register _register;
    private SearchIndex? _index;

    public LiveIndex(Register register)
    {
        _register = register;
        register.Appended += Note;
    }

    /// <summary>Waits until something was appended that the index may not have.</summary>
    public Task News(CancellationToken cancel) => _news.WaitAsync(cancel);

    /// <summary>Makes the index, or takes in what was appended since.</summary>
    public void CatchUp()
    {
        lock (_writing) TakeIn();
    }

    /// <summary>The index, when it knows what a View reads; null when it is not ready.</summary>
    public SearchIndex? For(View view)
    {
        if (Volatile.Read(ref _index) is not { } index) return null;
        if (index.Number >= view.NewestNumber) return index;
        if (!_writing.TryEnter(Patience)) return null;
        try
        {
            TakeIn();
        }
        finally
        {
            _writing.Exit();
        }
        return index.Number >= view.NewestNumber ? index : null;
    }

    private void Note(Snapshot snapshot, IReadOnlyList<Entry> entries)
    {
        _waiting.Enqueue((snapshot, entries));
        _news.Release();
    }

    private void TakeIn()
    {
        var index = _index ?? SearchIndex.Of(_register.Snapshot);
        while (_waiting.TryDequeue(out var next))
            if (next.Snapshot.Number > index.Number) index.Extend(next.Snapshot, next.Entries);
        Volatile.Write(ref _index, index);
    }

    public void Dispose()
    {
        _register.Appended -= Note;
        _news.Dispose();
    }
}
