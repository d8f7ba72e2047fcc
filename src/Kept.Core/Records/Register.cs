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

    private Register(IRegisterStore store, TimeProvider clock, Snapshot snapshot) => (_store, _clock, _snapshot) = (store, clock, snapshot);

    /// <summary>What stands now. One read, no lock.</summary>
    public Snapshot Snapshot => Volatile.Read(ref _snapshot);

    /// <summary>Raised after each swap, on the writer's thread: listeners must not block and must not throw.</summary>
    public event Action<Snapshot, IReadOnlyList<Entry>>? Appended;

    /// <summary>Reads and verifies the whole store. Throws <see cref="BrokenRegisterException"/> when the chain does not hold.</summary>
    public static Register Open(IRegisterStore store, TimeProvider clock, Action<long>? progress = null) =>
        new(store, clock, Load(store, progress));

    private static Snapshot Load(IRegisterStore store, Action<long>? progress = null)
    {
        var check = new ChainCheck();
        var read = new List<(Entry, Item)>();
        foreach (var (entry, item) in store.Read(0))
        {
            if (check.Accept(entry, item) is { } wrong) throw new BrokenRegisterException(new Verification(entry.Number, "", wrong));
            read.Add((entry, item));
            progress?.Invoke(entry.Number);
        }
        if (check.Result() is { IsWhole: false } broken) throw new BrokenRegisterException(broken);
        return Snapshot.Empty.With(read);
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
            if (_mustReload) Reload();
            var now = Snapshot;
            var draft = new AppendDraft(now, NextInstant(now), act);
            foreach (var write in change.Writes) draft.Add(write);
            if (draft.Refusals.Count > 0) return new Appended.Refused(draft.Refusals, draft.Stale);
            if (draft.Rows.Count == 0) return new Appended.Done(now, []);
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
            var next = now.With(draft.Rows);
            Volatile.Write(ref _snapshot, next);
            var entries = draft.Rows.Select(r => r.Entry).ToList();
            Appended?.Invoke(next, entries);
            return new Appended.Done(next, entries);
        }
        finally
        {
            _writer.Release();
        }
    }

    private void Reload()
    {
        var loaded = Load(_store);
        Volatile.Write(ref _snapshot, loaded);
        _mustReload = false;
    }

    private DateTimeOffset NextInstant(Snapshot now)
    {
        var instant = _clock.GetUtcNow();
        instant = instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond));
        return now.Head is { } head && instant <= head.Recorded ? head.Recorded.AddMicroseconds(1) : instant;
    }

    public void Dispose()
    {
        _writer.Dispose();
        _store.Dispose();
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
