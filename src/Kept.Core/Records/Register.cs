using Kept.Core.Foundation;

namespace Kept.Core.Records;

/// <summary>
/// The one way to append, and the Snapshot of what was appended. Durable first, visible second: the Snapshot is swapped
/// and the caller answered only after the store has the change on disk.
/// </summary>
public sealed class Register : IDisposable
{
    private readonly SemaphoreSlim _writer = new(1, 1);
    private readonly IRegisterStore _store;
    private readonly TimeProvider _clock;
    private Snapshot _snapshot;
    private bool _mustReload;
    private bool _closed;

    private Register(IRegisterStore store, TimeProvider clock, Snapshot snapshot) => (_store, _clock, _snapshot) = (store, clock, snapshot);

    /// <summary>What stands now. One read, no lock.</summary>
    public Snapshot Snapshot => Volatile.Read(ref _snapshot);

    /// <summary>Raised after each swap, on the writer's thread: listeners must not block and must not throw.</summary>
    public event Action<Snapshot, IReadOnlyList<Entry>>? Appended;

    /// <summary>
    /// Reads and verifies the whole store. Throws <see cref="BrokenRegisterException"/> when the chain does not hold, and
    /// <see cref="DatabaseFault"/> when the store fails or holds words that this version of Kept cannot read.
    /// </summary>
    public static Register Open(IRegisterStore store, TimeProvider clock, Action<long>? progress = null) =>
        new(store, clock, Load(store, progress).Snapshot);

    private static (Snapshot Snapshot, IReadOnlyList<(Entry Entry, Item Item)> Rows) Load(IRegisterStore store, Action<long>? progress = null)
    {
        var rows = new List<(Entry Entry, Item Item)>();
        var found = ChainCheck.Of(store, each: row =>
        {
            rows.Add(row);
            progress?.Invoke(row.Entry.Number);
        });
        if (!found.IsWhole) throw new BrokenRegisterException(found);
        return (Snapshot.Empty.With(rows), rows);
    }

    /// <summary>
    /// Writes a change. A stale expected version or an impossible write refuses the whole change. When the store fails
    /// nothing is visible; when its commit failed the outcome is read back from disk before anything else is accepted.
    /// </summary>
    public async Task<Appended> AppendAsync(Change change, Act act, CancellationToken cancel = default)
    {
        await _writer.WaitAsync(cancel);
        try
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            if (_mustReload) Reload();
            var now = Snapshot;
            var draft = new AppendDraft(now, NextInstant(now), act);
            foreach (var write in change.Writes) draft.Add(write);
            if (draft.Refusals.Count > 0) return new Appended.Refused(draft.Refusals, draft.Stale);
            if (draft.Rows.Count == 0) return new Appended.Done(now, []);
            // Made before the commit: once the change is on disk nothing may stand between it and being seen.
            var next = now.With(draft.Rows);
            await Commit(draft);
            return new Appended.Done(next, Show(next, draft.Rows));
        }
        finally
        {
            _writer.Release();
        }
    }

    private async Task Commit(AppendDraft draft)
    {
        try
        {
            // Off the caller's thread: the disk may take its time, and a reader must never wait for it.
            await Task.Run(() => _store.Commit(draft.Rows, draft.Erased), CancellationToken.None);
        }
        catch (CommitOutcomeUnknownException)
        {
            _mustReload = true;
            throw;
        }
    }

    private List<Entry> Show(Snapshot next, IEnumerable<(Entry Entry, Item Item)> appended)
    {
        var entries = appended.Select(r => r.Entry).ToList();
        Volatile.Write(ref _snapshot, next);
        Appended?.Invoke(next, entries);
        return entries;
    }

    private void Reload()
    {
        var seen = Snapshot.Number;
        var (loaded, rows) = Load(_store);
        _mustReload = false;
        var unseen = rows.Where(r => r.Entry.Number > seen).ToList();
        if (unseen.Count > 0) Show(loaded, unseen);
    }

    private DateTimeOffset NextInstant(Snapshot now)
    {
        var instant = _clock.GetUtcNow();
        instant = instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond));
        return now.Head is { } head && instant <= head.Recorded ? head.Recorded.AddMicroseconds(1) : instant;
    }

    /// <summary>Waits for the change that is being written, then closes the store. Nothing is accepted afterwards.</summary>
    public void Dispose()
    {
        _writer.Wait();
        try
        {
            if (_closed) return;
            _closed = true;
            _store.Dispose();
        }
        finally
        {
            _writer.Release();
        }
    }
}

/// <summary>The Register on disk is not whole; it is not shown until it is.</summary>
public sealed class BrokenRegisterException : Exception
{
    public BrokenRegisterException() => Found = new(0, Entry.NoPrev, null);
    public BrokenRegisterException(string message) : base(message) => Found = new(0, Entry.NoPrev, message);
    public BrokenRegisterException(string message, Exception inner) : base(message, inner) => Found = new(0, Entry.NoPrev, message);
    public BrokenRegisterException(Verification found) : base(found.ToString()) => Found = found;

    public Verification Found { get; }
}
