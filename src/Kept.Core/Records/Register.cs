using Kept.Core.Foundation;

namespace Kept.Core.Records;

/// <summary>
/// The one way to append, and the Snapshot of what was appended, here or by another process. Durable first, visible second:
/// the Snapshot is swapped and the callers answered only after the store has their changes on disk. Changes that wait at
/// the same time share one transaction.
/// </summary>
public sealed class Register : IDisposable
{
    private readonly WaitingChanges _waiting = new();
    private readonly Thread _writer;
    private readonly IRegisterStore _store;
    private readonly TimeProvider _clock;
    private readonly IDisposable? _following;
    private Snapshot _snapshot;
    private Exception? _trouble;
    private bool _inDoubt;

    private Register(IRegisterStore store, TimeProvider clock, Snapshot snapshot)
    {
        (_store, _clock, _snapshot) = (store, clock, snapshot);
        // A thread of its own: on the pool it would stand in line behind those it is to answer.
        _writer = new(Write) { IsBackground = true, Name = "Register" };
        _writer.Start();
        _following = store.Follow(_waiting.Look);
    }

    /// <summary>What stands now. One read, no lock.</summary>
    public Snapshot Snapshot => Volatile.Read(ref _snapshot);

    /// <summary>What went wrong when the database was last asked, or null when it answered well. Pages go on from the Snapshot.</summary>
    public Exception? Trouble => Volatile.Read(ref _trouble);

    /// <summary>Raised after each swap, on the writer's thread, with every entry that is new: listeners must not block and must not throw.</summary>
    public event Action<Snapshot, IReadOnlyList<Entry>>? Appended;

    /// <summary>
    /// Reads and verifies the whole store. Throws <see cref="BrokenRegisterException"/> when the chain does not hold, and
    /// <see cref="DatabaseFault"/> when the store fails or holds words that this version of Kept cannot read.
    /// </summary>
    public static Register Open(IRegisterStore store, TimeProvider clock, Action<long>? progress = null)
    {
        var next = new NextSnapshot(Snapshot.Empty);
        DatabaseFault? unfit = null;
        var found = ChainCheck.Of(CheckedRows.Of(store, read: true), anchor: null, row =>
        {
            // A broken chain is the graver fault: it is looked for to the end.
            if (row.Unfit is { } why) unfit ??= DatabaseFault.Unfit(row.Entry, why);
            if (unfit is null) next.Add(row.Entry, row.Item, row.Said);
            progress?.Invoke(row.Entry.Number);
        });
        if (!found.IsWhole) throw new BrokenRegisterException(found);
        return unfit is null ? new(store, clock, next.Done()) : throw unfit;
    }

    /// <summary>
    /// Writes a change. A stale expected version or an impossible write refuses the whole change. When the store fails
    /// nothing is visible; when its commit failed the outcome is read back from the store before anything else is accepted.
    /// </summary>
    public Task<Appended> AppendAsync(Change change, Act act, CancellationToken cancel = default) => AppendAsync(change, act, null, cancel);

    /// <summary>The same, with what is written <paramref name="beside"/> it in the private half: both, or neither.</summary>
    public async Task<Appended> AppendAsync(Change change, Act act, Beside? beside, CancellationToken cancel = default)
    {
        var pending = new PendingChange([.. change.Writes.Select(w => PreparedWrite.Of(w, act))], act, beside);
        using var given = cancel.UnsafeRegister(static p => ((PendingChange)p!).Withdraw(), pending);
        await _waiting.Add(pending, cancel);
        return await pending.Outcome;
    }

    private void Write()
    {
        var batch = new List<PendingChange>();
        while (_waiting.Take(batch)) Handle(batch);
    }

    private void Handle(List<PendingChange> batch)
    {
        try
        {
            if (_inDoubt || batch.Count == 0) CatchUp();
            if (batch.Count > 0) Commit(batch);
            Volatile.Write(ref _trouble, null);
        }
        // It was alone: nobody else's change goes with it.
        catch (BesideRefusedException refused)
        {
            foreach (var pending in batch) pending.Refuse(refused.Why);
        }
        // Whoever waits is told, whatever it was; the next change is tried afresh.
        catch (Exception fault)
        {
            _inDoubt |= fault is CommitOutcomeUnknownException;
            Volatile.Write(ref _trouble, fault);
            foreach (var pending in batch) pending.Fail(fault);
        }
    }

    private void Commit(List<PendingChange> batch)
    {
        var (now, next) = (Snapshot, Snapshot);
        var unseen = new List<(Entry Entry, Item Item)>();
        _store.Commit(now.Number, stored =>
        {
            var making = new NextSnapshot(now);
            if (stored is not null) unseen.AddRange(NewRows.After(now.Head, stored));
            foreach (var (entry, item) in unseen) making.Add(entry, item);
            var (rows, erased) = (new List<(Entry, Item)>(), new List<long>());
            // Made before the commit: once a change is on disk nothing may stand between it and being seen.
            foreach (var pending in batch)
            {
                if (pending.Draft(making, NextInstant(making.Head)) is not { } draft) continue;
                draft.Apply();
                rows.AddRange(draft.Rows);
                erased.AddRange(draft.Erased);
            }
            unseen.AddRange(rows);
            next = making.Done();
            return new(rows, erased) { Beside = rows.Count > 0 ? batch[^1].Beside : null };
        });
        try
        {
            Show(next, unseen);
        }
        finally
        {
            foreach (var pending in batch) pending.Answer(next);
        }
    }

    // The head is read again with what follows it: a database that lost it (a stand-in that lagged behind) is not followed.
    private void CatchUp()
    {
        var now = Snapshot;
        var rows = NewRows.After(now.Head, [.. _store.Read(now.Number - 1)]);
        _inDoubt = false;
        Show(now.With(rows), rows);
    }

    private void Show(Snapshot next, IReadOnlyList<(Entry Entry, Item Item)> unseen)
    {
        if (unseen.Count == 0) return;
        Volatile.Write(ref _snapshot, next);
        Appended?.Invoke(next, [.. unseen.Select(r => r.Entry)]);
    }

    private DateTimeOffset NextInstant(Entry? head)
    {
        var instant = _clock.GetUtcNow();
        instant = instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond));
        return head is not null && instant <= head.Recorded ? head.Recorded.AddMicroseconds(1) : instant;
    }

    /// <summary>Waits for the changes that were accepted, then closes the store. Nothing is accepted afterwards.</summary>
    public void Dispose()
    {
        if (!_waiting.Close()) return;
        _following?.Dispose();
        _writer.Join();
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
