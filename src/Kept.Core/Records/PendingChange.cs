using Kept.Core.Foundation;

namespace Kept.Core.Records;

/// <summary>A change that waits for the writer, and its caller who waits for the answer.</summary>
internal sealed class PendingChange(IReadOnlyList<PreparedWrite> writes, Act act, Beside? beside = null)
{
    private readonly TaskCompletionSource<Appended> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IReadOnlyList<Entry> _entries = [];
    private Appended.Refused? _refused;
    private Exception? _fault;
    private int _taken;

    /// <summary>A change with something beside it goes to disk alone, so that it can fail alone.</summary>
    internal Beside? Beside { get; } = beside;

    internal Task<Appended> Outcome => _outcome.Task;

    /// <summary>For the writer: false when the caller has gone away before.</summary>
    internal bool Take() => Interlocked.CompareExchange(ref _taken, 1, 0) == 0;

    /// <summary>For the caller: once the writer has it, it is too late.</summary>
    internal void Withdraw()
    {
        if (Take()) _outcome.TrySetCanceled();
    }

    /// <summary>The rows it would append to what stands; null when it is refused or cannot be made, which harms nobody else's change.</summary>
    internal AppendDraft? Draft(NextSnapshot next, DateTimeOffset recorded)
    {
        try
        {
            var draft = new AppendDraft(next, recorded, act);
            foreach (var write in writes) draft.Add(write);
            if (draft.Refusals.Count > 0) _refused = new(draft.Refusals, draft.Stale);
            else _entries = [.. draft.Rows.Select(r => r.Entry)];
            return _refused is null ? draft : null;
        }
        // Its own caller is told; the changes that wait beside it go on.
        catch (Exception fault)
        {
            _fault = fault;
            return null;
        }
    }

    /// <param name="shown">The Snapshot with this change and those that were written with it.</param>
    internal void Answer(Snapshot shown)
    {
        if (_fault is { } fault) Fail(fault);
        else _outcome.TrySetResult(_refused is { } refused ? refused : new Appended.Done(shown, _entries));
    }

    internal void Refuse(Refusal why) => _outcome.TrySetResult(new Appended.Refused([why], []));

    internal void Fail(Exception fault) => _outcome.TrySetException(fault);
}
